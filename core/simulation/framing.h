// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/appearance.h"
#include "core/simulation/embryo_state.h"
#include "core/simulation/view.h"

namespace blastoscope::simulation {

/// Where the picture is taken: scale and place of the embryo by look and framing. May switch the well off or move it
/// when the embryo would not fit.
View drawView(const SimulationOptions& options, const EmbryoState& state, const Appearance& look, base::Random& random);

} // namespace blastoscope::simulation

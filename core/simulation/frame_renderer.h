// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/simulation/appearance.h"
#include "core/simulation/embryo_state.h"
#include "core/simulation/simulated_frame.h"
#include "core/simulation/view.h"

namespace blastoscope::simulation {

/// Takes the picture of one moment. `debris` names what lies around the embryo, `noise` the camera noise of this frame.
SimulatedFrame renderFrame(const EmbryoState& state, const Appearance& look, const View& view, double degradation,
                           std::uint64_t debris, std::uint64_t noise);

} // namespace blastoscope::simulation

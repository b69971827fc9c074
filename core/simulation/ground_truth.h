// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/simulation/layers.h"
#include "core/simulation/simulated_frame.h"

namespace blastoscope::simulation {

/// Particles below this diameter are texture, not instances; px.
inline constexpr float kSmallestParticlePx = 6;

/// Fills instances, order and boxes of `frame` from the layers (near to far, as castLayers returns them).
/// `area` is the part of the picture that the layers cover. Uncountable stages give boxes, particles and no cells.
void fillGroundTruth(SimulatedFrame& frame, const EmbryoState& state, const std::vector<Layer>& layers,
                     const View& view, const PixelRect& area);

} // namespace blastoscope::simulation

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/tracking/cell_frame.h"

namespace blastoscope::tests {

/// The cells of a simulated embryo through time. Ids of cells are those of the truth: one for a cell from division to
/// division.
struct SimulatedLapse {
    std::vector<tracking::CellFrame> frames;
    std::map<int, int> motherOf; ///< daughter -> mother, of all that are somewhere in the frames
};

/// Frames of 15 minutes from the 1-cell embryo until eight cells or more or until the cells compact; silhouettes on
/// 200 x 200 px, no pictures.
SimulatedLapse simulatedLapse(std::uint64_t seed, int frameCount);

/// What a segmenter does to silhouettes.
struct Damage {
    double missed = 0;   ///< share of cells that are not found
    double moved = 0;    ///< SD of the error of the place per axis, px
    double swollen = 0;  ///< SD of the error of the radius, px
    double invented = 0; ///< chance per frame of a cell that isn't there
};
SimulatedLapse damaged(const SimulatedLapse& lapse, const Damage& damage, std::uint64_t seed);

} // namespace blastoscope::tests

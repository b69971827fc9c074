// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace blastoscope::nn {

/// What the parts of the detector agree upon.
inline constexpr int kBoxPool = 7;   ///< side of the RoI features of the box head
inline constexpr int kMaskPool = 14; ///< side of the RoI features of the mask heads
inline constexpr int kMaskSize = 28; ///< side of the masks
inline const std::vector<int> kLevelStrides = {4, 8, 16, 32}; ///< P2..P5

} // namespace blastoscope::nn

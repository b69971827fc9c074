// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace blastoscope::formats {

/// What a file may claim of the images it describes; beyond that a mask cannot be drawn or measured.
inline constexpr int kLargestSide = 1 << 20;
inline constexpr std::int64_t kMostPixels = std::int64_t(1) << 28; ///< 268 megapixels

} // namespace blastoscope::formats

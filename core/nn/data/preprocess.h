// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::nn {

/// Name of the standardisation below in the metadata of a weight file; a file that names another is refused.
inline constexpr const char* kPreprocessingName = "median-std";

/// The one definition of what a network sees, shared by training and inference: (x - median) / std * 0.25 + 0.5 over
/// all pixels given, in place. Any input units; a constant picture becomes 0.5 everywhere. The median of an even number
/// of values is the upper one.
void standardise(std::span<float> pixels);

/// Resamples the square or oblong `window` (pixels of a width x height picture, row-major; it may reach outside, where
/// the edge pixels are repeated) to outWidth x outHeight. Triangle filter widened with the reduction, so that shrinking
/// does not alias; plain bilinear interpolation when enlarging. Thread-safe.
std::vector<float> resampleWindow(std::span<const float> pixels, int width, int height, const base::Box& window,
                                  int outWidth, int outHeight);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/bitmap.h"

namespace blastoscope::masks {

/// The exact Euclidean distance of every pixel to the nearest one that is set (`value` true) or unset, px between
/// middles, row-major; a million and more where there is none (Felzenszwalb and Huttenlocher 2012).
std::vector<float> distanceTo(const Bitmap& mask, bool value);

} // namespace blastoscope::masks

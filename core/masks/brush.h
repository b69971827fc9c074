// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// What a round brush covers when its centre moves along `path`: the pixels of a width x height image whose centres lie
/// at most `radius` px (>= 0) from it. One point is a disc; no point is nothing. Points may lie outside the image. From
/// a radius of about .71 on no point inside the image is without a pixel. Costs as much as the stroke has columns.
RleMask strokeMask(int width, int height, std::span<const base::Point> path, double radius);

} // namespace blastoscope::masks

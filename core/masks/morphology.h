// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// The pixels whose centres lie at most `radius` px (>= 0) from that of a set pixel: dilation by an exact Euclidean
/// disc, clipped to the image.
RleMask grown(const RleMask& mask, double radius);

/// The set pixels that have no unset pixel within `radius` px: erosion by the same disc. What lies outside the image
/// counts as set, so that a silhouette that the image cuts off does not draw back from the border.
RleMask shrunk(const RleMask& mask, double radius);

/// The same shape elsewhere; what leaves the image is lost.
RleMask translated(const RleMask& mask, int dx, int dy);

} // namespace blastoscope::masks

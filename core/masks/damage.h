// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/random.h"
#include "core/masks/bitmap.h"

namespace blastoscope::masks {

// What hasty drawing and wrong models do to a silhouette: for training and testing what mends it. All take a silhouette
// that is not empty and has some room around it on its bitmap, and draw from `random` alone. Shares are of its area.

/// A bite out of the side that takes away `share` of the area, to the pixel: the pixels nearest to a point at the
/// outline by a stretched distance. With the point far outside the bite is nearly a straight cut.
Bitmap bitten(const Bitmap& shape, double share, base::Random& random);

/// A lobe of `share` of the area painted across the outline, less where the bitmap ends.
Bitmap overPainted(const Bitmap& shape, double share, base::Random& random);

/// `strokes` dabs of a brush along the outline, each of which adds or takes away; radii up to `size` times the radius
/// of a disc of that area.
Bitmap jagged(const Bitmap& shape, int strokes, double size, base::Random& random);

/// A band of `width` times that radius missing, across the silhouette or along one side of it.
Bitmap withoutSliver(const Bitmap& shape, double width, base::Random& random);

/// `specks` holes inside and crumbs around it.
Bitmap speckled(const Bitmap& shape, int specks, base::Random& random);

/// Any mixture of these, sometimes none, with bites of up to 42 %; at least a third of the silhouette stays.
Bitmap damaged(const Bitmap& shape, base::Random& random);

} // namespace blastoscope::masks

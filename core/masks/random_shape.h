// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/random.h"
#include "core/masks/bitmap.h"

namespace blastoscope::masks {

/// The range that shapes are drawn from.
struct RandomShapeOptions {
    double radius = 28;       ///< px, of a disc of about that area
    double maxAspect = 1.7;   ///< of the ellipse below it
    double irregularity = .1; ///< largest amplitude of the waves on its outline, in radii; 0: a pure ellipse
};

/// An ellipse with waves of two to seven periods on its outline, in the middle of a size x size bitmap, which it must
/// fit into: cells of forms that the embryo simulator does not make.
Bitmap randomShape(int size, const RandomShapeOptions& options, base::Random& random);

} // namespace blastoscope::masks

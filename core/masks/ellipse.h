// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// In pixels; `angle` turns the axis of half-length `a` from the x axis towards the y axis (clockwise on the screen).
struct Ellipse {
    base::Point center;
    double a = 0; ///< half-axes, >= 0
    double b = 0;
    double angle = 0; ///< radians
    bool operator==(const Ellipse&) const = default;
};

/// The pixels of a width x height image whose centres lie in the ellipse, its border included.
RleMask ellipseMask(int width, int height, const Ellipse& ellipse);

} // namespace blastoscope::masks

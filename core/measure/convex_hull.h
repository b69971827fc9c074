// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/masks/bitmap.h"
#include "core/masks/polygon.h"

namespace blastoscope::measure {

/// Convex hull of the middles of the outer pixel edges of a mask; empty when no pixel is set. In order along the
/// hull, without points on its straight parts.
masks::Polygon convexHullOf(const masks::Bitmap& mask);

/// Number of pixels whose centre lies in or on a convex polygon.
std::int64_t pixelsInside(const masks::Polygon& hull, int width, int height);

struct Feret {
    double max = 0;
    double min = 0;
};

/// Greatest and smallest distance of two parallel tangents of a convex polygon; zeros for fewer than two points.
Feret feretOf(const masks::Polygon& hull);

} // namespace blastoscope::measure

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/masks/bitmap.h"
#include "core/masks/polygon.h"

namespace blastoscope::measure {

/// Convex hull of points: in order along the hull, without points on its straight parts; empty for no points.
masks::Polygon convexHullOf(masks::Polygon points);

/// The middles of the outermost pixel edges of every row and column: their hull is the one of the shape itself.
masks::Polygon outerEdgeMiddles(const masks::Bitmap& mask);

/// The centres of the outermost pixels of every row.
masks::Polygon outerPixelCentres(const masks::Bitmap& mask);

/// Number of pixels whose centre lies in or on a convex polygon.
std::int64_t pixelsInside(const masks::Polygon& hull, int width, int height);

/// Caliper diameters, in the unit of the points.
struct Feret {
    double max = 0;
    double min = 0;
};

/// Greatest and smallest distance of two parallel tangents of a convex polygon; zeros for fewer than two points.
Feret feretOf(const masks::Polygon& hull);

} // namespace blastoscope::measure

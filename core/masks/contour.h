// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/polygon.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// One closed outline of a mask. In image coordinates (y down) the outer ones run clockwise and holes run
/// counter-clockwise, so that the mask is always on the right-hand side and the signed areas add up to its area.
struct Outline {
    Polygon points;
    bool isHole = false;
};

/// The borders between set and unset pixels as polygons along pixel edges, with a point at each corner only. Pixels
/// that touch by a corner belong to different outlines. Ordered by the first pixel of each outline, row by row.
std::vector<Outline> traceOutlines(const RleMask& mask);

/// For drawing: the outlines through the middles of the pixel edges, smoothed along the curve by a Gaussian of
/// `sigma` pixel edges (> 0), which leaves arcs of more than a few pixels in place and takes the stairs away.
std::vector<Outline> smoothOutlines(const RleMask& mask, double sigma = 2.0);

/// Signed area (shoelace), px^2; positive for a clockwise outline in image coordinates.
double signedArea(const Polygon& polygon);

} // namespace blastoscope::masks

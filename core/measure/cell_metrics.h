// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::measure {

/// The shape of one silhouette in pixels. Multiply lengths by the pixel size in µm, areas by its square and volumes by
/// its cube; nothing is known in µm without a calibration. All zeros for an empty mask.
struct CellMetrics {
    base::Point centroid;          ///< mean of the pixel centres
    double area = 0;               ///< number of pixels
    double equivalentDiameter = 0; ///< of the disc of that area, 2 sqrt(A / pi)
    double perimeter = 0;          ///< see perimeterOf()
    double circularity = 0;        ///< 4 pi A / P^2, not clipped: a disc of a few pixels may exceed 1
    double solidity = 0;     ///< share of set pixels in the convex hull of the pixel centres, (0, 1]; 1 for a disc
    double feretMax = 0;     ///< greatest distance between two parallel tangents
    double feretMin = 0;     ///< smallest one
    double ellipseMajor = 0; ///< full axes of the ellipse with the same second moments
    double ellipseMinor = 0;
    double eccentricity = 0;           ///< of that ellipse: 0 for a circle, below 1
    std::optional<double> orientation; ///< of its major axis, degrees in [0, 180) from the x axis towards the top of
                                       ///< the image; none when the axes are equal
    double sphereVolume = 0;           ///< pi / 6 d^3 of the equivalent diameter; an error of 3 % in d is 9 % here
    bool touchesBorder = false;        ///< then the rest is outside the image and everything above is too small
};

/// Pure; any thread.
CellMetrics measureCell(const masks::RleMask& silhouette);

} // namespace blastoscope::measure

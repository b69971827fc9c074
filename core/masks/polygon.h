// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// A closed outline in pixels (see base::Point); the last point joins the first.
using Polygon = std::vector<base::Point>;

/// The pixels inside `polygon`, clipped to the canvas. Rounds exactly as COCO's reference code does (cocoapi,
/// maskApi.c, rleFrPoly: the outline is sampled on a grid of a fifth of a pixel), so that areas and overlaps agree
/// with other tools. Fails with Corrupt for fewer than three points, coordinates that are not finite or an absurdly
/// long outline, and with InvalidArgument for a canvas without pixels.
base::Result<RleMask> fromPolygon(const Polygon& polygon, int width, int height);

/// The union of several outlines, e.g. of an object in several pieces. An empty list is an empty mask.
base::Result<RleMask> fromPolygons(std::span<const Polygon> polygons, int width, int height);

} // namespace blastoscope::masks

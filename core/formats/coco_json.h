// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/masks/polygon.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::formats {

class OutlineChecker;

/// A COCO segmentation on an image of that size: a list of polygons, or an object with "size" and "counts" (a list of
/// numbers or the compressed text). Fails with Corrupt; the message begins with a small letter and does not say where.
/// Polygons must pass `checker`.
base::Result<masks::RleMask> maskFromJson(const nlohmann::json& segmentation, int width, int height,
                                          OutlineChecker& checker);

/// Flat x1, y1, x2, y2 … with at least three points. Fails with Corrupt as above.
base::Result<masks::Polygon> polygonFromJson(const nlohmann::json& flat);

/// {"size": [h, w], "counts": compressed text}
nlohmann::ordered_json rleToJson(const masks::RleMask& mask);
/// Outer outlines along the pixel edges as flat lists x1, y1, x2, y2 …
nlohmann::ordered_json polygonsToJson(const masks::RleMask& mask);
/// [x, y, width, height]
nlohmann::ordered_json boxToJson(const base::Box& box);

} // namespace blastoscope::formats

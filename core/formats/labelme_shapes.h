// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/formats/outline_checker.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::formats {

/// The member of a labelme file that holds what is ours: {"own_names": ["nucleus"]}, the labels of objects that count
/// as blastomeres do.
inline constexpr const char* kOwnMember = "blastoscope";

/// Members of a labelme file, and of a shape in it, that the writer makes anew; all others are kept.
inline constexpr std::array kMadeMembers = {"version",     "shapes",     "imagePath", "imageData",
                                            "imageHeight", "imageWidth", kOwnMember};
inline constexpr std::array kMadeShapeMembers = {"points", "shape_type", "mask"};

/// The pixels of a labelme shape on an image of that size; what lies outside is cut off. Errors: Unsupported for types
/// without an area; Corrupt. Messages are sentences without the place.
base::Result<masks::RleMask> maskOfShape(const nlohmann::json& shape, int width, int height, OutlineChecker& checker);

/// The shapes of a silhouette: a polygon per piece, or one "mask" when it has holes; "label" and the rest are left to
/// the caller. `mask` is not empty. Errors: as imaging::encodeMaskPng().
base::Result<nlohmann::ordered_json> shapesOfMask(const masks::RleMask& mask);

} // namespace blastoscope::formats

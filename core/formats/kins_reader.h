// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// KINS in both dialects. 2019: "segmentation" is the whole silhouette, "inmodal_seg" the visible part. 2020:
/// "a_segm" and "i_segm" are polygons, "oco_id" names a cluster of overlapping objects and "ico_id" the order in it
/// (0: overlaps nothing, higher: farther back). "iscrowd" says nothing here but is reported. Wrong annotations are left
/// out and reported.
/// Errors: as readTextFile(); Corrupt.
base::Result<std::vector<ForeignFrame>> readKins(const std::filesystem::path& path, const ImportContext& context);
base::Result<std::vector<ForeignFrame>> parseKins(const std::string& text, const std::string& fileName,
                                                  const ImportContext& context);

} // namespace blastoscope::formats

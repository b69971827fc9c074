// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// COCOA (COCO amodal, Zhu et al. 2017): one annotation per image and author with "regions" (whole outline,
/// "visible_mask") and "depth_constraint" ("1-2,1-5": region 1 in front of 2 and 5, counted from 1). Regions with
/// "isStuff" are left out; of several authors of one image the first is taken. Sizes come from "images" or the
/// pictures. Wrong regions are left out and reported. Errors: as readTextFile(); Corrupt.
base::Result<std::vector<ForeignFrame>> readCocoa(const std::filesystem::path& path, const ImportContext& context);
base::Result<std::vector<ForeignFrame>> parseCocoa(const std::string& text, const std::string& fileName,
                                                   const ImportContext& context);

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/formats/annotated_frame.h"
#include "core/formats/exchange.h"

namespace blastoscope::formats {

/// KINS in the dialect of 2020, all frames in one file, as readKins() reads it: "a_segm" is the whole silhouette and
/// "i_segm" its visible part (absent where that is not known), both as polygons along the pixel edges; those with holes
/// are cut into pieces without, so that re-reading gives the same pixels. "ico_id" is a place in one sequence front to
/// back; what the depth order says otherwise or not at all is reported. Own names of objects are categories with
/// "own_name", which other programs ignore.
std::string toKinsText(const std::vector<AnnotatedFrame>& frames, ExchangeReport& report);
/// Errors: as writeTextFile().
base::Status writeKins(const std::vector<AnnotatedFrame>& frames, const std::filesystem::path& path,
                       ExchangeReport& report);

} // namespace blastoscope::formats

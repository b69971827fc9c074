// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// A COCO file of any program, also COCOA-cls and D2SA. Annotations that contradict themselves, have no mask or an
/// empty one are left out and reported. "iscrowd" makes objects uncertain in files of this program only; that it says
/// nothing otherwise is reported. Errors: as readCocoDataset().
base::Result<std::vector<ForeignFrame>> importCoco(const std::filesystem::path& path, const ImportContext& context);

} // namespace blastoscope::formats

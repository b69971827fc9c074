// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// A label TIFF or PNG: one frame per page, or one frame of depth layers when the file says so (label_writer.h). The
/// name of the picture is that of the file without the endings "_labels", "_label", "_layers", "_masks", "_mask" and
/// "_cp_masks". Errors: as imaging::LabelFileReader and masksOfLabels(), naming the file.
base::Result<std::vector<ForeignFrame>> readLabelFile(const std::filesystem::path& path, const ImportContext& context);

/// The file name of the picture that a label file belongs to, without extension.
std::string pictureNameOfLabels(const std::filesystem::path& path);

} // namespace blastoscope::formats

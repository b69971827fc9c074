// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// Whether a file is called as Cellpose calls its masks: NAME_cp_masks or NAME_masks with .tif, .tiff or .png.
bool isCellposeName(const std::filesystem::path& path);

/// Masks that Cellpose wrote: a label image. The pickled NAME_seg.npy is never opened, because loading it runs code
/// that the file contains. Errors: as readLabelFile(); Unsupported for NAME_seg.npy.
base::Result<std::vector<ForeignFrame>> readCellpose(const std::filesystem::path& path, const ImportContext& context);

} // namespace blastoscope::formats

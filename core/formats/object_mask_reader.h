// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {

/// What readObjectMasks() made of the files.
struct ObjectMasks {
    std::vector<ForeignFrame> frames;
    std::vector<std::filesystem::path> others; ///< files to be read as something else
};

/// Finds the files among `files` that hold the silhouette of one object each (0 and one other value), and makes one
/// frame of those that belong to the same picture; every silhouette stays whole. Names decide (object_mask_groups.h)
/// and then content: files whose names differ by a number alone need the value 255 or 65535, because numbers of label
/// images are small. Masks that are empty, of another size or of several values are left out and reported.
/// Errors: Cancelled.
base::Result<ObjectMasks> readObjectMasks(const std::vector<std::filesystem::path>& files, const ImportOptions& options,
                                          const ImportContext& context);

} // namespace blastoscope::formats

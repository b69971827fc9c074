// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// The entries of one folder by kind, each list in natural order.
struct FolderListing {
    std::vector<std::filesystem::path> pictures; ///< by content, or named like a picture (then a broken frame)
    std::vector<std::filesystem::path> stackFiles; ///< videos
    std::vector<std::filesystem::path> tables;   ///< .csv
    std::vector<std::filesystem::path> folders;  ///< not hidden
    std::vector<std::string> ignored;            ///< names of hidden and foreign files
};

/// Errors: NotFound, PermissionDenied, Io.
base::Result<FolderListing> listFolder(const std::filesystem::path& folder);

/// Pictures in the order of time: by RUN number when most names have one (others are left out with a warning), else in
/// natural order. Warns when the names belong to several recordings.
std::vector<std::filesystem::path> inTimeOrder(std::vector<std::filesystem::path> pictures,
                                               std::vector<std::string>& warnings);

/// "N files that are not pictures were ignored, e.g. …" for `names` that is not empty.
std::string ignoredFilesWarning(const std::vector<std::string>& names);

} // namespace blastoscope::imaging

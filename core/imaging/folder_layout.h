// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// The pictures of one focal plane, in time order.
struct FolderPlane {
    std::string name;           ///< e.g. "F-15"; empty when the folder names no plane
    std::optional<int> focus;   ///< the number in that name
    std::vector<std::filesystem::path> files;
};

/// What a folder holds as a stack.
struct FolderLayout {
    std::vector<FolderPlane> planes;                ///< by focus; at least one, each with files
    std::optional<std::filesystem::path> stackFile; ///< instead of planes: the folder's only file is a stack itself
    std::optional<std::filesystem::path> timeTable;
    std::optional<std::filesystem::path> phaseTable;
    std::vector<std::string> warnings;
};

/// Finds pictures by content, sorts them by RUN number or in natural order, and finds focal planes: subfolders "F0",
/// "F-15" …, or sibling data sets "name", "name_F15" … that hold a folder of the same name. A folder whose pictures lie
/// one level deeper is followed; nested copies, hidden and foreign files are ignored with a warning. Reads names and
/// first bytes only. Errors: NotFound (no pictures), InvalidArgument (several recordings), PermissionDenied, Io.
base::Result<FolderLayout> scanFolder(const std::filesystem::path& folder);

} // namespace blastoscope::imaging

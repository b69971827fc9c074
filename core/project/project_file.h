// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/project/database.h"

/// The file behind a project, before anything in it is read.
namespace blastoscope::project {

/// What the first hundred bytes of a file say.
struct FileHeader {
    bool isSqlite = false;
    std::uint32_t applicationId = 0;
    int version = 0; ///< of the project format, when it is one
    bool isProject() const;
};
/// Fails with NotFound, InvalidArgument (a folder) or PermissionDenied.
base::Result<FileHeader> readHeader(const std::filesystem::path& file);

/// How a file is opened: on a network drive with the rollback journal instead of the write-ahead log.
struct FileAccess {
    bool readOnly = false;
    bool networkDrive = false;
};

/// Opens a database that must be a project, sets it up and checks it. Fails with Corrupt for a damaged or foreign file
/// and as SQLite does; nothing is written to such a file.
base::Result<std::unique_ptr<Database>> openFile(const std::filesystem::path& file, const FileAccess& access);

/// A new project file of the current version that holds no stacks; what was there before is kept as "NAME.bak".
base::Status createFile(const std::filesystem::path& file);

/// Brings an older file up to date after a copy "NAME.vN.bak" was made.
base::Status updateFile(Database& database, const std::filesystem::path& file);

/// Puts `fresh` in the place of `file`; what was there before is kept as "NAME.bak".
base::Status replaceFile(const std::filesystem::path& fresh, const std::filesystem::path& file);

/// `path` as the project at `file` stores it.
std::string relativeTo(const std::filesystem::path& file, const std::filesystem::path& path);
/// The other direction: the absolute path of what is `stored`.
std::filesystem::path resolvedFrom(const std::filesystem::path& file, const std::string& stored);

} // namespace blastoscope::project

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace blastoscope::project {

/// True when `path` (or the folder it will be in) lies on a network file system, or on one of which that cannot be
/// known (FUSE): the shared memory of SQLite's write-ahead log does not work there.
bool isOnNetworkDrive(const std::filesystem::path& path);

} // namespace blastoscope::project

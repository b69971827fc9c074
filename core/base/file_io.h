// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace blastoscope::base {

/// The whole content of a regular file. Fails with NotFound, PermissionDenied or Io; the message names the file
/// without its folders.
Result<std::string> readTextFile(const std::filesystem::path& path);

/// Writes beside `path` and renames, so that a reader finds the old content or the new one, never half of it. Fails
/// with PermissionDenied, NotFound or Io (disk full); what was there stays then.
Status writeTextFile(const std::filesystem::path& path, std::string_view content);

/// Creates `folder` and its parents; succeeds when it is there already. Fails with PermissionDenied, NotFound or Io.
Status makeFolder(const std::filesystem::path& folder);

} // namespace blastoscope::base

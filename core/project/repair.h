// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/project/project_types.h"

namespace blastoscope::project {

/// What could be saved.
struct RepairReport {
    std::filesystem::path file; ///< the new project
    int stacks = 0;
    int frames = 0;
    int instances = 0;
    int steps = 0;
    std::int64_t auditRows = 0;
    std::vector<std::string> losses; ///< sentences for people; empty when everything was readable
};

/// Reads whatever can be read of a damaged project, works on a copy of it and never touches the original, and writes
/// it into the new project `target`. Fails with NotFound, with InvalidArgument when `target` exists, and with Corrupt
/// when not even the tables can be found.
base::Result<RepairReport> repairProject(const std::filesystem::path& damaged, const std::filesystem::path& target,
                                         const Author& author, const std::string& appVersion);

} // namespace blastoscope::project

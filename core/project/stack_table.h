// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/project/database.h"
#include "core/project/project_types.h"

/// The table of stacks. Functions throw SQLite::Exception; `file` is that of the project.
namespace blastoscope::project {

/// All stacks in the order in which they were added, with absolute paths.
std::vector<StackRecord> readStacks(Database& database, const std::filesystem::path& file);
/// Its key; that of the record is not looked at.
StackKey insertStack(Database& database, const std::filesystem::path& file, const StackRecord& record);
/// Path, fingerprint, hash, calibration and times of the stack with the record's key.
void updateStackRow(Database& database, const std::filesystem::path& file, const StackRecord& record);
/// The paths of all stacks, stored as seen from `from`, are stored as seen from `to`.
void rebaseStacks(Database& database, const std::filesystem::path& from, const std::filesystem::path& to);

/// All models that are named.
std::vector<ModelReference> readModels(Database& database);
/// Counts what is stored of the stack.
StackSummary summaryOf(Database& database, const StackRecord& record);

} // namespace blastoscope::project

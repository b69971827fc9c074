// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/project/database.h"

namespace blastoscope::project {

/// Marks a database as a project ("BLST").
inline constexpr std::int64_t kApplicationId = 0x424C5354;

/// What brings a project of version `to - 1` to version `to`.
struct Migration {
    int to = 0;
    const char* sql = nullptr;
};

/// All migrations, from the empty file on.
std::span<const Migration> migrations();
/// The version that this program writes.
int currentVersion();

/// The one that the file says (PRAGMA user_version); 0 for an empty file. Throws.
int versionOf(Database& database);
/// Runs, in one transaction, the migrations after the file's version up to `version`. Throws.
void migrate(Database& database, int version, std::span<const Migration> steps = migrations());

} // namespace blastoscope::project

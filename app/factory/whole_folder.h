// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "core/base/error.h"

namespace blastoscope::factory {

/// Lets `fill` write into a new folder beside `out`, which gets its name when that succeeds and is removed when it does
/// not: a reader finds the old folder or the whole new one. Fails as `fill` does and with Io.
base::Status writeWholeFolder(const std::filesystem::path& out,
                              const std::function<base::Status(const std::filesystem::path&)>& fill);

} // namespace blastoscope::factory

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/log.h"

namespace blastoscope::common {

/// The folder of the log files.
std::filesystem::path logFolder();

/// From now on messages of core go to `logFolder()/PROGRAM.log` (five files of 1 MiB, oldest dropped), to `also` when
/// it is set, and from warnings on to stderr when `toTerminal`. Messages carry no identifiers of patients, files or
/// folders. Where the folder cannot be written, a warning says so once and the other ways go on.
void startLogging(const std::string& program, bool toTerminal, base::LogSink also = {});

} // namespace blastoscope::common

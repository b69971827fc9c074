// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commands.h"

namespace blastoscope::cli {

/// Adds "train" to the group of commands "gan".
void addGanTrainCommand(CLI::App& group, Action& chosen);

} // namespace blastoscope::cli

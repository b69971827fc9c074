// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "app/cli/console.h"
#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::cli {

/// What the commands share while one runs.
struct Session {
    Console console;
    base::CancellationToken cancel; ///< set by Ctrl-C
};

/// Runs the command that was chosen on the command line.
using Action = std::function<base::Status(Session&)>;

/// Each adds one command with its options to `app`; when it is chosen, parsing sets `chosen`.
void addInfoCommand(CLI::App& app, Action& chosen);
void addSegmentCommand(CLI::App& app, Action& chosen);
void addMeasureCommand(CLI::App& app, Action& chosen);
void addSimulateCommand(CLI::App& app, Action& chosen);
void addTrainCommand(CLI::App& app, Action& chosen);
void addEvaluateCommand(CLI::App& app, Action& chosen);
void addProjectCommand(CLI::App& app, Action& chosen);
void addAuditCommand(CLI::App& app, Action& chosen);
void addImportCommand(CLI::App& app, Action& chosen);
void addExportCommand(CLI::App& app, Action& chosen);
void addDatasetCommand(CLI::App& app, Action& chosen);
void addCompareCommand(CLI::App& app, Action& chosen);
void addBenchmarkCommand(CLI::App& app, Action& chosen);
void addGanCommand(CLI::App& app, Action& chosen);

} // namespace blastoscope::cli

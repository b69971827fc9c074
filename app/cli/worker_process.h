// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::cli {

/// The training worker: beside this program when installed, in the neighbouring folder of a build tree. NotFound.
base::Result<std::filesystem::path> findWorker();

/// The recipe of the run in `out`; nothing when there is none yet. InvalidArgument when there is one that is not to be
/// resumed, so that nothing of it is overwritten.
base::Result<std::optional<std::filesystem::path>> earlierRecipe(const std::filesystem::path& out, bool resume);

/// How blastoscope-train is to be started.
struct WorkerCall {
    std::filesystem::path recipe;
    std::filesystem::path out;
    std::string device = "auto";
    int threads = 0;
    bool resume = false;
};

/// Becomes the training worker, so that signals and the exit code are its own. Returns only on failure (NotFound, Io).
base::Status becomeWorker(const WorkerCall& call);

/// Runs the worker with these options (its name left out) and waits for its end; its output goes to the file `log`.
/// When `stop` fires the worker is asked to end with a checkpoint; the result is then Cancelled. Otherwise fails with
/// Io (it could not be started) or Internal (it failed; the message holds what it said last).
base::Status runWorker(const std::vector<std::string>& options, const std::filesystem::path& log,
                       const base::CancellationToken& stop);

} // namespace blastoscope::cli

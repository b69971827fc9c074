// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

#include <unistd.h>

#include "app/common/program.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct TrainOptions {
    std::string config;
    std::string out;
    std::string device = "auto";
    int threads = 0;
    bool resume = false;
};

/// Beside this program when installed, in the neighbouring folder of a build tree.
base::Result<fs::path> findWorker()
{
    const fs::path here = common::programFolder();
    for (const fs::path& candidate : {here / "blastoscope-train", here.parent_path() / "train" / "blastoscope-train"})
        if (fs::exists(candidate))
            return candidate;
    return base::fail(base::ErrorCode::NotFound, "The program blastoscope-train is not installed beside this one.");
}

/// Becomes the training worker, so that signals and the exit code are its own. Returns only on failure.
base::Status becomeWorker(const TrainOptions& options)
{
    const auto worker = findWorker();
    if (!worker)
        return tl::unexpected(worker.error());
    std::vector<std::string> words = {worker->string(), "--config",  options.config,
                                      "--out",          options.out, "--device",
                                      options.device,   "--threads", std::to_string(options.threads)};
    if (options.resume)
        words.push_back("--resume");
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    return base::fail(base::ErrorCode::Io, "The program blastoscope-train cannot be started.", std::strerror(errno));
}

} // namespace

void addTrainCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<TrainOptions>();
    CLI::App* command = app.add_subcommand("train", "Train a model on simulated embryos (runs blastoscope-train)");
    command->add_option("--config", options->config, "Recipe (JSON)")->required()->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder of the run")->required();
    command->add_flag("--resume", options->resume, "Go on where the run in --out stopped");
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback([options, &chosen] { chosen = [options](Session&) { return becomeWorker(*options); }; });
}

} // namespace blastoscope::cli

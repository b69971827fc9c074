// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <memory>

#include "app/cli/worker_process.h"
#include "core/base/file_io.h"
#include "core/dataset/fine_tuning_recipe.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct TrainOptions {
    std::string config;
    std::string out;
    std::string device = "auto";
    int threads = 0;
    bool resume = false;
    dataset::FineTuning tuning; ///< what --dataset and --base say; --config says it in a file instead
};

constexpr const char* kWrittenRecipe = "fine-tuning.json";

/// The recipe that the worker is to follow: the given one, the one of the run to go on with, or one written for this
/// fine-tuning into the run's folder.
base::Result<fs::path> recipeFile(const TrainOptions& options)
{
    if (!options.config.empty())
        return options.config;
    const fs::path out = options.out;
    std::error_code error;
    if (options.resume && options.tuning.base.empty() && fs::exists(out / "recipe.json", error))
        return out / "recipe.json";
    if (options.tuning.base.empty() || options.tuning.dataset.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A run needs --config RECIPE, or --base MODEL and --dataset FOLDER.");
    if (auto made = base::makeFolder(out); !made)
        return tl::unexpected(made.error());
    const fs::path file = out / kWrittenRecipe;
    if (auto written = base::writeTextFile(file, dataset::fineTuningRecipe(options.tuning)); !written)
        return tl::unexpected(written.error());
    return file;
}

/// Becomes the training worker, so that signals and the exit code are its own. Returns only on failure.
base::Status train(const TrainOptions& options)
{
    const auto recipe = recipeFile(options);
    if (!recipe)
        return tl::unexpected(recipe.error());
    return becomeWorker({*recipe, options.out, options.device, options.threads, options.resume});
}

void addFineTuningOptions(CLI::App& command, dataset::FineTuning& options, CLI::Option* config)
{
    command.add_option("--base", options.base, "Fine-tune this weight file")->check(CLI::ExistingFile)->excludes(config);
    command.add_option("--dataset", options.dataset, "Training set (see dataset build)")
        ->check(CLI::ExistingDirectory)
        ->excludes(config);
    command.add_option("--minutes", options.minutes, "Fine-tuning: minutes of training (default 10)")
        ->check(CLI::PositiveNumber)
        ->excludes(config);
    command.add_option("--steps", options.steps, "Fine-tuning: steps of training")
        ->check(CLI::PositiveNumber)
        ->excludes(config);
    command
        .add_option("--simulated-share", options.simulatedShare,
                    "Fine-tuning: share of simulated pictures, against forgetting (default 0.5)")
        ->check(CLI::Range(0.0, 1.0))
        ->excludes(config);
    command.add_option("--learning-rate", options.learningRate, "Fine-tuning: largest step size (default 0.0001)")
        ->check(CLI::Range(0.0, 1.0))
        ->excludes(config);
    command.add_option("--freeze", options.freeze, "Fine-tuning: parts to leave as they are, e.g. backbone,fpn")
        ->delimiter(',')
        ->excludes(config);
    command.add_option("--name", options.name, "Fine-tuning: name of the new model (default: that of the base)")
        ->excludes(config);
}

} // namespace

void addTrainCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<TrainOptions>();
    CLI::App* command = app.add_subcommand("train",
                                           "Train a model on simulated embryos, or fine-tune one on a training set (runs "
                                           "blastoscope-train)");
    auto* config = command->add_option("--config", options->config, "Recipe (JSON)")->check(CLI::ExistingFile);
    addFineTuningOptions(*command, options->tuning, config);
    command->add_option("--out", options->out, "Folder of the run")->required();
    command->add_flag("--resume", options->resume, "Go on where the run in --out stopped");
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback([options, &chosen] { chosen = [options](Session&) { return train(*options); }; });
}

} // namespace blastoscope::cli

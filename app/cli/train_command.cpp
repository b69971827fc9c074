// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <memory>
#include <vector>

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
    const auto earlier = earlierRecipe(out, options.resume);
    if (!earlier)
        return tl::unexpected(earlier.error());
    if (*earlier && options.tuning.base.empty())
        return **earlier;
    if (options.tuning.base.empty() || options.tuning.dataset.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A run needs --config RECIPE, or --base MODEL and --dataset FOLDER.");
    const std::string recipe = dataset::fineTuningRecipe(options.tuning);
    const fs::path file = out / kWrittenRecipe;
    if (*earlier) { // its recipe.json is this one, completed from the base
        if (const auto begun = base::readTextFile(file); begun && *begun == recipe)
            return file;
        return base::fail(base::ErrorCode::Incompatible,
                          "The run in " + out.string() +
                              " was begun with other options: give --resume without them to go on with it, or choose "
                              "another folder.");
    }
    if (auto made = base::makeFolder(out); !made)
        return tl::unexpected(made.error());
    if (auto written = base::writeTextFile(file, recipe); !written)
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

/// Those that have a meaning only together with --base.
std::vector<CLI::Option*> addFineTuningOptions(CLI::App& command, dataset::FineTuning& options, CLI::Option* config)
{
    std::vector<CLI::Option*> added;
    command.add_option("--base", options.base, "Fine-tune this weight file")
        ->check(CLI::ExistingFile)
        ->excludes(config);
    const auto add = [&](const char* name, auto& value, const char* description) {
        added.push_back(command.add_option(name, value, description)->excludes(config));
        return added.back();
    };
    add("--dataset", options.dataset, "Training set (see dataset build)")->check(CLI::ExistingDirectory);
    add("--minutes", options.minutes, "Fine-tuning: minutes of training (default 10)")->check(CLI::PositiveNumber);
    add("--steps", options.steps, "Fine-tuning: steps of training")->check(CLI::PositiveNumber);
    add("--simulated-share", options.simulatedShare,
        "Fine-tuning: share of simulated pictures, against forgetting (default 0.5)")
        ->check(CLI::Range(0.0, 1.0));
    add("--learning-rate", options.learningRate, "Fine-tuning: largest step size (default 0.0001)")
        ->check(CLI::Range(0.0, 1.0));
    add("--freeze", options.freeze, "Fine-tuning: parts to leave as they are, e.g. backbone,fpn")->delimiter(',');
    add("--name", options.name, "Fine-tuning: name of the new model (default: that of the base)");
    return added;
}

/// A run that is resumed keeps what it was begun with.
void refuseIdleOptions(const TrainOptions& options, const std::vector<CLI::Option*>& fineTuning)
{
    if (!options.resume || !options.tuning.base.empty())
        return;
    std::string idle;
    for (const CLI::Option* option : fineTuning)
        if (option->count() > 0)
            idle += (idle.empty() ? "" : ", ") + option->get_name();
    if (!idle.empty())
        throw CLI::ValidationError(idle, "A run that is resumed keeps the options that it was begun with.");
}

} // namespace

void addTrainCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<TrainOptions>();
    CLI::App* command =
        app.add_subcommand("train", "Train a model on simulated embryos, or fine-tune one on a training set (runs "
                                    "blastoscope-train)");
    auto* config = command->add_option("--config", options->config, "Recipe (JSON)")->check(CLI::ExistingFile);
    const auto fineTuning = addFineTuningOptions(*command, options->tuning, config);
    command->add_option("--out", options->out, "Folder of the run")->required();
    command->add_flag("--resume", options->resume, "Go on where the run in --out stopped");
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback([options, fineTuning, &chosen] {
        refuseIdleOptions(*options, fineTuning);
        chosen = [options](Session&) { return train(*options); };
    });
}

} // namespace blastoscope::cli

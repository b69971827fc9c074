// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <filesystem>
#include <memory>

#include "app/cli/worker_process.h"
#include "core/base/file_io.h"
#include "core/dataset/generated/generator_recipe.h"
#include "core/dataset/picture_set.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kWrittenRecipe = "gan.json";
constexpr const char* kPictures = "pictures";

struct GanTrainOptions {
    std::string config;
    std::string images;
    std::string dataset;
    bool simulated = false;
    std::string out;
    std::string features;
    std::string device = "auto";
    int threads = 0;
    int resolution = 64;
    int batch = 16;
    int steps = 0;
    double minutes = 0;
    std::uint64_t seed = 1;
    bool fixedAugmentation = false;
    bool anySize = false;
    bool resume = false;
};

std::string recipeOf(const GanTrainOptions& options, const std::string& dataset)
{
    dataset::GeneratorTraining training;
    training.pictures = dataset;
    training.resolution = options.resolution;
    training.batch = options.batch;
    if (options.steps > 0)
        training.steps = options.steps;
    if (options.minutes > 0)
        training.minutes = options.minutes;
    training.features = options.features;
    training.augment = !options.fixedAugmentation;
    training.anySize = options.anySize;
    training.seed = options.seed;
    return dataset::generatorRecipe(training);
}

/// The folder of the training set: the given one, or the pictures of `images` written into the run's folder.
base::Result<std::string> trainingSet(const GanTrainOptions& options, Session& session)
{
    if (!options.dataset.empty())
        return fs::absolute(options.dataset).string();
    const auto stack = imaging::openStack(options.images);
    if (!stack)
        return tl::unexpected(stack.error());
    const fs::path folder = fs::absolute(options.out) / kPictures;
    const auto report = dataset::writePictureSet(
        *stack, folder, session.cancel, [&](const base::Progress& progress) { session.console.progress(progress); });
    if (!report)
        return tl::unexpected(report.error());
    for (const std::string& warning : report->warnings)
        session.console.warn(warning);
    session.console.print(std::to_string(report->pictures) + " pictures to learn from.\n");
    return folder.string();
}

base::Result<fs::path> recipeFile(const GanTrainOptions& options, Session& session)
{
    if (!options.config.empty())
        return options.config;
    const fs::path out = options.out;
    const auto earlier = earlierRecipe(out, options.resume);
    if (!earlier)
        return tl::unexpected(earlier.error());
    if (*earlier)
        return **earlier;
    if (auto made = base::makeFolder(out); !made)
        return tl::unexpected(made.error());
    std::string dataset;
    if (!options.simulated) {
        auto found = trainingSet(options, session);
        if (!found)
            return tl::unexpected(found.error());
        dataset = std::move(*found);
    }
    const fs::path file = out / kWrittenRecipe;
    if (auto written = base::writeTextFile(file, recipeOf(options, dataset)); !written)
        return tl::unexpected(written.error());
    return file;
}

base::Status train(const GanTrainOptions& options, Session& session)
{
    const int sources =
        !options.config.empty() + !options.images.empty() + !options.dataset.empty() + options.simulated;
    if (sources > 1 || (sources == 0 && !options.resume))
        return base::fail(base::ErrorCode::InvalidArgument,
                          "Name one source: --images, --dataset, --simulated or --config, or go on with --resume.");
    const auto recipe = recipeFile(options, session);
    if (!recipe)
        return tl::unexpected(recipe.error());
    return becomeWorker({*recipe, options.out, options.device, options.threads, options.resume});
}

} // namespace

void addGanTrainCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanTrainOptions>();
    CLI::App* command = group.add_subcommand("train", "Train a generator of pictures (runs blastoscope-train)");
    command->add_option("--images", options->images, "Pictures without annotations: a folder, TIFF stack or video")
        ->check(CLI::ExistingPath);
    command
        ->add_option("--dataset", options->dataset,
                     "Training set (see dataset build); its held-out frames take no part")
        ->check(CLI::ExistingDirectory);
    command->add_flag("--simulated", options->simulated, "Learn simulated embryos");
    command->add_option("--config", options->config, "Recipe (JSON)")->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder of the run")->required();
    command->add_option("--resolution", options->resolution, "Side of the pictures")
        ->check(CLI::IsMember({16, 32, 64, 128, 256}))
        ->capture_default_str();
    command->add_option("--batch", options->batch, "Pictures of a step")
        ->check(CLI::Range(2, 4096))
        ->capture_default_str();
    command->add_option("--steps", options->steps, "Steps of training")->check(CLI::PositiveNumber);
    command->add_option("--minutes", options->minutes, "Minutes of training (default 60, without --steps)")
        ->check(CLI::PositiveNumber);
    command->add_option("--seed", options->seed, "Of everything random")->capture_default_str();
    command->add_option("--features", options->features, "Model whose backbone measures KID-own while training")
        ->check(CLI::ExistingFile);
    command->add_flag("--no-augment", options->fixedAugmentation, "Without adaptive discriminator augmentation");
    command->add_flag("--any-size", options->anySize, "Take the middle square of pictures of several sizes");
    command->add_flag("--resume", options->resume, "Go on where the run in --out stopped");
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return train(*options, session); }; });
}

} // namespace blastoscope::cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <filesystem>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

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

/// An option that says what is learned or how, and where that stands in the recipe.
struct RecipeOption {
    const CLI::Option* option;
    const char* place; ///< JSON pointer
};

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
    std::vector<RecipeOption> recipeOptions;
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

nlohmann::json valueAt(const nlohmann::json& recipe, const char* place)
{
    const nlohmann::json::json_pointer pointer(place);
    return recipe.contains(pointer) ? recipe.at(pointer) : nlohmann::json();
}

/// A run that goes on keeps the recipe that it was begun with: options that say otherwise are refused.
base::Status checkKept(const GanTrainOptions& options, const fs::path& earlier)
{
    const auto text = base::readTextFile(earlier);
    if (!text)
        return tl::unexpected(text.error());
    const fs::path pictures = options.images.empty() ? fs::path(options.dataset) : fs::path(options.out) / kPictures;
    const auto begun = nlohmann::json::parse(*text, nullptr, false);
    const auto asked = nlohmann::json::parse(recipeOf(options, pictures.string()), nullptr, false);
    std::string differing;
    for (const RecipeOption& known : options.recipeOptions) {
        if (known.option->count() > 0 && valueAt(asked, known.place) != valueAt(begun, known.place))
            differing += (differing.empty() ? "" : ", ") + known.option->get_name();
    }
    if (differing.empty())
        return {};
    return base::fail(base::ErrorCode::Incompatible,
                      "The run in " + options.out + " was begun with other options (" + differing +
                          "): give --resume without them to go on with it, or choose another folder. \"gan export\" "
                          "writes the generator as far as it is trained.");
}

base::Result<fs::path> recipeFile(const GanTrainOptions& options, Session& session)
{
    if (!options.config.empty())
        return options.config;
    const fs::path out = options.out;
    const auto earlier = earlierRecipe(out, options.resume);
    if (!earlier)
        return tl::unexpected(earlier.error());
    if (*earlier) {
        if (auto kept = checkKept(options, **earlier); !kept)
            return tl::unexpected(kept.error());
        if (!options.images.empty())
            session.console.warn("The run goes on with the pictures that it began with; --images is not read again.");
        return **earlier;
    }
    if (options.images.empty() && options.dataset.empty() && !options.simulated)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "There is no run in " + options.out +
                              " to go on with. Name what to learn from: --images, --dataset, --simulated or --config.");
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

/// What is learned; one of them, or --config.
void addSources(CLI::App& command, GanTrainOptions& options)
{
    const auto keep = [&](const CLI::Option* option) { options.recipeOptions.push_back({option, "/dataset"}); };
    keep(command.add_option("--images", options.images, "Pictures without annotations: a folder, TIFF stack or video")
             ->check(CLI::ExistingPath));
    keep(command
             .add_option("--dataset", options.dataset,
                         "Training set (see dataset build); its held-out frames take no part")
             ->check(CLI::ExistingDirectory));
    keep(command.add_flag("--simulated", options.simulated, "Learn simulated embryos"));
}

/// How it is learned; a recipe given with --config says that itself.
void addRecipeOptions(CLI::App& command, GanTrainOptions& options, CLI::Option* config)
{
    const auto keep = [&](CLI::Option* option, const char* place) {
        option->excludes(config);
        options.recipeOptions.push_back({option, place});
    };
    keep(command.add_option("--resolution", options.resolution, "Side of the pictures")
             ->check(CLI::IsMember({16, 32, 64, 128, 256}))
             ->capture_default_str(),
         "/gan/architecture/resolution");
    keep(command.add_option("--batch", options.batch, "Pictures of a step")
             ->check(CLI::Range(2, 4096))
             ->capture_default_str(),
         "/gan/batch");
    keep(command.add_option("--steps", options.steps, "Steps of training")->check(CLI::PositiveNumber), "/gan/steps");
    keep(command.add_option("--minutes", options.minutes, "Minutes of training (default 60, without --steps)")
             ->check(CLI::PositiveNumber),
         "/gan/minutes");
    keep(command.add_option("--seed", options.seed, "Of everything random")->capture_default_str(), "/seed");
    keep(command.add_option("--features", options.features, "Model whose backbone measures KID-own while training")
             ->check(CLI::ExistingFile),
         "/gan/features");
    keep(command.add_flag("--no-augment", options.fixedAugmentation, "Without adaptive discriminator augmentation"),
         "/gan/augment");
    keep(command.add_flag("--any-size", options.anySize, "Take the middle square of pictures of several sizes"),
         "/gan/any_size");
}

} // namespace

void addGanTrainCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanTrainOptions>();
    CLI::App* command = group.add_subcommand("train", "Train a generator of pictures (runs blastoscope-train)");
    addSources(*command, *options);
    auto* config = command->add_option("--config", options->config, "Recipe (JSON)")->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder of the run")->required();
    addRecipeOptions(*command, *options, config);
    command->add_flag("--resume", options->resume,
                      "Go on where the run in --out stopped, with the options that it was begun with");
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    runs(command, options, chosen, train);
}

} // namespace blastoscope::cli

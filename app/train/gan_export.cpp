// SPDX-License-Identifier: Apache-2.0
#include "app/train/gan_export.h"

#include <cstdlib>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "app/train/recipe.h"
#include "app/train/simulation_source.h"
#include "app/train/stage_runner.h"
#include "core/base/file_io.h"
#include "core/nn/io/checkpoint.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::train {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStage = "gan";
constexpr const char* kRecipeFile = "recipe.json"; ///< of a run, as run.h leaves it
constexpr const char* kInputsFile = "inputs.json"; ///< as checkInputs leaves it

/// The state of a GanPair with averaged weights.
struct TrainedPair {
    nn::TensorMap state;
    ExportedGenerator progress;
};

base::Result<TrainedPair> finishedPair(const fs::path& weights)
{
    auto file = nn::readTensorFile(weights);
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    TrainedPair pair{std::move(file->tensors), {0, true}};
    if (const auto steps = file->metadata.find("steps"); steps != file->metadata.end())
        pair.progress.steps = std::atoll(steps->second.c_str());
    return pair;
}

/// The state that Trainer::state left, with the averages in the place of the parameters.
base::Result<TrainedPair> pairOfCheckpoint(const fs::path& path)
{
    const auto checkpoint = nn::readCheckpoint(path);
    if (!checkpoint)
        return tl::unexpected<base::Error>(checkpoint.error());
    TrainedPair pair;
    pair.state = nn::tensorsUnder(checkpoint->tensors, "average.");
    pair.state.merge(nn::tensorsUnder(checkpoint->tensors, "model."));
    if (checkpoint->info.is_object() && checkpoint->info.contains("step") && checkpoint->info["step"].is_number())
        pair.progress.steps = checkpoint->info["step"];
    return pair;
}

base::Result<TrainedPair> trainedPair(const RunContext& context)
{
    if (isStageDone(context, kStage))
        return finishedPair(stageWeights(context, kStage));
    const fs::path checkpoint = stageCheckpoint(context, kStage);
    std::error_code error;
    if (!fs::exists(checkpoint, error))
        return base::fail(base::ErrorCode::NotFound, "The run in " + context.out.string() +
                                                         " has left no checkpoint yet; let it train a little longer.");
    return pairOfCheckpoint(checkpoint);
}

/// Of the pictures, as the run noted it when it began; empty for a run that learns simulated embryos.
std::string datasetHash(const fs::path& run)
{
    const auto text = base::readTextFile(run / kInputsFile);
    const auto inputs = nlohmann::json::parse(text.value_or("{}"), nullptr, false);
    const nlohmann::json::json_pointer hash("/dataset_sha256");
    return inputs.contains(hash) && inputs.at(hash).is_string() ? inputs.at(hash).get<std::string>() : "";
}

std::map<std::string, std::string> metadataOf(const Recipe& recipe, const fs::path& run, std::int64_t steps)
{
    const std::string& dataset = recipe.fineTuning.dataset;
    nlohmann::json source = recipe.source;
    source["dataset"] = fs::path(dataset).filename().string();
    return {{"name", recipe.name},
            {"version", recipe.version},
            {"description", recipe.description},
            {"licence", recipe.licence},
            {"recipe", source.dump()},
            {"steps", std::to_string(steps)},
            {"data_hash", dataset.empty() ? SimulationSource(recipe.simulation).fingerprint() : ""},
            {"dataset_sha256", datasetHash(run)}};
}

} // namespace

base::Result<ExportedGenerator> exportGenerator(const fs::path& run, const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(run / kRecipeFile, error))
        return base::fail(base::ErrorCode::NotFound, "The folder " + run.string() + " holds no run.");
    const auto recipe = readRecipe(run / kRecipeFile);
    if (!recipe)
        return tl::unexpected<base::Error>(recipe.error());
    if (!recipe->isGan())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The run in " + run.string() + " does not train a generator of pictures.");
    RunContext context;
    context.recipe = *recipe;
    context.out = run;
    auto pair = trainedPair(context);
    if (!pair)
        return tl::unexpected<base::Error>(pair.error());
    auto generator =
        nn::guarded("The generator cannot be built.", [&] { return nn::StyleGenerator(recipe->gan.networks); });
    if (!generator)
        return tl::unexpected<base::Error>(generator.error());
    if (auto loaded = nn::loadState(**generator, pair->state, nn::kGeneratorPrefix); !loaded)
        return tl::unexpected<base::Error>(loaded.error());
    if (auto written = nn::writeGenerator(file, *generator, metadataOf(*recipe, run, pair->progress.steps)); !written)
        return tl::unexpected<base::Error>(written.error());
    return pair->progress;
}

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#include "app/train/export_stage.h"

#include "app/train/count_choice.h"
#include "app/train/detector_stage.h"
#include "app/train/simulation_source.h"
#include "app/train/trained_parts.h"
#include "core/base/object_class.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::train {
namespace {

/// Enough simulated pictures to know what they look like.
constexpr int kLookPictures = 300;

/// A weight file travels; the folders of the machine that made it need not.
nlohmann::json withoutFolders(nlohmann::json recipe)
{
    for (const char* key : {"base", "dataset"}) {
        if (recipe.contains(key))
            recipe[key] = std::filesystem::path(recipe.at(key).get<std::string>()).filename().string();
    }
    return recipe;
}

std::vector<nn::PictureStatistics> overviewStatistics(const nn::SampleSource& source, int count)
{
    std::vector<nn::PictureStatistics> pictures;
    for (int i = 0; i < count; ++i) {
        const nn::TrainingSample sample = source.sample(std::uint64_t(i));
        if (sample.overviewSize == 0)
            continue;
        const std::vector<float> gray(sample.overview.begin(), sample.overview.end());
        pictures.push_back(nn::statisticsOf(gray, sample.overviewSize, sample.overviewSize));
    }
    return pictures;
}

/// Of the simulated pictures, of the base's and of those of the training set.
std::optional<nn::TrainingLook> trainingLook(const RunContext& context)
{
    auto pictures = overviewStatistics(SimulationSource(context.recipe.simulation), kLookPictures);
    if (context.dataset) {
        for (const nn::PictureStatistics& real :
             overviewStatistics(*context.dataset->train, int(context.dataset->train->size())))
            pictures.push_back(real);
    }
    const auto look = nn::TrainingLook::of(pictures);
    const bool baseSays = context.ancestor && context.ancestor->description.look;
    return look && baseSays ? look->unitedWith(*context.ancestor->description.look) : look;
}

nn::ModelDescription describe(const RunContext& context, const nlohmann::json& finder, const nlohmann::json& detector,
                              const nlohmann::json& metrics)
{
    const Recipe& recipe = context.recipe;
    nn::ModelDescription description;
    description.name = recipe.name;
    description.version = recipe.version;
    description.description = recipe.description;
    description.licence = recipe.licence;
    description.intendedUse = "Research use only. Trained on simulated images; not a medical device.";
    description.classNames.assign(base::kObjectClassNames.begin(), base::kObjectClassNames.end());
    description.countRule = countRuleOf(metrics.at("count"));
    description.architecture = {{"family", "amodal-detector"}, {"finder", finder}, {"detector", detector}};
    description.inputSize = recipe.detector.inputSize;
    description.fieldOfView = recipe.detector.fieldOfView;
    description.recipe = withoutFolders(recipe.source);
    description.dataHash = context.dataHash;
    description.metrics = metrics;
    description.look = trainingLook(context);
    if (context.ancestor) {
        const nn::ModelDescription& base = context.ancestor->description;
        description.ancestor = context.ancestor->sha256;
        description.ancestorName = base.name + " " + base.version;
    }
    if (context.dataset) {
        description.datasetHash = context.dataset->hash;
        description.intendedUse = "Research use only; not a medical device. Fine-tuned on a user's own annotations.";
    }
    return description;
}

/// That of the base while nothing that counts is trained any further.
std::optional<nn::CountRule> knownRule(const RunContext& context)
{
    const bool counts = context.recipe.includes("detector") || context.recipe.includes("relation");
    return context.ancestor && !counts ? std::optional(context.ancestor->description.countRule) : std::nullopt;
}

/// On simulated frames; the counting rule is chosen for the real frames of the training set as well, if there is one.
/// Those held out take no part in the choice.
nlohmann::json measured(const RunContext& context, nn::AmodalDetector& detector)
{
    const DetectorEvaluation simulated = heldOutEvaluation(context, context.recipe.evaluation.finalSamples);
    if (!context.dataset || !context.dataset->exhaustive)
        return simulated.measure(detector, nullptr, knownRule(context));
    const DetectorRecipe& recipe = context.recipe.detector;
    const DetectorEvaluation real(*context.dataset->train, int(context.dataset->train->size()),
                                  {recipe.inputSize, recipe.fieldOfView, recipe.precision, recipe.batch});
    return simulated.measure(detector, &real);
}

} // namespace

base::Result<nn::RunOutcome> runExportStage(const RunContext& context)
{
    auto detector = trainedDetector(context);
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    auto finder = trainedFinder(context);
    if (!finder)
        return tl::unexpected<base::Error>(finder.error());
    (*detector)->dropTrainingParts();
    nn::roundToHalf(**detector);
    nn::roundToHalf(**finder);

    (*detector)->to(context.device);
    (*detector)->eval();
    const nlohmann::json metrics = measured(context, *detector);
    nn::TensorFile file;
    file.tensors = nn::stateOf(**detector, nn::kDetectorPrefix);
    file.tensors.merge(nn::stateOf(**finder, nn::kFinderPrefix));
    file.metadata =
        nn::toMetadata(describe(context, nn::toJson((*finder)->options), nn::toJson((*detector)->options), metrics));
    if (auto status = nn::writeTensorFile(context.out / kModelFile, file, nn::FloatStorage::Half); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = context.log->write("exported", {{"file", kModelFile}, {"metrics", metrics}}); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace blastoscope::train

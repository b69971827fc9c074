// SPDX-License-Identifier: Apache-2.0
#include "app/train/export_stage.h"

#include "app/train/detector_stage.h"
#include "core/base/object_class.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/embryo_finder.h"

namespace blastoscope::train {
namespace {

constexpr const char* kModelFile = "model.safetensors";

/// Rounds every floating-point tensor as the file will, so that what is measured is what is shipped.
void roundToHalf(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : nn::stateOf(module)) {
        if (tensor.is_floating_point())
            torch::Tensor(tensor).copy_(tensor.to(torch::kHalf).to(tensor.scalar_type()));
    }
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
    description.countThreshold = metrics.at("count").at("threshold");
    description.mergeIou = metrics.at("count").at("merge_iou");
    description.architecture = {{"family", "amodal-detector"}, {"finder", finder}, {"detector", detector}};
    description.inputSize = recipe.detector.inputSize;
    description.fieldOfView = recipe.detector.fieldOfView;
    description.recipe = recipe.source;
    description.dataHash = context.dataHash;
    description.metrics = metrics;
    return description;
}

} // namespace

base::Result<nn::RunOutcome> runExportStage(const RunContext& context)
{
    auto detector = nn::makeAmodalDetector(context.recipe.detector.architecture);
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    auto finder = nn::makeEmbryoFinder(context.recipe.finder.architecture);
    if (!finder)
        return tl::unexpected<base::Error>(finder.error());
    if (auto status = loadStage(context, "detector", **detector); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = loadStage(context, "finder", **finder); !status)
        return tl::unexpected<base::Error>(status.error());
    roundToHalf(**detector);
    roundToHalf(**finder);

    (*detector)->to(context.device);
    (*detector)->eval();
    const nlohmann::json metrics =
        heldOutEvaluation(context, context.recipe.evaluation.finalSamples).measure(*detector);
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

// SPDX-License-Identifier: Apache-2.0
#include "app/train/snap_stage.h"

#include "app/train/snap_evaluation.h"
#include "core/base/log.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/data/snap_pairs.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/io/snap_description.h"
#include "core/nn/models/shape_snap.h"

namespace blastoscope::train {
namespace {

constexpr const char* kIntendedUse = "Research use only. Trained on simulated silhouettes; not a medical device.";

base::Result<nn::VqVae> makeNetwork(const RunContext& context)
{
    nn::SnapDescription description;
    description.architecture = {{"vq_vae", context.recipe.snap.architecture}};
    return nn::makeSnapNetwork(description);
}

SnapEvaluation heldOut(const RunContext& context, int shapes)
{
    SnapEvaluationOptions options;
    options.seed = context.recipe.evaluation.seed;
    options.shapes = shapes;
    return SnapEvaluation(options);
}

class SnapTask : public nn::TrainingTask {
public:
    SnapTask(const RunContext& context, nn::VqVae model)
        : m_context(context), m_model(std::move(model)), m_batches([this](std::int64_t step) { return pairs(step); })
    {
    }

    std::string name() const override { return "snap"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        const nn::SnapPairs batch = m_batches.take(step);
        return m_model->losses(batch.damaged.to(m_context.device), batch.whole.to(m_context.device),
                               nn::stepSeed(m_context.recipe.seed, step));
    }

    nlohmann::json evaluate()
    {
        if (!m_heldOut)
            m_heldOut.emplace(heldOut(m_context, m_context.recipe.evaluation.samples));
        const double margin = m_context.recipe.snap.margin;
        return m_heldOut->measure([&](const masks::RleMask& mask) { return nn::snappedShape(m_model, mask, margin); });
    }

private:
    nn::SnapPairs pairs(std::int64_t step) const
    {
        const SnapRecipe& recipe = m_context.recipe.snap;
        const nn::SnapPairOptions options{m_model->options.maskSize, recipe.margin, recipe.minimumArea,
                                          recipe.inventedShare};
        return nn::snapPairs(samplesOf(m_context, step, recipe.frames), recipe.batch, options,
                             base::Random(nn::stepSeed(m_context.recipe.seed, step)));
    }

    const RunContext& m_context;
    nn::VqVae m_model;
    std::optional<SnapEvaluation> m_heldOut;
    nn::Prefetcher<nn::SnapPairs> m_batches;
};

nn::SnapDescription describe(const RunContext& context, const nn::VqVaeOptions& options, const nlohmann::json& metrics)
{
    const Recipe& recipe = context.recipe;
    nn::SnapDescription description;
    description.name = recipe.name;
    description.version = recipe.version;
    description.description = recipe.description;
    description.licence = recipe.licence;
    description.intendedUse = kIntendedUse;
    description.architecture = nn::snapArchitecture(options);
    description.margin = recipe.snap.margin;
    description.recipe = recipe.source;
    description.dataHash = context.dataHash;
    description.metrics = metrics;
    return description;
}

} // namespace

base::Result<nn::RunOutcome> runSnapStage(const RunContext& context)
{
    torch::manual_seed(context.recipe.seed);
    auto model = makeNetwork(context);
    if (!model)
        return tl::unexpected<base::Error>(model.error());
    (*model)->to(context.device);
    SnapTask task(context, *model);
    const auto evaluation =
        std::make_shared<nn::EvaluationHook>([&] { return task.evaluate(); }, context.recipe.evaluation.interval, "iou",
                                             context.recipe.evaluation.patience, context.log);
    return runStage(context, task, context.recipe.snap.trainer, evaluation);
}

base::Result<nn::RunOutcome> exportSnap(const RunContext& context)
{
    auto model = makeNetwork(context);
    if (!model)
        return tl::unexpected<base::Error>(model.error());
    if (auto status = loadStage(context, "snap", **model); !status)
        return tl::unexpected<base::Error>(status.error());
    nn::roundToHalf(**model);
    (*model)->to(context.device);
    (*model)->eval();
    const double margin = context.recipe.snap.margin;
    const nlohmann::json metrics =
        heldOut(context, context.recipe.evaluation.finalSamples).measure([&](const masks::RleMask& mask) {
            return nn::snappedShape(*model, mask, margin);
        });
    base::logInfo("train", snapTable(metrics));
    nn::TensorFile file;
    file.tensors = nn::stateOf(**model, nn::kSnapPrefix);
    file.metadata = nn::toMetadata(describe(context, (*model)->options, metrics));
    if (auto status = nn::writeTensorFile(context.out / kSnapFile, file, nn::FloatStorage::Half); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = context.log->write("exported", {{"file", kSnapFile}, {"metrics", metrics}}); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace blastoscope::train

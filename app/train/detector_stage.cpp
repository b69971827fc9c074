// SPDX-License-Identifier: Apache-2.0
#include "app/train/detector_stage.h"

#include <optional>

#include "core/base/random.h"
#include "core/nn/data/batches.h"
#include "core/nn/data/prefetcher.h"

namespace blastoscope::train {
namespace {

class DetectorTask : public nn::TrainingTask {
public:
    DetectorTask(const RunContext& context, nn::AmodalDetector model)
        : m_context(context), m_model(std::move(model)),
          m_batches([this](std::int64_t step) { return batch(step); })
    {
    }

    std::string name() const override { return "detector"; }
    torch::nn::Module& model() override { return *m_model; }
    torch::Tensor total(const nn::LossMap& losses) override { return m_model->totalLoss(losses); }

    nn::LossMap losses(std::int64_t step) override
    {
        const auto batch = nn::toDevice(m_batches.take(step), m_context.device);
        return m_model->losses(batch, nn::stepSeed(m_context.recipe.seed, step), m_context.recipe.detector.precision);
    }

private:
    nn::TrainingBatch batch(std::int64_t step) const
    {
        const DetectorRecipe& recipe = m_context.recipe.detector;
        const base::Random random(nn::stepSeed(m_context.recipe.seed, step));
        std::vector<nn::WindowSample> windows;
        for (const auto& sample : samplesOf(m_context, step, recipe.batch))
            windows.push_back(nn::augmentedWindow(*sample, recipe.inputSize, recipe.augmentation,
                                                  random.split(windows.size())));
        return nn::toBatch(windows);
    }

    const RunContext& m_context;
    nn::AmodalDetector m_model;
    nn::Prefetcher<nn::TrainingBatch> m_batches;
};

/// Puts the trained auto-encoder of the stage "vq" into the detector, if its architecture has one.
base::Status installShapeCode(const RunContext& context, nn::AmodalDetector& model)
{
    if (model->options.mask.kind != nn::MaskHeadKind::Vq)
        return {};
    nn::VqVae shapes(model->options.mask.vqVae);
    if (auto status = loadStage(context, "vq", *shapes); !status)
        return status;
    model->setVqVae(shapes);
    return {};
}

} // namespace

DetectorEvaluation heldOutEvaluation(const RunContext& context, int count)
{
    SimulationSourceOptions options = context.recipe.simulation;
    options.seed = context.recipe.evaluation.seed;
    const DetectorRecipe& recipe = context.recipe.detector;
    return {SimulationSource(options), count,
            {recipe.inputSize, recipe.fieldOfView, recipe.precision, recipe.batch}};
}

base::Result<nn::RunOutcome> runDetectorStage(const RunContext& context)
{
    torch::manual_seed(context.recipe.seed);
    auto model = nn::makeAmodalDetector(context.recipe.detector.architecture);
    if (!model)
        return tl::unexpected<base::Error>(model.error());
    if (auto status = installShapeCode(context, *model); !status)
        return tl::unexpected<base::Error>(status.error());
    (*model)->to(context.device);
    DetectorTask task(context, *model);
    const EvaluationRecipe& recipe = context.recipe.evaluation;
    std::optional<DetectorEvaluation> heldOut;
    const auto measure = [&] {
        if (!heldOut)
            heldOut.emplace(heldOutEvaluation(context, recipe.samples));
        return heldOut->measure(*model);
    };
    const auto evaluation =
        std::make_shared<nn::EvaluationHook>(measure, recipe.interval, "ap", recipe.patience, context.log);
    return runStage(context, task, context.recipe.detector.trainer, evaluation);
}

} // namespace blastoscope::train

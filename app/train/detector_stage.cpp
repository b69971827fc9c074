// SPDX-License-Identifier: Apache-2.0
#include "app/train/detector_stage.h"

#include <optional>

#include "app/train/count_choice.h"
#include "app/train/mixed_samples.h"
#include "core/base/log.h"
#include "core/base/random.h"
#include "core/nn/data/batches.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/io/model_description.h"

namespace blastoscope::train {
namespace {

class DetectorTask : public nn::TrainingTask {
public:
    DetectorTask(const RunContext& context, nn::AmodalDetector model)
        : m_context(context), m_model(std::move(model)), m_mix(mixOf(context)),
          m_batches([this](std::int64_t step) { return batch(step); })
    {
    }

    std::string name() const override { return "detector"; }
    torch::nn::Module& model() override { return *m_model; }
    torch::Tensor total(const nn::LossMap& losses, double progress) override
    {
        return m_model->totalLoss(losses, progress);
    }

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
        for (const auto& sample : samplesOf(m_context, step, m_mix.simulatedIn(step)))
            windows.push_back(nn::augmentedWindow(*sample, recipe.inputSize, recipe.augmentation,
                                                  random.split(windows.size())));
        for (const std::int64_t index : m_mix.realIn(step))
            windows.push_back(nn::augmentedWindow(*m_context.dataset->train->at(std::size_t(index)), recipe.inputSize,
                                                  m_context.recipe.fineTuning.augmentation,
                                                  random.split(windows.size())));
        return nn::toBatch(windows);
    }

    static MixedSamples mixOf(const RunContext& context)
    {
        const Recipe& recipe = context.recipe;
        return {recipe.seed, recipe.detector.batch, recipe.fineTuning.simulatedShare,
                context.dataset ? std::int64_t(context.dataset->train->size()) : 0};
    }

    const RunContext& m_context;
    nn::AmodalDetector m_model;
    MixedSamples m_mix;
    nn::Prefetcher<nn::TrainingBatch> m_batches;
};

/// The numbers of the simulated frames, and those of the held-out real ones where there are any; these then decide when
/// to stop early.
class StageEvaluation {
public:
    StageEvaluation(const RunContext& context, nn::AmodalDetector model) : m_context(context), m_model(std::move(model))
    {
        const DetectorRecipe& recipe = context.recipe.detector;
        if (hasHeldOut())
            m_real.emplace(*context.dataset->validation, int(context.dataset->validation->size()),
                           DetectorEvaluationOptions{recipe.inputSize, recipe.fieldOfView, recipe.precision,
                                                     recipe.batch});
    }

    const char* measure() const { return hasHeldOut() ? "validation_ap" : "ap"; }

    nlohmann::json operator()()
    {
        if (!m_simulated)
            m_simulated.emplace(heldOutEvaluation(m_context, m_context.recipe.evaluation.samples));
        nlohmann::json numbers = m_simulated->measure(m_model);
        if (m_real) {
            const nlohmann::json& count = numbers.at("count");
            numbers["validation"] = m_real->score(m_model, countRuleOf(count)).numbers;
            numbers["validation_ap"] = numbers["validation"]["ap"];
        }
        return numbers;
    }

private:
    bool hasHeldOut() const { return m_context.dataset && m_context.dataset->validation->size() > 0; }

    const RunContext& m_context;
    nn::AmodalDetector m_model;
    std::optional<DetectorEvaluation> m_simulated;
    std::optional<DetectorEvaluation> m_real;
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

/// Random weights with the shape code of the stage "vq", or the base's weights.
base::Status initialise(const RunContext& context, nn::AmodalDetector& model)
{
    if (!context.ancestor)
        return installShapeCode(context, model);
    const auto added = growFromAncestor(context.ancestor->file, *model);
    if (!added)
        return tl::unexpected<base::Error>(added.error());
    for (const std::string& part : *added)
        base::logInfo("train", "The base has no part \"" + part + "\"; it starts from random weights.");
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
    if (auto status = initialise(context, *model); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = freezeParts(**model, context.recipe.fineTuning.freeze); !status)
        return tl::unexpected<base::Error>(status.error());
    (*model)->to(context.device);
    DetectorTask task(context, *model);
    const EvaluationRecipe& recipe = context.recipe.evaluation;
    StageEvaluation measure(context, *model);
    const auto evaluation = std::make_shared<nn::EvaluationHook>([&] { return measure(); }, recipe.interval,
                                                                 measure.measure(), recipe.patience, context.log);
    return runStage(context, task, context.recipe.detector.trainer, evaluation);
}

} // namespace blastoscope::train

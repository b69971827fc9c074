// SPDX-License-Identifier: Apache-2.0
#include "app/train/vq_stage.h"

#include "core/nn/data/batches.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/amodal_detector.h"

namespace blastoscope::train {
namespace {

constexpr int kHeldOutShapes = 512;

class VqTask : public nn::TrainingTask {
public:
    VqTask(const RunContext& context, nn::VqVae model, double margin)
        : m_context(context), m_model(std::move(model)), m_margin(margin),
          m_batches([this](std::int64_t step) { return crops(step, m_context.recipe.vq.boxJitter); })
    {
    }

    std::string name() const override { return "vq"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        const torch::Tensor masks = m_batches.take(step).to(m_context.device);
        return m_model->losses(masks, nn::stepSeed(m_context.recipe.seed, step));
    }

    /// Mean IoU of silhouettes with their reconstruction. The crops of steps below 0 are never trained on as such, but
    /// they come from training samples: this measures the fit.
    nlohmann::json evaluate()
    {
        double sum = 0;
        std::int64_t count = 0;
        for (std::int64_t step = -1; count < kHeldOutShapes && step > -kHeldOutShapes; --step) {
            const torch::Tensor masks = crops(step, m_context.recipe.vq.boxJitter).to(m_context.device);
            if (masks.size(0) == 0)
                continue;
            const torch::Tensor truth = masks >= 0.5;
            const torch::Tensor found = m_model->reconstruct(masks) >= 0.5;
            const torch::Tensor common = (truth & found).flatten(1).sum(1).to(torch::kFloat32);
            const torch::Tensor all = (truth | found).flatten(1).sum(1).to(torch::kFloat32);
            sum += (common / all.clamp_min(1)).sum().item<double>();
            count += masks.size(0);
        }
        return {{"reconstruction_iou", count > 0 ? sum / double(count) : 0.0}, {"shapes", count}};
    }

private:
    torch::Tensor crops(std::int64_t step, double jitter) const
    {
        const VqRecipe& recipe = m_context.recipe.vq;
        const auto batch = nn::silhouettes(samplesOf(m_context, step, recipe.batch), recipe.minimumArea);
        return nn::shapeCrops(batch, m_model->options.maskSize, jitter, m_margin,
                              nn::stepSeed(m_context.recipe.seed, step));
    }

    const RunContext& m_context;
    mutable nn::VqVae m_model;
    double m_margin;
    nn::Prefetcher<torch::Tensor> m_batches;
};

} // namespace

base::Result<nn::RunOutcome> runVqStage(const RunContext& context)
{
    const auto options = nn::detectorOptionsFromJson(context.recipe.detector.architecture);
    if (!options)
        return tl::unexpected<base::Error>(options.error());
    if (options->mask.kind != nn::MaskHeadKind::Vq)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The stage \"vq\" needs an architecture whose mask head uses shape codes.");
    torch::manual_seed(context.recipe.seed);
    nn::VqVae model(options->mask.vqVae);
    model->to(context.device);
    VqTask task(context, model, options->mask.margin);
    const auto evaluation = std::make_shared<nn::EvaluationHook>([&] { return task.evaluate(); },
                                                                 nn::EvaluationInterval{}, "reconstruction_iou", 0,
                                                                 context.log);
    return runStage(context, task, context.recipe.vq.trainer, evaluation);
}

} // namespace blastoscope::train

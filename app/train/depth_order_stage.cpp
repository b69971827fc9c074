// SPDX-License-Identifier: Apache-2.0
#include "app/train/depth_order_stage.h"

#include <algorithm>
#include <vector>

#include "app/train/simulation_source.h"
#include "core/base/object_class.h"
#include "core/base/random.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/data/batches.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/depth_order_head.h"

namespace blastoscope::train
{
namespace
{

constexpr int kBlastomere = int(base::ObjectClass::Blastomere);
constexpr std::int64_t kMostPairs = 24; ///< of one frame: one of sixteen cells shall not fill a step

/// Pairs as the head sees them, with the answers.
struct Examples {
    torch::Tensor rims;   ///< of nn::pairRims()
    torch::Tensor target; ///< [p], as trueOrder()
};

/// Masks of the frame's blastomeres, [n, size, size].
torch::Tensor masksOf(const nn::WindowSample& window, std::vector<std::uint8_t> nn::WindowInstance::*mask)
{
    std::vector<torch::Tensor> masks = {torch::zeros({0, window.size, window.size})};
    for (const nn::WindowInstance& instance : window.instances) {
        if (instance.label != kBlastomere || instance.ignore || !instance.visibleKnown)
            continue;
        masks.push_back(torch::from_blob(const_cast<std::uint8_t*>((instance.*mask).data()),
                                         {1, window.size, window.size}, torch::kByte)
                            .to(torch::kFloat32));
    }
    return torch::cat(masks);
}

/// The pairs of one frame; a random part of them when there are many, and disturbed, when `random` is given.
Examples examplesOf(const nn::WindowSample& window, base::Random* random)
{
    const auto amodal = masksOf(window, &nn::WindowInstance::amodal);
    nn::SilhouettePairs pairs = nn::overlappingPairs(amodal);
    if (random && pairs.size() > kMostPairs) {
        const auto first = random->integer(0, int(pairs.size() - kMostPairs));
        pairs = {pairs.first.narrow(0, first, kMostPairs), pairs.second.narrow(0, first, kMostPairs)};
    }
    const auto image = torch::tensor(window.image).reshape({window.size, window.size});
    return {nn::pairRims(image, amodal, pairs, random),
            nn::trueOrder(amodal, masksOf(window, &nn::WindowInstance::visible), pairs)};
}

class DepthOrderTask : public nn::TrainingTask
{
public:
    DepthOrderTask(const RunContext& context, nn::DepthOrderHead model) : m_context(context), m_model(std::move(model))
    {
    }

    std::string name() const override { return "depth_order"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        const DetectorRecipe& recipe = m_context.recipe.detector;
        const base::Random random(nn::stepSeed(m_context.recipe.seed, step));
        std::vector<torch::Tensor> rims, targets;
        std::uint64_t index = 0;
        for (const auto& sample : samplesOf(m_context, step, m_context.recipe.depthOrder.batch)) {
            base::Random own = random.split(index++);
            const auto window = nn::augmentedWindow(*sample, recipe.inputSize, recipe.augmentation, own.split(0));
            const Examples examples = examplesOf(window, &own);
            rims.push_back(examples.rims);
            targets.push_back(examples.target);
        }
        const auto device = m_context.device;
        const auto logits = m_model(torch::cat(rims, 1).to(device));
        return {{"depth_order", nn::depthOrderLoss(logits, torch::cat(targets).to(device))}};
    }

private:
    const RunContext& m_context;
    nn::DepthOrderHead m_model;
};

/// On frames that no stage is trained on, cut out as inference cuts them.
nlohmann::json heldOutAccuracy(const RunContext& context, nn::DepthOrderHead& head)
{
    const torch::NoGradGuard noGrad;
    SimulationSourceOptions simulation = context.recipe.simulation;
    simulation.seed = context.recipe.evaluation.seed;
    const SimulationSource source(simulation);
    std::int64_t known = 0, right = 0;
    for (int i = 0; i < context.recipe.evaluation.finalSamples && !context.stop.isCancelled(); ++i) {
        const auto window = nn::plainWindow(source.sample(std::uint64_t(i)), context.recipe.detector.inputSize,
                                            context.recipe.detector.fieldOfView);
        const Examples examples = examplesOf(window, nullptr);
        if (examples.target.size(0) == 0)
            continue;
        const auto logits = head(examples.rims.to(context.device)).cpu();
        const auto hasAnswer = examples.target >= 0;
        known += hasAnswer.sum().item<std::int64_t>();
        right += (hasAnswer & ((logits > 0) == (examples.target > 0))).sum().item<std::int64_t>();
    }
    return {{"pairs", known}, {"right", double(right) / double(std::max<std::int64_t>(known, 1))}};
}

} // namespace

base::Result<nn::RunOutcome> runDepthOrderStage(const RunContext& context)
{
    const auto architecture = nn::detectorOptionsFromJson(context.recipe.detector.architecture);
    if (!architecture)
        return tl::unexpected<base::Error>(architecture.error());
    torch::manual_seed(context.recipe.seed);
    nn::DepthOrderHead head(architecture->depthOrder); // from the start, whatever the base knows
    head->to(context.device);
    DepthOrderTask task(context, head);
    const auto outcome = runStage(context, task, context.recipe.depthOrder.trainer, nullptr);
    if (!outcome || *outcome == nn::RunOutcome::Stopped)
        return outcome;
    if (auto status = loadStage(context, task.name(), *head); !status) // the averaged weights
        return tl::unexpected<base::Error>(status.error());
    head->eval();
    if (auto status = context.log->write("depth_order_measured", heldOutAccuracy(context, head)); !status)
        return tl::unexpected<base::Error>(status.error());
    return outcome;
}

} // namespace blastoscope::train

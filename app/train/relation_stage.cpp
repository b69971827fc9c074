// SPDX-License-Identifier: Apache-2.0
#include "app/train/relation_stage.h"

#include <vector>

#include "app/train/detected_frames.h"
#include "app/train/trained_parts.h"
#include "core/base/object_class.h"
#include "core/base/random.h"
#include "core/nn/data/batches.h"
#include "core/nn/models/relation_head.h"

namespace blastoscope::train {
namespace {

constexpr int kBlastomere = int(base::ObjectClass::Blastomere);
constexpr double kSame = 0.5; ///< mask IoU from which a detection is an object
constexpr std::int64_t kSeries = -1; ///< of frames, see detectInFrames()

/// What was found in one frame and which of it is right.
struct Example {
    nn::RelationInput input;
    torch::Tensor target; ///< [n] float, 1: an object that no better detection has taken
    torch::Tensor weight; ///< [n] float, 0 where the truth does not say
};

/// Whole silhouettes of the frame's blastomeres, every second pixel, as nn::silhouettesOnGrid has them: [g, cells].
torch::Tensor truthOnGrid(const nn::WindowSample& window, std::vector<bool>& ignored)
{
    const int cells = (window.size + 1) / 2;
    std::vector<torch::Tensor> masks = {torch::zeros({0, std::int64_t(cells) * cells})};
    for (const nn::WindowInstance& instance : window.instances) {
        if (instance.label != kBlastomere)
            continue;
        const auto mask = torch::from_blob(const_cast<std::uint8_t*>(instance.amodal.data()),
                                           {window.size, window.size}, torch::kByte);
        masks.push_back(
            mask.slice(0, 0, window.size, 2).slice(1, 0, window.size, 2).to(torch::kFloat32).reshape({1, -1}));
        ignored.push_back(instance.ignore);
    }
    return torch::cat(masks);
}

/// The best first, each object once. A detection on an object that is not scored counts neither way.
Example exampleOf(const nn::DetectorOutput& found, const nn::WindowSample& window)
{
    Example example;
    example.input = nn::relationInput(found, window.size, window.size);
    const auto n = example.input.rows.size(0);
    example.target = torch::zeros({n});
    example.weight = torch::ones({n});
    std::vector<bool> ignored;
    const auto truth = truthOnGrid(window, ignored);
    const auto masks = nn::silhouettesOnGrid(found, window.size, window.size).index_select(0, example.input.rows);
    const auto common = torch::matmul(masks, truth.t());
    const auto iou = common / (masks.sum(1, true) + truth.sum(1).unsqueeze(0) - common).clamp_min(1);
    const auto at = iou.accessor<float, 2>();
    std::vector<bool> taken(ignored.size(), false);
    for (std::int64_t k = 0; k < n; ++k) {
        int best = -1;
        for (int g = 0; g < int(taken.size()); ++g) {
            if (!taken[std::size_t(g)] && at[k][g] >= kSame && (best < 0 || at[k][g] > at[k][best]))
                best = g;
        }
        if (best < 0)
            continue;
        taken[std::size_t(best)] = !ignored[std::size_t(best)];
        (ignored[std::size_t(best)] ? example.weight : example.target)[k] = ignored[std::size_t(best)] ? 0 : 1;
    }
    return example;
}

class RelationTask : public nn::TrainingTask {
public:
    RelationTask(const RunContext& context, nn::RelationHead model, std::vector<Example> examples)
        : m_context(context), m_model(std::move(model)), m_examples(std::move(examples))
    {
    }

    std::string name() const override { return "relation"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        base::Random random(nn::stepSeed(m_context.recipe.seed, step));
        std::vector<nn::RelationInput> inputs;
        std::vector<const Example*> drawn;
        for (int i = 0; i < m_context.recipe.relation.batch; ++i) {
            drawn.push_back(&m_examples[std::size_t(random.integer(0, int(m_examples.size()) - 1))]);
            inputs.push_back(drawn.back()->input);
        }
        const auto batch = nn::relationBatch(inputs);
        auto target = torch::zeros_like(batch.valid), weight = torch::zeros_like(batch.valid);
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const auto n = drawn[i]->target.size(0);
            target[std::int64_t(i)].narrow(0, 0, n).copy_(drawn[i]->target);
            weight[std::int64_t(i)].narrow(0, 0, n).copy_(drawn[i]->weight);
        }
        const auto device = m_context.device;
        const auto logits = m_model(nn::RelationBatch{batch.own.to(device), batch.pairs.to(device),
                                                      batch.valid.to(device)});
        return {{"relation", nn::relationLoss(logits, target.to(device), weight.to(device))}};
    }

private:
    const RunContext& m_context;
    nn::RelationHead m_model;
    std::vector<Example> m_examples;
};

base::Result<std::vector<Example>> collect(const RunContext& context, nn::AmodalDetector& detector)
{
    nn::DetectOptions options = asInInference(context);
    options.relations = false;
    std::vector<Example> examples;
    const auto status = detectInFrames(context, detector, context.recipe.relation.frames, kSeries, options,
                                       [&](const nn::WindowSample& window, const nn::DetectorOutput& found) {
                                           examples.push_back(exampleOf(found, window));
                                       });
    if (!status)
        return tl::unexpected<base::Error>(status.error());
    return examples;
}

} // namespace

base::Result<nn::RunOutcome> runRelationStage(const RunContext& context)
{
    auto detector = trainedDetector(context);
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    (*detector)->to(context.device);
    (*detector)->eval();
    auto examples = collect(context, *detector);
    if (!examples && examples.error().code == base::ErrorCode::Cancelled)
        return nn::RunOutcome::Stopped;
    if (!examples)
        return tl::unexpected<base::Error>(examples.error());
    torch::manual_seed(context.recipe.seed);
    nn::RelationHead head((*detector)->options.relation); // from the start: the detections are new, too
    head->to(context.device);
    RelationTask task(context, head, std::move(*examples));
    return runStage(context, task, context.recipe.relation.trainer, nullptr);
}

} // namespace blastoscope::train

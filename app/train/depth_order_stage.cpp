// SPDX-License-Identifier: Apache-2.0
#include "app/train/depth_order_stage.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/train/detected_frames.h"
#include "app/train/simulation_source.h"
#include "app/train/trained_parts.h"
#include "core/base/object_class.h"
#include "core/base/random.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/data/batches.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/depth_order_head.h"

namespace blastoscope::train {
namespace {

constexpr int kBlastomere = int(base::ObjectClass::Blastomere);
constexpr std::int64_t kMostPairs = 24; ///< of one frame: one of sixteen cells shall not fill a step
constexpr double kSame = 0.5;           ///< mask IoU from which a detection is an object
constexpr double kTold = 2. / 3;        ///< as inference::DepthOrderOptions::minProbability
constexpr std::int64_t kSeries = -2;    ///< of frames, see detectInFrames()

/// Pairs as the head sees them, with the answers.
struct Examples {
    torch::Tensor rims;   ///< of nn::pairRims()
    torch::Tensor target; ///< [p] as depthOrderLoss takes it
};

/// The blastomeres of a frame.
struct TrueCells {
    std::vector<int> ids;
    torch::Tensor silhouettes; ///< [n, size, size]
};

TrueCells cellsOf(const nn::WindowSample& window)
{
    TrueCells cells;
    std::vector<torch::Tensor> masks = {torch::zeros({0, window.size, window.size})};
    for (const nn::WindowInstance& instance : window.instances) {
        if (instance.label != kBlastomere || instance.ignore)
            continue;
        cells.ids.push_back(instance.id);
        masks.push_back(torch::from_blob(const_cast<std::uint8_t*>(instance.amodal.data()),
                                         {1, window.size, window.size}, torch::kByte)
                            .to(torch::kFloat32));
    }
    cells.silhouettes = torch::cat(masks);
    return cells;
}

torch::Tensor imageOf(const nn::WindowSample& window)
{
    return torch::tensor(window.image).reshape({window.size, window.size});
}

/// [p]: 1 where the first of the pair is nearer, 0 where the second is, -1 where the frame does not say or one of them
/// is no cell of it. `ids` [n] of the silhouettes that the pairs speak of.
torch::Tensor answers(const std::vector<nn::SampleDepthPair>& order, const nn::SilhouettePairs& pairs,
                      const std::vector<std::optional<int>>& ids)
{
    auto target = torch::full({pairs.size()}, -1.F);
    for (std::int64_t p = 0; p < pairs.size(); ++p) {
        const auto first = ids[std::size_t(pairs.first[p].item<std::int64_t>())];
        const auto second = ids[std::size_t(pairs.second[p].item<std::int64_t>())];
        if (!first || !second)
            continue;
        for (const nn::SampleDepthPair& known : order) {
            if (known == nn::SampleDepthPair{*first, *second})
                target[p] = 1;
            else if (known == nn::SampleDepthPair{*second, *first})
                target[p] = 0;
        }
    }
    return target;
}

/// The pairs of the true silhouettes of a frame, disturbed as a detector's are, a random part of them when there are
/// many.
Examples trueExamples(const nn::WindowSample& window, base::Random& random)
{
    const TrueCells cells = cellsOf(window);
    nn::SilhouettePairs pairs = nn::overlappingPairs(cells.silhouettes);
    if (pairs.size() > kMostPairs) {
        const auto first = random.integer(0, int(pairs.size() - kMostPairs));
        pairs = {pairs.first.narrow(0, first, kMostPairs), pairs.second.narrow(0, first, kMostPairs)};
    }
    const std::vector<std::optional<int>> ids(cells.ids.begin(), cells.ids.end());
    return {nn::pairRims(imageOf(window), cells.silhouettes, torch::ones({cells.silhouettes.size(0)}), pairs, &random),
            answers(window.order, pairs, ids)};
}

/// Which cell of the frame each silhouette [n, H, W] shows, best first, each cell once.
std::vector<std::optional<int>> identified(const torch::Tensor& silhouettes, const TrueCells& cells)
{
    const auto found = silhouettes.flatten(1), truth = cells.silhouettes.flatten(1);
    const auto shared = torch::matmul(found, truth.t());
    auto iou = shared / (found.sum(1, true) + truth.sum(1).unsqueeze(0) - shared).clamp_min(1);
    std::vector<std::optional<int>> ids(std::size_t(found.size(0)));
    for (std::size_t i = 0; i < ids.size() && !cells.ids.empty(); ++i) {
        const auto best = iou[std::int64_t(i)].argmax().item<std::int64_t>();
        if (iou[std::int64_t(i)][best].item<double>() < kSame)
            continue;
        ids[i] = cells.ids[std::size_t(best)];
        iou.select(1, best).zero_();
    }
    return ids;
}

/// The pairs among what a detector has found in a frame.
Examples foundExamples(const nn::WindowSample& window, const nn::DetectorOutput& found)
{
    const auto questions = nn::depthQuestions(found, window.size, window.size);
    return {nn::pairRims(imageOf(window), questions.silhouettes, questions.presence, questions.pairs),
            answers(window.order, questions.pairs, identified(questions.silhouettes, cellsOf(window)))};
}

/// Every pair that has an answer, for keeping: half the memory.
Examples known(const Examples& examples)
{
    const auto index = (examples.target >= 0).nonzero().flatten();
    return {examples.rims.index_select(1, index).to(torch::kHalf), examples.target.index_select(0, index)};
}

/// The same rims as in a mirrored picture, half of the time.
torch::Tensor maybeMirrored(const torch::Tensor& rims, base::Random& random)
{
    return random.chance(.5) ? rims.flip(-1) : rims;
}

/// What the detector finds in frames of their own. Cancelled when the run is to stop.
base::Result<std::vector<Examples>> collect(const RunContext& context)
{
    std::vector<Examples> collected;
    const int frames = context.recipe.depthOrder.frames;
    if (frames == 0)
        return collected;
    auto detector = trainedDetector(context);
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    (*detector)->to(context.device);
    (*detector)->eval();
    const auto status = detectInFrames(context, *detector, frames, kSeries, asInInference(context),
                                       [&](const nn::WindowSample& window, const nn::DetectorOutput& found) {
                                           Examples examples = known(foundExamples(window, found));
                                           if (examples.target.size(0) > 0)
                                               collected.push_back(std::move(examples));
                                       });
    if (!status)
        return tl::unexpected<base::Error>(status.error());
    return collected;
}

/// Of each step, half of the frames are new ones with their true silhouettes, and half are such as the detector has
/// looked at; true ones only where there are none.
class DepthOrderTask : public nn::TrainingTask {
public:
    DepthOrderTask(const RunContext& context, nn::DepthOrderHead model, std::vector<Examples> found)
        : m_context(context), m_model(std::move(model)), m_found(std::move(found))
    {
    }

    std::string name() const override { return "depth_order"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        const DetectorRecipe& recipe = m_context.recipe.detector;
        const int batch = m_context.recipe.depthOrder.batch, old = m_found.empty() ? 0 : batch / 2;
        const base::Random random(nn::stepSeed(m_context.recipe.seed, step));
        std::vector<torch::Tensor> rims, targets;
        std::uint64_t index = 0;
        for (const auto& sample : samplesOf(m_context, step, batch - old)) {
            base::Random own = random.split(index++);
            const auto window = nn::augmentedWindow(*sample, recipe.inputSize, recipe.augmentation, own.split(0));
            const Examples examples = trueExamples(window, own);
            rims.push_back(examples.rims);
            targets.push_back(examples.target);
        }
        base::Random draw = random.split(index);
        for (int i = 0; i < old; ++i) {
            const Examples& examples = m_found[std::size_t(draw.integer(0, int(m_found.size()) - 1))];
            rims.push_back(maybeMirrored(examples.rims.to(torch::kFloat32), draw));
            targets.push_back(examples.target);
        }
        const auto device = m_context.device;
        const auto logits = m_model(torch::cat(rims, 1).to(device));
        return {{"depth_order", nn::depthOrderLoss(logits, torch::cat(targets).to(device))}};
    }

private:
    const RunContext& m_context;
    nn::DepthOrderHead m_model;
    std::vector<Examples> m_found;
};

/// How often it is right on the pairs found in frames that no stage is trained on, cut out as inference cuts them.
base::Result<nlohmann::json> heldOutAccuracy(const RunContext& context, nn::DepthOrderHead& head)
{
    const torch::NoGradGuard noGrad;
    auto detector = trainedDetector(context);
    if (!detector)
        return tl::unexpected<base::Error>(detector.error());
    (*detector)->to(context.device);
    (*detector)->eval();
    SimulationSourceOptions simulation = context.recipe.simulation;
    simulation.seed = context.recipe.evaluation.seed;
    const SimulationSource source(simulation);
    std::int64_t pairs = 0, right = 0, told = 0, rightTold = 0;
    for (int i = 0; i < context.recipe.evaluation.finalSamples && !context.stop.isCancelled(); ++i) {
        const auto window = nn::plainWindow(source.sample(std::uint64_t(i)), context.recipe.detector.inputSize,
                                            context.recipe.detector.fieldOfView);
        const auto image = imageOf(window).view({1, 1, window.size, window.size}).to(context.device);
        const Examples examples =
            known(foundExamples(window, (*detector)->detect(image, asInInference(context)).front()));
        if (examples.target.size(0) == 0)
            continue;
        const auto first = torch::sigmoid(head(examples.rims.to(context.device, torch::kFloat32))).cpu();
        const auto isRight = (first > .5) == (examples.target > .5), isTold = torch::maximum(first, 1 - first) >= kTold;
        pairs += examples.target.size(0);
        right += isRight.sum().item<std::int64_t>();
        told += isTold.sum().item<std::int64_t>();
        rightTold += (isRight & isTold).sum().item<std::int64_t>();
    }
    const auto share = [](std::int64_t part, std::int64_t all) {
        return double(part) / double(std::max<std::int64_t>(all, 1));
    };
    return nlohmann::json{
        {"pairs", pairs}, {"right", share(right, pairs)}, {"told", told}, {"right_of_told", share(rightTold, told)}};
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
    auto found = collect(context);
    if (!found && found.error().code == base::ErrorCode::Cancelled)
        return nn::RunOutcome::Stopped;
    if (!found)
        return tl::unexpected<base::Error>(found.error());
    DepthOrderTask task(context, head, std::move(*found));
    const auto outcome = runStage(context, task, context.recipe.depthOrder.trainer, nullptr);
    if (!outcome || *outcome == nn::RunOutcome::Stopped)
        return outcome;
    if (auto status = loadStage(context, task.name(), *head); !status) // the averaged weights
        return tl::unexpected<base::Error>(status.error());
    head->eval();
    const auto accuracy = heldOutAccuracy(context, head);
    if (!accuracy)
        return tl::unexpected<base::Error>(accuracy.error());
    if (auto status = context.log->write("depth_order_measured", *accuracy); !status)
        return tl::unexpected<base::Error>(status.error());
    return outcome;
}

} // namespace blastoscope::train

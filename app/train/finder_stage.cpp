// SPDX-License-Identifier: Apache-2.0
#include "app/train/finder_stage.h"

#include <memory>
#include <optional>

#include "core/base/random.h"
#include "core/nn/data/finder_samples.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/models/embryo_finder.h"

namespace blastoscope::train {
namespace {

constexpr int kHeldOutFrames = 100;

/// IoU of what is marked in probabilities [1, h, w] and in the truth [1, 1, h, w].
double overlap(const torch::Tensor& probabilities, const torch::Tensor& truth)
{
    const torch::Tensor found = probabilities.cpu() >= 0.5, wanted = truth.squeeze(1) >= 0.5;
    const double all = (found | wanted).sum().item<double>();
    return all > 0 ? (found & wanted).sum().item<double>() / all : 1.0;
}

class FinderTask : public nn::TrainingTask {
public:
    FinderTask(const RunContext& context, nn::EmbryoFinder model)
        : m_context(context), m_model(std::move(model)),
          m_batches([this](std::int64_t step) { return batch(step); })
    {
    }

    std::string name() const override { return "finder"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        nn::FinderBatch batch = m_batches.take(step);
        batch.images = batch.images.to(m_context.device);
        batch.targets.clump = batch.targets.clump.to(m_context.device);
        batch.targets.embryo = batch.targets.embryo.to(m_context.device);
        return m_model->losses(batch);
    }

    /// Mean IoU of the marked cells and embryos with the truth on frames that were never trained on.
    nlohmann::json evaluate()
    {
        if (m_heldOut.empty())
            renderHeldOut();
        double clumps = 0, embryos = 0;
        for (const auto& sample : m_heldOut) {
            const auto batch = nn::finderBatch({sample}, m_model->options.inputSize, nn::EmbryoFinderImpl::kStride,
                                               std::nullopt);
            const auto maps = m_model->find(batch.images.to(m_context.device));
            clumps += overlap(maps.clump, batch.targets.clump);
            embryos += overlap(maps.embryo, batch.targets.embryo);
        }
        const double frames = double(m_heldOut.size());
        return {{"clump_iou", clumps / frames}, {"embryo_iou", embryos / frames}, {"frames", m_heldOut.size()}};
    }

private:
    nn::FinderBatch batch(std::int64_t step) const
    {
        // Close crops have no whole frame; twice the number usually leaves enough that do.
        const int wanted = m_context.recipe.finder.batch;
        std::vector<std::shared_ptr<const nn::TrainingSample>> whole;
        for (const auto& sample : samplesOf(m_context, step, 2 * wanted)) {
            if (sample->overviewSize > 0 && std::ssize(whole) < wanted)
                whole.push_back(sample);
        }
        TORCH_CHECK(!whole.empty(), "no sample of this step shows a whole frame; lower simulation.clump_crop_share");
        return nn::finderBatch(whole, m_model->options.inputSize, nn::EmbryoFinderImpl::kStride,
                               base::Random(nn::stepSeed(m_context.recipe.seed, step)),
                               m_context.recipe.finder.mosaicShare);
    }

    void renderHeldOut()
    {
        SimulationSourceOptions options = m_context.recipe.simulation;
        options.seed = m_context.recipe.evaluation.seed;
        options.clumpCropShare = 0;
        const SimulationSource source(options);
        for (int i = 0; i < kHeldOutFrames; ++i)
            m_heldOut.push_back(std::make_shared<const nn::TrainingSample>(source.sample(std::uint64_t(i))));
    }

    const RunContext& m_context;
    mutable nn::EmbryoFinder m_model;
    std::vector<std::shared_ptr<const nn::TrainingSample>> m_heldOut;
    nn::Prefetcher<nn::FinderBatch> m_batches;
};

} // namespace

const nlohmann::json& finderArchitecture(const RunContext& context)
{
    return context.ancestor ? context.ancestor->description.architecture.at("finder")
                            : context.recipe.finder.architecture;
}

base::Result<nn::RunOutcome> runFinderStage(const RunContext& context)
{
    torch::manual_seed(context.recipe.seed);
    auto model = nn::makeEmbryoFinder(finderArchitecture(context));
    if (!model)
        return tl::unexpected<base::Error>(model.error());
    if (context.ancestor) {
        if (auto status = loadAncestorPart(context.ancestor->file, nn::kFinderPrefix, **model); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    (*model)->to(context.device);
    FinderTask task(context, *model);
    const auto evaluation =
        std::make_shared<nn::EvaluationHook>([&] { return task.evaluate(); }, context.recipe.evaluation.interval,
                                             "clump_iou", context.recipe.evaluation.patience, context.log);
    return runStage(context, task, context.recipe.finder.trainer, evaluation);
}

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#include "app/train/gan_stage.h"

#include <algorithm>
#include <optional>

#include "app/train/gan_data.h"
#include "app/train/sample_grid.h"
#include "core/base/log.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/gan/feature_distance.h"

namespace blastoscope::train {
namespace {

constexpr std::uint64_t kGridSeed = 1;
constexpr std::uint64_t kScoreSeed = 2;
constexpr std::int64_t kSampleBatch = 16;
constexpr double kMinutesBetweenGrids = 2;
constexpr std::size_t kFewPictures = 50;

class GanTask : public nn::TrainingTask {
public:
    GanTask(const RunContext& context, const GanPictures& pictures)
        : m_context(context), m_pictures(pictures), m_pair(context.recipe.gan.networks, context.recipe.gan.training),
          m_batches([this](std::int64_t step) { return ganBatch(m_context, m_pictures, step); })
    {
        m_pair->to(context.device);
        m_step.emplace(m_pair, context.recipe.gan.training, context.recipe.seed,
                       [this](std::int64_t step) {
                           m_stepsDone = step + 1;
                           return m_batches.take(step).to(m_context.device);
                       });
    }

    std::string name() const override { return "gan"; }
    torch::nn::Module& model() override { return *m_pair; }
    nn::LossMap losses(std::int64_t) override { return {}; }
    nn::CustomStep* customStep() override { return &*m_step; }

    base::Status openFeatures()
    {
        if (m_context.recipe.gan.features.empty())
            return {};
        auto features = nn::BackboneFeatures::fromModel(m_context.recipe.gan.features, m_context.device);
        if (!features)
            return tl::unexpected<base::Error>(features.error());
        m_features.emplace(std::move(*features));
        return {};
    }

    /// With the averaged weights: writes the grid and measures.
    nlohmann::json evaluate()
    {
        const GanRecipe& recipe = m_context.recipe.gan;
        const std::int64_t cells = std::int64_t(recipe.gridSide) * recipe.gridSide;
        const auto samples = sampled(kGridSeed, cells);
        std::vector<base::Image> images;
        for (std::int64_t i = 0; i < cells; ++i)
            images.push_back(toImage(samples, i));
        const std::string kept = "samples-" + std::to_string(m_stepsDone) + ".pnm";
        const base::Image grid = pictureGrid(images, recipe.gridSide);
        for (const std::string& file : {std::string(kSamplesFile), kept})
            if (auto status = writePnm(grid, m_context.out / file); !status)
                base::logWarning("train", status.error().message);
        nlohmann::json metrics = {{"strength", m_pair->strength.item<double>()}, {"samples", kept}};
        if (m_features)
            measure(metrics);
        return metrics;
    }

private:
    torch::Tensor sampled(std::uint64_t seed, std::int64_t count)
    {
        std::vector<torch::Tensor> parts;
        for (std::int64_t first = 0; first < count; first += kSampleBatch) {
            std::vector<torch::Tensor> latents;
            for (std::int64_t i = first; i < std::min(count, first + kSampleBatch); ++i)
                latents.push_back(nn::latentOf(seed, i, m_pair->generator->options.latentSize));
            parts.push_back(
                m_pair->generator(torch::stack(latents).to(m_context.device), nn::NoiseMode::Fixed).to(torch::kCPU));
        }
        return torch::cat(parts);
    }

    /// KID-own against training pictures, always the same ones.
    void measure(nlohmann::json& metrics)
    {
        const int count = m_context.recipe.gan.scorePictures;
        if (!m_real.defined()) {
            std::vector<torch::Tensor> real;
            for (std::int64_t step = 0; std::int64_t(real.size()) * m_context.recipe.gan.training.batch < count; ++step)
                real.push_back(ganBatch(m_context, m_pictures, step));
            m_real = m_features->of(torch::cat(real).slice(0, 0, count));
        }
        const auto distance = nn::kernelDistance(m_features->of(sampled(kScoreSeed, count)), m_real);
        metrics["kid_own"] = distance.mean;
        metrics["minus_kid_own"] = -distance.mean; // best is largest
        metrics["features"] = m_features->name();
    }

    const RunContext& m_context;
    const GanPictures& m_pictures;
    nn::GanPair m_pair;
    std::optional<nn::GanStep> m_step;
    std::optional<nn::BackboneFeatures> m_features;
    torch::Tensor m_real; ///< features of training pictures
    std::int64_t m_stepsDone = 0;
    nn::Prefetcher<torch::Tensor> m_batches;
};

nn::EvaluationInterval intervalOf(const Recipe& recipe)
{
    nn::EvaluationInterval interval = recipe.evaluation.interval;
    if (interval.steps == 0 && interval.minutes == 0)
        interval.minutes = kMinutesBetweenGrids;
    return interval;
}

} // namespace

base::Result<nn::RunOutcome> runGanStage(const RunContext& context)
{
    GanPictures pictures;
    if (const std::string& dataset = context.recipe.fineTuning.dataset; !dataset.empty()) {
        auto loaded = loadGanPictures(dataset, context.recipe.gan.networks.resolution, context.recipe.gan.anySize);
        if (!loaded)
            return tl::unexpected<base::Error>(loaded.error());
        pictures = std::move(*loaded);
        if (auto status = checkInputs(context, {{"dataset_sha256", pictures.hash}}, "The dataset"); !status)
            return tl::unexpected<base::Error>(status.error());
        if (std::size_t(pictures.bytes.size(0)) < kFewPictures)
            base::logWarning("train", "only " + std::to_string(pictures.bytes.size(0)) +
                                          " pictures to learn from; the samples will be near copies of them");
    }
    torch::manual_seed(context.recipe.seed);
    GanTask task(context, pictures);
    if (auto status = task.openFeatures(); !status)
        return tl::unexpected<base::Error>(status.error());
    if (!isStageDone(context, "gan")) {
        const auto evaluation = std::make_shared<nn::EvaluationHook>([&] { return task.evaluate(); },
                                                                     intervalOf(context.recipe), "minus_kid_own",
                                                                     context.recipe.evaluation.patience, context.log);
        const auto outcome = runStage(context, task, context.recipe.gan.trainer, evaluation);
        if (!outcome || *outcome == nn::RunOutcome::Stopped)
            return outcome;
    }
    if (const auto exported = exportGenerator(context.out, context.out / kGeneratorFile); !exported)
        return tl::unexpected<base::Error>(exported.error());
    if (auto status = context.log->write("exported", {{"file", kGeneratorFile}}); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = context.log->write("finished"); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_stages.h"

#include <utility>

#include "app/train/export_stage.h"
#include "app/train/harmonic_evaluation.h"
#include "core/base/random.h"
#include "core/nn/data/prefetcher.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"

namespace blastoscope::train {
namespace {

/// `count` random windows of random frames; a function of the step alone.
nn::LabelBatch randomBatch(const RunContext& context, const HarmonicData& data, std::int64_t step, int count)
{
    const EmbeddingRecipe& recipe = context.recipe.embedding;
    const base::Random random(nn::stepSeed(context.recipe.seed, step));
    std::vector<nn::LabelWindow> windows;
    for (int i = 0; i < count; ++i) {
        base::Random own = random.split(std::uint64_t(i));
        const nn::LabelledFrame& frame = data.train[own.next() % data.train.size()];
        windows.push_back(nn::randomLabelWindow(frame, recipe.inputSize, recipe.windows, own.split(0)));
    }
    return nn::toLabelBatch(windows);
}

nn::TilingOptions tilingOf(const RunContext& context, const nn::HarmonicOptions& network)
{
    const EmbeddingRecipe& recipe = context.recipe.embedding;
    nn::TilingOptions tiling{
        .scale = recipe.scale, .tile = recipe.inputSize, .overlap = recipe.overlap, .clusters = recipe.clusters};
    tiling.clusters.margin = network.guides.margin;
    return tiling;
}

base::Result<nn::HarmonicOptions> networkOptions(const RunContext& context)
{
    const EmbeddingRecipe& recipe = context.recipe.embedding;
    const auto options = nn::harmonicOptionsFromJson(recipe.architecture);
    if (!options)
        return options;
    // What is exported must be what loading accepts.
    const nn::HarmonicModelOptions model{*options, tilingOf(context, *options)};
    if (auto readable = nn::harmonicModelFromJson(nn::toJson(model), recipe.inputSize); !readable)
        return tl::unexpected<base::Error>(readable.error());
    return options;
}

class GuidesTask : public nn::TrainingTask {
public:
    GuidesTask(const RunContext& context, const HarmonicData& data, const nn::HarmonicOptions& options)
        : m_context(context), m_background(!options.foreground), m_model(options.guides),
          m_batches([&](std::int64_t step) { return randomBatch(context, data, step, context.recipe.guides.batch); })
    {
        m_model->to(context.device);
        m_train = labelsOf(data.train);
        m_validation = labelsOf(data.validation);
    }

    std::string name() const override { return "guides"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        return {
            {"separation", m_model->separationLoss(m_batches.take(step).labels.to(m_context.device), m_background)}};
    }

    nlohmann::json violations()
    {
        const auto rateOf = [&](const std::vector<torch::Tensor>& all) {
            nn::HarmonicGuidesImpl::Violations sum;
            for (const torch::Tensor& labels : all) {
                const auto found = m_model->violations(labels, m_background);
                sum.pairs += found.pairs;
                sum.tooNear += found.tooNear;
            }
            return sum.rate();
        };
        return {{"violation_rate", rateOf(m_train)}, {"violation_rate_held_out", rateOf(m_validation)}};
    }

private:
    std::vector<torch::Tensor> labelsOf(const std::vector<nn::LabelledFrame>& frames) const
    {
        std::vector<torch::Tensor> all;
        for (const nn::LabelWindow& window :
             coveringWindows(frames, m_context.recipe.embedding.inputSize, m_context.recipe.embedding.scale))
            all.push_back(nn::toLabelBatch({window}).labels.to(m_context.device));
        return all;
    }

    const RunContext& m_context;
    bool m_background;
    nn::HarmonicGuides m_model;
    std::vector<torch::Tensor> m_train, m_validation;
    nn::Prefetcher<nn::LabelBatch> m_batches;
};

class EmbeddingTask : public nn::TrainingTask {
public:
    EmbeddingTask(const RunContext& context, const HarmonicData& data, nn::HarmonicNetwork model)
        : m_context(context), m_data(data), m_model(std::move(model)),
          m_batches([&](std::int64_t step) { return randomBatch(context, data, step, context.recipe.embedding.batch); })
    {
    }

    std::string name() const override { return "embedding"; }
    torch::nn::Module& model() override { return *m_model; }

    nn::LossMap losses(std::int64_t step) override
    {
        const nn::LabelBatch batch = m_batches.take(step);
        return m_model->losses({batch.images.to(m_context.device), batch.labels.to(m_context.device)},
                               m_context.recipe.embedding.precision);
    }

    nlohmann::json evaluate()
    {
        const auto& frames = m_data.validation.empty() ? m_data.train : m_data.validation;
        const HarmonicEvaluation evaluation(m_model, frames, std::size_t(m_context.recipe.evaluation.samples),
                                            tilingOf(m_context, m_model->options), m_context.device);
        nlohmann::json scores = evaluation.scores(0);
        scores["held_out"] = !m_data.validation.empty();
        return scores;
    }

private:
    const RunContext& m_context;
    const HarmonicData& m_data;
    nn::HarmonicNetwork m_model;
    nn::Prefetcher<nn::LabelBatch> m_batches;
};

/// The network with the guides of the stage "guides", or with guides as they were drawn.
base::Result<nn::HarmonicNetwork> freshNetwork(const RunContext& context, const nn::HarmonicOptions& options)
{
    torch::manual_seed(context.recipe.seed);
    nn::HarmonicGuides guides(options.guides);
    nn::HarmonicNetwork network(options);
    if (context.recipe.includes("guides")) {
        if (auto status = loadStage(context, "guides", *guides); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    network->setGuides(guides);
    network->to(context.device);
    return network;
}

/// How embeddings become objects, chosen on training frames.
struct Choice {
    nn::TilingOptions tiling;
    double threshold = 0;
    nlohmann::json scores; ///< on the training frames
};

Choice bestChoice(const RunContext& context, const HarmonicData& data, nn::HarmonicNetwork& network)
{
    const Recipe& recipe = context.recipe;
    std::vector<double> bandwidths = recipe.embedding.bandwidths;
    if (bandwidths.empty())
        bandwidths = {recipe.embedding.clusters.bandwidth};
    const nn::TilingOptions tiling = tilingOf(context, network->options);
    const auto onTrain = HarmonicEvaluation::ofBandwidths(
        network, data.train, std::size_t(recipe.evaluation.finalSamples), tiling, bandwidths, context.device);
    Choice best;
    for (std::size_t b = 0; b < bandwidths.size(); ++b) {
        Choice choice{tiling, onTrain[b].bestThreshold(), {}};
        choice.tiling.clusters.bandwidth = bandwidths[b];
        choice.scores = onTrain[b].scores(choice.threshold);
        if (best.scores.empty() || choice.scores.at("sbd") > best.scores.at("sbd"))
            best = std::move(choice);
    }
    return best;
}

nn::ModelDescription describe(const RunContext& context, const HarmonicData& data, const nn::HarmonicOptions& network,
                              const nn::TilingOptions& tiling, const nlohmann::json& metrics)
{
    const Recipe& recipe = context.recipe;
    nn::ModelDescription description;
    description.name = recipe.name;
    description.version = recipe.version;
    description.description = recipe.description;
    description.licence = recipe.licence;
    description.intendedUse = "Research use only; not a medical device.";
    description.classNames = {recipe.embedding.className};
    description.countRule.threshold = metrics.at("count").at("threshold");
    description.countRule.mergeIou = 1; // objects do not overlap
    description.architecture = nn::toJson(nn::HarmonicModelOptions{network, tiling});
    description.inputSize = recipe.embedding.inputSize;
    description.fieldOfView = 1;
    description.recipe = recipe.source;
    description.recipe["dataset"] = std::filesystem::path(recipe.fineTuning.dataset).filename().string();
    description.datasetHash = data.hash;
    description.metrics = metrics;
    std::vector<nn::PictureStatistics> pictures;
    for (const nn::LabelledFrame& frame : data.train)
        pictures.push_back(nn::statisticsOf(frame.pixels, frame.width, frame.height));
    description.look = nn::TrainingLook::of(pictures);
    return description;
}

} // namespace

base::Result<nn::RunOutcome> runGuidesStage(const RunContext& context, const HarmonicData& data)
{
    const auto options = networkOptions(context);
    if (!options)
        return tl::unexpected<base::Error>(options.error());
    torch::manual_seed(context.recipe.seed);
    GuidesTask task(context, data, *options);
    const nlohmann::json before = task.violations();
    const auto evaluation = std::make_shared<nn::EvaluationHook>([&] { return task.violations(); },
                                                                 nn::EvaluationInterval{}, "", 0, context.log);
    const auto outcome = runStage(context, task, context.recipe.guides.trainer, evaluation);
    if (outcome && *outcome != nn::RunOutcome::Stopped)
        if (auto status = context.log->write("guides", {{"before", before}, {"after", task.violations()}}); !status)
            return tl::unexpected<base::Error>(status.error());
    return outcome;
}

base::Result<nn::RunOutcome> runEmbeddingStage(const RunContext& context, const HarmonicData& data)
{
    const auto options = networkOptions(context);
    if (!options)
        return tl::unexpected<base::Error>(options.error());
    auto network = freshNetwork(context, *options);
    if (!network)
        return tl::unexpected<base::Error>(network.error());
    EmbeddingTask task(context, data, *network);
    const auto evaluation =
        std::make_shared<nn::EvaluationHook>([&] { return task.evaluate(); }, context.recipe.evaluation.interval, "sbd",
                                             context.recipe.evaluation.patience, context.log);
    return runStage(context, task, context.recipe.embedding.trainer, evaluation);
}

base::Result<nn::RunOutcome> exportHarmonic(const RunContext& context, const HarmonicData& data)
{
    auto network = nn::makeHarmonicNetwork(context.recipe.embedding.architecture);
    if (!network)
        return tl::unexpected<base::Error>(network.error());
    if (auto status = loadStage(context, "embedding", **network); !status)
        return tl::unexpected<base::Error>(status.error());
    (*network)->to(context.device);
    (*network)->eval();
    const Choice choice = bestChoice(context, data, *network);
    nlohmann::json metrics = {{"count", {{"threshold", choice.threshold}}}, {"train", choice.scores}};
    if (!data.validation.empty())
        metrics["held_out"] =
            HarmonicEvaluation(*network, data.validation, std::size_t(context.recipe.evaluation.finalSamples),
                               choice.tiling, context.device)
                .scores(choice.threshold);
    nn::TensorFile file;
    file.tensors = nn::stateOf(**network, nn::kHarmonicPrefix);
    file.metadata = nn::toMetadata(describe(context, data, (*network)->options, choice.tiling, metrics));
    if (auto status = nn::writeTensorFile(context.out / kModelFile, file); !status)
        return tl::unexpected<base::Error>(status.error());
    if (auto status = context.log->write("exported", {{"file", kModelFile}, {"metrics", metrics}}); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace blastoscope::train

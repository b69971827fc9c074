// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/style_interpreter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/nn/io/safetensors.h"
#include "core/nn/layers/conv.h"
#include "core/nn/torch_wall.h"
#include "core/nn/training/adamw.h"

namespace blastoscope::nn {
namespace {

constexpr std::int64_t kPixelsAtOnce = 4096;
constexpr double kNever = -1e4; ///< logit of what cannot be
constexpr int kFreeEpochs = 3; ///< in which nobody loses patience

class PixelClassifierImpl : public torch::nn::Module {
public:
    explicit PixelClassifierImpl(const PixelEnsembleOptions& options)
    {
        int in = options.features;
        for (std::size_t i = 0; i <= options.hidden.size(); ++i) {
            const bool isLast = i == options.hidden.size();
            const int out = isLast ? options.classes : options.hidden[i];
            const std::string number = std::to_string(i);
            m_linear.push_back(register_module("linear" + number, Linear(LinearOptions{in, out})));
            torch::nn::init::kaiming_normal_(m_linear.back()->weight);
            in = out;
            if (isLast)
                break;
            m_scale.push_back(register_parameter("norm" + number + "_scale", torch::ones({out})));
            m_shift.push_back(register_parameter("norm" + number + "_shift", torch::zeros({out})));
            m_mean.push_back(register_buffer("norm" + number + "_mean", torch::zeros({out})));
            m_variance.push_back(register_buffer("norm" + number + "_variance", torch::ones({out})));
        }
    }

    torch::Tensor forward(const torch::Tensor& features)
    {
        auto x = features;
        for (std::size_t i = 0; i < m_scale.size(); ++i)
            x = torch::batch_norm(torch::relu(m_linear[i](x)), m_scale[i], m_shift[i], m_mean[i], m_variance[i],
                                  is_training(), 0.1, 1e-5, false);
        return m_linear.back()(x);
    }

private:
    std::vector<Linear> m_linear;
    std::vector<torch::Tensor> m_scale, m_shift, m_mean, m_variance;
};
TORCH_MODULE(PixelClassifier);

/// Trains one classifier until it no longer gets better; the last loss.
double trainOne(PixelEnsemble& ensemble, std::size_t classifier, const LabelledPixels& pixels,
                const InterpreterTraining& training, const base::CancellationToken& cancel)
{
    AdamW optimiser(ensemble->classifier(classifier).named_parameters(), {.weightDecay = 0});
    const auto count = pixels.labels.size(0);
    double best = std::numeric_limits<double>::infinity(), last = best;
    int since = 0;
    for (int epoch = 0; epoch < training.epochs; ++epoch) {
        const auto order = torch::randperm(count, torch::kLong);
        for (std::int64_t first = 0; first < count; first += training.batch) {
            const auto chosen = order.slice(0, first, std::min<std::int64_t>(count, first + training.batch));
            if (cancel.isCancelled() || chosen.size(0) < 2) // one pixel has no batch statistics
                break;
            const auto logits =
                ensemble->logits(classifier, pixels.features.index_select(0, chosen).to(torch::kFloat32));
            const auto loss = torch::cross_entropy_loss(logits, pixels.labels.index_select(0, chosen));
            optimiser.zeroGrad();
            loss.backward();
            optimiser.step(training.learningRate);
            last = loss.item<double>();
            since = last < best ? 0 : since + 1;
            best = std::min(best, last);
            if (epoch >= kFreeEpochs && since > training.patience)
                return last;
        }
    }
    return last;
}

/// A class that no pixel had is never an answer; what a classifier says of it far from its pixels is chance.
void silenceUnseen(PixelEnsemble& ensemble, const torch::Tensor& labels)
{
    const torch::NoGradGuard noGrad;
    const std::string bias = "linear" + std::to_string(ensemble->options.hidden.size()) + ".bias";
    for (int c = 0; c < ensemble->options.classes; ++c) {
        if (labels.eq(c).any().item<bool>())
            continue;
        for (int i = 0; i < ensemble->options.classifiers; ++i)
            ensemble->classifier(std::size_t(i)).named_parameters()[bias][c].fill_(kNever);
    }
}

torch::Tensor entropy(const torch::Tensor& probabilities)
{
    return -torch::xlogy(probabilities, probabilities).sum(-1);
}

} // namespace

std::string nameOf(FeatureTaps taps)
{
    return taps == FeatureTaps::All13 ? "all13" : taps == FeatureTaps::All14 ? "all14" : "last_per_block";
}

base::Result<FeatureTaps> featureTapsFrom(const std::string& name)
{
    for (const FeatureTaps taps : {FeatureTaps::All13, FeatureTaps::All14, FeatureTaps::LastPerBlock})
        if (name == nameOf(taps))
            return taps;
    return base::fail(base::ErrorCode::InvalidArgument,
                      "\"" + name + "\" are no feature taps; there are all13, all14 and last_per_block.");
}

StyledPicture styledPicture(StyleGenerator& generator, const torch::Tensor& ws, FeatureTaps taps)
{
    TORCH_CHECK(ws.dim() == 3 && ws.size(0) == 1, "styledPicture: styles of one picture are needed, got ", ws.sizes());
    const torch::NoGradGuard noGrad;
    StyledPicture result;
    std::vector<torch::Tensor> all;
    result.picture = generator->synthesis(ws, NoiseMode::Fixed, &all)[0];
    // all: the start, then one map at 4 x 4 and two at every further resolution
    const std::size_t step = taps == FeatureTaps::LastPerBlock ? 2 : 1;
    for (std::size_t i = taps == FeatureTaps::All14 ? 0 : 1; i < all.size(); i += step)
        result.maps.push_back(all[i]);
    return result;
}

torch::Tensor gatherPixels(const std::vector<torch::Tensor>& maps, const torch::Tensor& pixels, std::int64_t side)
{
    TORCH_CHECK(!maps.empty() && pixels.dim() == 1 && side > 0, "gatherPixels: needs maps and a list of pixels");
    const auto options = maps.front().options();
    const auto place = [&](const torch::Tensor& index) {
        return ((index.to(options) + 0.5) * (2.0 / double(side)) - 1).view({1, 1, -1});
    };
    const auto row = torch::div(pixels, side, "floor");
    const auto grid = torch::stack({place(pixels - row * side), place(row)}, 3);
    std::vector<torch::Tensor> parts;
    for (const auto& map : maps) // bilinear, the edge repeated, corners not aligned
        parts.push_back(torch::grid_sampler_2d(map, grid, 0, 1, false).view({map.size(1), -1}));
    return torch::cat(parts).t().contiguous();
}

PixelEnsembleImpl::PixelEnsembleImpl(const PixelEnsembleOptions& o) : options(o)
{
    TORCH_CHECK(o.features > 0 && o.classes >= 2 && o.classes < kUnlabelled && o.classifiers > 0,
                "PixelEnsemble: needs features, at least 2 classes and one classifier");
    m_classifiers = register_module("classifiers", torch::nn::ModuleList());
    for (int i = 0; i < o.classifiers; ++i)
        m_classifiers->push_back(PixelClassifier(o));
}

torch::Tensor PixelEnsembleImpl::logits(std::size_t classifier, const torch::Tensor& features)
{
    TORCH_CHECK(features.dim() == 2 && features.size(1) == options.features, "PixelEnsemble: features must be [P, ",
                options.features, "], got ", features.sizes());
    return m_classifiers[classifier]->as<PixelClassifier>()->forward(features);
}

void PixelEnsembleImpl::restart(std::size_t index)
{
    const torch::NoGradGuard noGrad;
    PixelClassifier fresh(options);
    const auto start = stateOf(*fresh);
    for (auto& [name, tensor] : stateOf(classifier(index)))
        torch::Tensor(tensor).copy_(start.at(name));
}

LabelledPixels samplePixels(const StyledPicture& picture, const torch::Tensor& labels, std::int64_t count,
                            std::uint64_t seed)
{
    const auto side = picture.picture.size(1);
    TORCH_CHECK(labels.dim() == 2 && labels.size(0) == side && labels.size(1) == side,
                "samplePixels: labels must have the picture's size, got ", labels.sizes());
    torch::manual_seed(seed);
    const auto flat = labels.reshape(-1).to(torch::kLong);
    const auto labelled = flat.ne(kUnlabelled).nonzero().squeeze(1);
    const auto order = torch::randperm(labelled.size(0), torch::kLong);
    const auto chosen = labelled.index_select(0, order.slice(0, 0, std::min<std::int64_t>(count, labelled.size(0))));
    return {gatherPixels(picture.maps, chosen, side).to(torch::kHalf), flat.index_select(0, chosen)};
}

base::Result<std::vector<double>> trainEnsemble(PixelEnsemble& ensemble, const LabelledPixels& pixels,
                                                const InterpreterTraining& training,
                                                const base::CancellationToken& cancel,
                                                const base::ProgressCallback& onProgress)
{
    return guarded("The interpreter could not be trained.", [&] {
               std::vector<double> losses;
               const auto total = ensemble->options.classifiers;
               ensemble->train();
               for (int i = 0; i < total && !cancel.isCancelled(); ++i) {
                   torch::manual_seed(training.seed + std::uint64_t(i));
                   ensemble->restart(std::size_t(i)); // the same start whatever was trained before
                   losses.push_back(trainOne(ensemble, std::size_t(i), pixels, training, cancel));
                   if (onProgress)
                       onProgress({i + 1, total, "Training classifier " + std::to_string(i + 1)});
               }
               silenceUnseen(ensemble, pixels.labels);
               ensemble->eval();
               return losses;
           })
        .and_then([&](std::vector<double> losses) -> base::Result<std::vector<double>> {
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            return losses;
        });
}

std::pair<torch::Tensor, torch::Tensor> vote(const torch::Tensor& logits)
{
    TORCH_CHECK(logits.dim() == 3, "vote: needs [classifiers, P, classes], got ", logits.sizes());
    const auto classes = logits.size(2);
    const auto votes = torch::one_hot(logits.argmax(2), classes).sum(0);
    // Of equally many votes the lowest class wins, whichever argmax() would prefer.
    const auto labels = (votes * classes - torch::arange(classes, votes.options())).argmax(1);
    const auto answers = torch::softmax(logits, 2);
    return {labels, (entropy(answers.mean(0)) - entropy(answers).mean(0)).clamp_min(0)};
}

double meanOfLargestTenth(const torch::Tensor& values)
{
    const auto flat = values.reshape(-1);
    const auto count = std::max<std::int64_t>(1, flat.size(0) / 10);
    return std::get<0>(flat.topk(count)).mean().item<double>();
}

Interpretation interpret(PixelEnsemble& ensemble, const StyledPicture& picture)
{
    const torch::NoGradGuard noGrad;
    ensemble->eval();
    const auto side = picture.picture.size(1);
    std::vector<torch::Tensor> labels, uncertainty;
    for (std::int64_t first = 0; first < side * side; first += kPixelsAtOnce) {
        const auto pixels = torch::arange(first, std::min(side * side, first + kPixelsAtOnce), torch::kLong);
        const auto features = gatherPixels(picture.maps, pixels, side);
        std::vector<torch::Tensor> logits;
        for (int i = 0; i < ensemble->options.classifiers; ++i)
            logits.push_back(ensemble->logits(std::size_t(i), features));
        const auto [label, divergence] = vote(torch::stack(logits));
        labels.push_back(label.to(torch::kUInt8));
        uncertainty.push_back(divergence);
    }
    Interpretation result{torch::cat(labels).view({side, side}), torch::cat(uncertainty).view({side, side}), 0};
    result.score = meanOfLargestTenth(result.uncertainty);
    return result;
}

std::vector<std::size_t> withoutMostUncertain(const std::vector<double>& scores, double drop)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    const double dropped = std::round(std::clamp(drop, 0.0, 1.0) * double(scores.size()));
    order.resize(scores.size() - std::size_t(dropped));
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace blastoscope::nn

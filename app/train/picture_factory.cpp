// SPDX-License-Identifier: Apache-2.0
#include "app/train/picture_factory.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/train/gan_data.h"
#include "core/base/sha256.h"
#include "core/evaluation/class_overlap.h"
#include "core/nn/gan/feature_distance.h"
#include "core/nn/gan/style_interpreter.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/torch_wall.h"
#include "core/nn/training/compute_threads.h"

namespace blastoscope::train {
namespace {

constexpr const char* kInterpreterFormat = "blastoscope-interpreter-1";
constexpr const char* kEnsemblePrefix = "interpreter.";
constexpr std::int64_t kScoreBatch = 16;

torch::Tensor labelTensor(const std::vector<std::uint8_t>& labels, int side)
{
    auto tensor = torch::empty({side, side}, torch::kUInt8);
    std::copy(labels.begin(), labels.end(), tensor.data_ptr<std::uint8_t>());
    return tensor;
}

base::Image greyImage(const torch::Tensor& bytes)
{
    const auto own = bytes.to(torch::kUInt8).contiguous();
    base::Image image(int(own.size(1)), int(own.size(0)), 1, base::PixelType::U8);
    std::copy_n(own.data_ptr<std::uint8_t>(), image.bytes.size(), image.row<std::uint8_t>(0));
    return image;
}

base::Status checkLabels(const std::vector<LabelledSample>& samples, int side, std::size_t classes)
{
    const auto refuse = [](const std::string& message) {
        return base::fail(base::ErrorCode::InvalidArgument, message);
    };
    if (samples.empty())
        return refuse("There is no labelled sample to learn from.");
    if (classes < 2 || classes > 254)
        return refuse("An interpreter needs the names of 2 to 254 classes, the background first.");
    for (const LabelledSample& sample : samples) {
        const std::string name = "The labels of sample " + std::to_string(sample.index);
        if (sample.labels.size() != std::size_t(side) * std::size_t(side))
            return refuse(name + " do not have the generator's size of " + std::to_string(side) + " x " +
                          std::to_string(side) + " pixels.");
        for (const std::uint8_t label : sample.labels)
            if (label >= classes && label != nn::kUnlabelled)
                return refuse(name + " hold class " + std::to_string(label) + ", but only 0 to " +
                              std::to_string(classes - 1) + " have names (255: unknown).");
    }
    return {};
}

/// Features of samples and of as many pictures, in that order.
std::pair<torch::Tensor, torch::Tensor> featuresOfBoth(const ScoreOptions& options, nn::StyleGenerator& generator,
                                                       const torch::Tensor& bytes, nn::BackboneFeatures& features,
                                                       const base::CancellationToken& cancel,
                                                       const base::ProgressCallback& onProgress)
{
    const torch::NoGradGuard noGrad;
    torch::manual_seed(options.seed);
    const auto count = std::min<std::int64_t>(options.pictures, bytes.size(0));
    const auto order = torch::randperm(bytes.size(0), torch::kLong).slice(0, 0, count);
    const nn::Truncation truncation{options.truncation, generator->options.layerStyles() / 2};
    std::vector<torch::Tensor> ofReal, ofSamples;
    for (std::int64_t first = 0; first < count && !cancel.isCancelled(); first += kScoreBatch) {
        const auto last = std::min(count, first + kScoreBatch);
        ofReal.push_back(features.of(toGanRange(bytes.index_select(0, order.slice(0, first, last)))));
        std::vector<torch::Tensor> latents;
        for (std::int64_t i = first; i < last; ++i)
            latents.push_back(nn::latentOf(options.seed, i, generator->options.latentSize));
        ofSamples.push_back(features.of(generator(torch::stack(latents), nn::NoiseMode::Fixed, truncation)));
        if (onProgress)
            onProgress({last, count, "Looking at pictures"});
    }
    return {torch::cat(ofSamples), torch::cat(ofReal)};
}

nlohmann::json compared(const torch::Tensor& a, const torch::Tensor& b, std::uint64_t seed)
{
    const auto kernel = nn::kernelDistance(a, b, {.seed = seed});
    return {{"fid_own", nn::frechetDistance(a, b)}, {"kid_own", kernel.mean}, {"kid_own_sd", kernel.deviation}};
}

} // namespace

struct PictureFactory::Private {
    nn::GeneratorFile file;
    PictureFactoryOptions options;
    nn::FeatureTaps taps = nn::FeatureTaps::All13;
    nn::PixelEnsemble ensemble{nullptr};
    std::vector<std::string> classNames;
    std::string interpreterHash;

    int side() const { return file.generator->options.resolution; }

    nn::StyledPicture styled(std::int64_t index)
    {
        const torch::NoGradGuard noGrad;
        const nn::StyleGanOptions& networks = file.generator->options;
        const auto z = nn::latentOf(options.seed, index, networks.latentSize).unsqueeze(0);
        const auto ws = file.generator->styles(z, {options.truncation, networks.layerStyles() / 2});
        return nn::styledPicture(file.generator, ws, taps);
    }

    nn::LabelledPixels pixelsOf(const std::vector<LabelledSample>& samples, const InterpreterOptions& learning)
    {
        std::vector<torch::Tensor> features, labels;
        for (const LabelledSample& sample : samples) {
            const auto found = nn::samplePixels(styled(sample.index), labelTensor(sample.labels, side()),
                                                learning.pixelsPerSample, learning.seed + std::uint64_t(sample.index));
            features.push_back(found.features);
            labels.push_back(found.labels);
        }
        return {torch::cat(features), torch::cat(labels)};
    }

    double meanIou(const std::vector<LabelledSample>& samples)
    {
        evaluation::ClassOverlap overlap(classNames.size());
        for (const LabelledSample& sample : samples) {
            const auto found = nn::interpret(ensemble, styled(sample.index)).labels.to(torch::kUInt8).contiguous();
            const auto added = overlap.add({found.data_ptr<std::uint8_t>(), std::size_t(found.numel())}, sample.labels);
            TORCH_CHECK(added, "the labels of sample ", sample.index, " were not checked");
        }
        return overlap.mean();
    }

    base::Status noteInterpreter(const std::filesystem::path& path)
    {
        auto hash = base::sha256OfFile(path);
        if (!hash)
            return tl::unexpected(hash.error());
        interpreterHash = std::move(*hash);
        return {};
    }
};

PictureFactory::PictureFactory(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
PictureFactory::~PictureFactory() = default;
PictureFactory::PictureFactory(PictureFactory&&) noexcept = default;
PictureFactory& PictureFactory::operator=(PictureFactory&&) noexcept = default;

base::Result<PictureFactory> PictureFactory::open(const std::filesystem::path& generator,
                                                  const PictureFactoryOptions& options)
{
    nn::setComputeThreads(std::max(1, options.threads));
    auto file = nn::readGenerator(generator);
    if (!file)
        return tl::unexpected(file.error());
    auto d = std::make_unique<Private>();
    d->file = std::move(*file);
    d->options = options;
    return PictureFactory(std::move(d));
}

int PictureFactory::side() const
{
    return m_d->side();
}

const std::string& PictureFactory::generatorHash() const
{
    return m_d->file.sha256;
}

const std::vector<std::string>& PictureFactory::classNames() const
{
    return m_d->classNames;
}

base::Result<base::Image> PictureFactory::sample(std::int64_t index)
{
    return nn::guarded("The sample could not be made.",
                       [&] { return toImage(m_d->styled(index).picture.unsqueeze(0), 0); });
}

base::Result<nlohmann::json> PictureFactory::learn(const std::vector<LabelledSample>& samples,
                                                   const InterpreterOptions& options,
                                                   const base::CancellationToken& cancel,
                                                   const base::ProgressCallback& onProgress)
{
    if (auto status = checkLabels(samples, side(), options.classNames.size()); !status)
        return tl::unexpected(status.error());
    const auto taps = nn::featureTapsFrom(options.taps);
    if (!taps)
        return tl::unexpected(taps.error());
    m_d->taps = *taps;
    m_d->classNames = options.classNames;
    m_d->interpreterHash.clear();
    const auto pixels =
        nn::guarded("The features could not be collected.", [&] { return m_d->pixelsOf(samples, options); });
    if (!pixels)
        return tl::unexpected(pixels.error());
    m_d->ensemble = nn::PixelEnsemble(nn::PixelEnsembleOptions{
        int(pixels->features.size(1)), int(options.classNames.size()), options.hidden, options.classifiers});
    nn::InterpreterTraining training;
    training.epochs = options.epochs;
    training.seed = options.seed;
    const auto losses = nn::trainEnsemble(m_d->ensemble, *pixels, training, cancel, onProgress);
    if (!losses)
        return tl::unexpected(losses.error());
    return nn::guarded("The interpreter could not be tried.", [&] {
        nlohmann::json byClass = nlohmann::json::object();
        for (std::size_t c = 0; c < options.classNames.size(); ++c)
            byClass[options.classNames[c]] = pixels->labels.eq(int(c)).sum().item<std::int64_t>();
        return nlohmann::json{{"samples", samples.size()},
                              {"pixels", pixels->labels.size(0)},
                              {"pixels_by_class", byClass},
                              {"losses", *losses},
                              {"train_miou", m_d->meanIou(samples)}};
    });
}

base::Status PictureFactory::writeInterpreter(const std::filesystem::path& path)
{
    if (m_d->ensemble.is_empty())
        return base::fail(base::ErrorCode::InvalidArgument, "There is no interpreter to write.");
    const nlohmann::json architecture = {{"taps", nn::nameOf(m_d->taps)},
                                         {"features", m_d->ensemble->options.features},
                                         {"hidden", m_d->ensemble->options.hidden},
                                         {"classifiers", m_d->ensemble->options.classifiers}};
    nn::TensorFile file;
    file.tensors = nn::stateOf(*m_d->ensemble, kEnsemblePrefix);
    file.metadata = {{"format", kInterpreterFormat},
                     {"architecture", architecture.dump()},
                     {"class_names", nlohmann::json(m_d->classNames).dump()},
                     {"generator_sha256", m_d->file.sha256}};
    if (auto written = nn::writeTensorFile(path, file); !written)
        return written;
    return m_d->noteInterpreter(path);
}

base::Status PictureFactory::readInterpreter(const std::filesystem::path& path)
{
    const auto file = nn::readTensorFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto refuse = [&](const std::string& why) {
        return base::fail(base::ErrorCode::Incompatible, "\"" + path.filename().string() + "\" " + why);
    };
    try {
        if (file->metadata.at("format") != kInterpreterFormat)
            return refuse("is no interpreter; \"gan interpret\" makes one.");
        if (file->metadata.at("generator_sha256") != m_d->file.sha256)
            return refuse("was trained for another generator.");
        const auto architecture = nlohmann::json::parse(file->metadata.at("architecture"));
        const auto taps = nn::featureTapsFrom(architecture.at("taps"));
        if (!taps)
            return tl::unexpected(taps.error());
        const std::vector<std::string> names = nlohmann::json::parse(file->metadata.at("class_names"));
        nn::PixelEnsemble ensemble(nn::PixelEnsembleOptions{architecture.at("features"), int(names.size()),
                                                            architecture.at("hidden"), architecture.at("classifiers")});
        if (auto status = nn::loadState(*ensemble, file->tensors, kEnsemblePrefix); !status)
            return status;
        m_d->taps = *taps;
        m_d->classNames = names;
        m_d->ensemble = ensemble;
    } catch (const std::exception&) {
        return refuse("is no interpreter; \"gan interpret\" makes one.");
    }
    return m_d->noteInterpreter(path);
}

const std::string& PictureFactory::interpreterHash() const
{
    return m_d->interpreterHash;
}

base::Result<InterpretedSample> PictureFactory::interpreted(std::int64_t index)
{
    if (m_d->ensemble.is_empty())
        return base::fail(base::ErrorCode::InvalidArgument, "Labels need an interpreter.");
    return nn::guarded("The sample could not be labelled.", [&] {
        const auto styled = m_d->styled(index);
        const auto found = nn::interpret(m_d->ensemble, styled);
        const double most =
            std::log(double(std::min(m_d->ensemble->options.classifiers, m_d->ensemble->options.classes)));
        const auto grey = (found.uncertainty * (255 / std::max(most, 1e-6))).clamp(0, 255).round();
        return InterpretedSample{toImage(styled.picture.unsqueeze(0), 0), greyImage(found.labels), greyImage(grey),
                                 found.score};
    });
}

std::vector<std::size_t> keptSamples(const std::vector<double>& scores, double drop)
{
    return nn::withoutMostUncertain(scores, drop);
}

base::Result<nlohmann::json> scoreGenerator(const ScoreOptions& options, const base::CancellationToken& cancel,
                                            const base::ProgressCallback& onProgress)
{
    nn::setComputeThreads(std::max(1, options.threads));
    auto file = nn::readGenerator(options.generator);
    if (!file)
        return tl::unexpected(file.error());
    const auto real = loadGanPictures(options.dataset, file->generator->options.resolution, options.anySize);
    if (!real)
        return tl::unexpected(real.error());
    auto features = options.model.empty()
                        ? base::Result<nn::BackboneFeatures>(nn::BackboneFeatures::random(torch::kCPU))
                        : nn::BackboneFeatures::fromModel(options.model, torch::kCPU);
    if (!features)
        return tl::unexpected(features.error());
    auto result = nn::guarded("The scores could not be computed.", [&] {
        const auto [samples, reals] =
            featuresOfBoth(options, file->generator, real->bytes, *features, cancel, onProgress);
        if (cancel.isCancelled())
            return nlohmann::json();
        const auto count = reals.size(0);
        nlohmann::json scores = compared(samples, reals, options.seed);
        if (count >= 4)
            scores["halves"] = compared(reals.slice(0, 0, count / 2), reals.slice(0, count / 2), options.seed);
        scores["pictures"] = count;
        scores["samples"] = count;
        scores["features"] = features->name();
        return scores;
    });
    if (result && cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
    return result;
}

} // namespace blastoscope::train

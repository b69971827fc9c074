// SPDX-License-Identifier: Apache-2.0
#include "app/train/semantic_segmenter.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/masks/semantic/semantic_map.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/semantic_network.h"
#include "core/nn/torch_wall.h"
#include "core/nn/training/adamw.h"
#include "core/nn/training/compute_threads.h"
#include "core/nn/training/schedule.h"
#include "core/nn/training/trainer.h"

namespace blastoscope::train {
namespace {

constexpr const char* kFormat = "blastoscope-semantic-1";
constexpr const char* kPrefix = "semantic.";
constexpr int kSideMultiple = 32;
constexpr std::size_t kMostClasses = 254;

base::Status refuse(const std::string& message)
{
    return base::fail(base::ErrorCode::InvalidArgument, message);
}

base::Status checkPicture(const base::Image& picture)
{
    if (picture.isNull() || picture.type != base::PixelType::U8 || picture.channels != 1)
        return refuse("A segmenter of classes needs grey pictures of one byte a pixel.");
    if (picture.width % kSideMultiple != 0 || picture.height % kSideMultiple != 0)
        return refuse("A segmenter of classes needs sides that are multiples of 32 px, not " +
                      std::to_string(picture.width) + " x " + std::to_string(picture.height) + ".");
    return {};
}

base::Status checkPairs(const std::vector<SemanticPair>& pairs, std::size_t classes)
{
    if (pairs.empty())
        return refuse("There is no labelled picture to learn from.");
    if (classes < 2 || classes > kMostClasses)
        return refuse("A segmenter needs the names of 2 to 254 classes, the background first.");
    for (const SemanticPair& pair : pairs) {
        if (auto status = checkPicture(pair.picture); !status)
            return status;
        for (const base::Image* image : {&pair.picture, &pair.labels})
            if (image->width != pairs.front().picture.width || image->height != pairs.front().picture.height ||
                image->bytes.size() != pairs.front().picture.bytes.size())
                return refuse("Pictures and labels to learn from must all have one size.");
        const auto* first = pair.labels.row<std::uint8_t>(0);
        const bool known = std::all_of(first, first + pair.labels.bytes.size(), [&](std::uint8_t label) {
            return label < classes || label == masks::kUnknownClass;
        });
        if (!known)
            return refuse("The labels hold a class that has no name.");
    }
    return {};
}

torch::Tensor pictureTensor(const base::Image& picture)
{
    auto tensor = torch::empty({1, picture.height, picture.width});
    const auto* bytes = picture.row<std::uint8_t>(0);
    float* values = tensor.data_ptr<float>();
    std::copy_n(bytes, picture.bytes.size(), values);
    nn::standardise({values, picture.bytes.size()});
    return tensor;
}

torch::Tensor labelTensor(const base::Image& labels)
{
    auto tensor = torch::empty({labels.height, labels.width}, torch::kUInt8);
    std::copy_n(labels.row<std::uint8_t>(0), labels.bytes.size(), tensor.data_ptr<std::uint8_t>());
    return tensor;
}

struct Batch {
    torch::Tensor pictures, labels;
};

/// Random pairs, mirrored and turned; a function of seed and step.
Batch batchOf(const std::vector<torch::Tensor>& pictures, const std::vector<torch::Tensor>& labels,
              const SemanticTraining& options, std::int64_t step)
{
    base::Random random(nn::stepSeed(options.seed, step));
    const bool square = labels.front().size(0) == labels.front().size(1);
    std::vector<torch::Tensor> x, y;
    for (int i = 0; i < options.batch; ++i) {
        const auto index = std::size_t(random.next() % pictures.size());
        const bool mirrored = random.chance(0.5);
        const int turns = square ? random.integer(0, 3) : 2 * random.integer(0, 1);
        const auto moved = [&](const torch::Tensor& map) {
            return (mirrored ? map.flip({-1}) : map).rot90(turns, {-2, -1});
        };
        x.push_back(moved(pictures[index]));
        y.push_back(moved(labels[index]));
    }
    return {torch::stack(x), torch::stack(y).to(torch::kLong)};
}

nlohmann::json architectureOf(const nn::SemanticNetworkOptions& options)
{
    return {{"kind", nn::nameOf(options.kind)}, {"widths", options.widths}, {"width", options.width}};
}

} // namespace

struct SemanticSegmenter::Private {
    nn::SemanticNetwork network{nullptr};
    std::vector<std::string> classNames;
};

SemanticSegmenter::SemanticSegmenter(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
SemanticSegmenter::~SemanticSegmenter() = default;
SemanticSegmenter::SemanticSegmenter(SemanticSegmenter&&) noexcept = default;
SemanticSegmenter& SemanticSegmenter::operator=(SemanticSegmenter&&) noexcept = default;

base::Result<SemanticSegmenter> SemanticSegmenter::train(const std::vector<SemanticPair>& pairs,
                                                         const SemanticTraining& options,
                                                         const base::CancellationToken& cancel,
                                                         const base::ProgressCallback& onProgress)
{
    const auto kind = nn::semanticKindFrom(options.kind);
    if (!kind)
        return tl::unexpected(kind.error());
    if (auto status = checkPairs(pairs, options.classNames.size()); !status)
        return tl::unexpected(status.error());
    nn::setComputeThreads(std::max(1, options.threads));
    auto made = nn::guarded("The segmenter could not be trained.", [&] {
        torch::manual_seed(options.seed);
        nn::SemanticNetwork network(
            nn::SemanticNetworkOptions{.kind = *kind, .classes = int(options.classNames.size())});
        std::vector<torch::Tensor> pictures, labels;
        for (const SemanticPair& pair : pairs) {
            pictures.push_back(pictureTensor(pair.picture));
            labels.push_back(labelTensor(pair.labels));
        }
        nn::AdamW optimiser(network->named_parameters(), {});
        const nn::ScheduleOptions schedule{options.learningRate, 50, 0.02};
        for (int step = 0; step < options.steps && !cancel.isCancelled(); ++step) {
            const Batch batch = batchOf(pictures, labels, options, step);
            const auto loss =
                torch::cross_entropy_loss(network(batch.pictures), batch.labels, {}, 1, masks::kUnknownClass);
            optimiser.zeroGrad();
            loss.backward();
            optimiser.clipGradients(5);
            optimiser.step(nn::learningRate(schedule, step, double(step) / options.steps));
            if (onProgress)
                onProgress({step + 1, options.steps, "Training the segmenter"});
        }
        network->eval();
        return network;
    });
    if (!made)
        return tl::unexpected(made.error());
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
    auto d = std::make_unique<Private>();
    d->network = *made;
    d->classNames = options.classNames;
    return SemanticSegmenter(std::move(d));
}

base::Result<SemanticSegmenter> SemanticSegmenter::open(const std::filesystem::path& path, int threads)
{
    nn::setComputeThreads(std::max(1, threads));
    const auto file = nn::readTensorFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto incompatible = base::fail(base::ErrorCode::Incompatible, "\"" + path.filename().string() +
                                                                            "\" is no segmenter of classes; \"gan "
                                                                            "segmenter train\" makes one.");
    try {
        if (file->metadata.at("format") != kFormat)
            return incompatible;
        const auto architecture = nlohmann::json::parse(file->metadata.at("architecture"));
        auto d = std::make_unique<Private>();
        d->classNames = nlohmann::json::parse(file->metadata.at("class_names")).get<std::vector<std::string>>();
        const auto kind = nn::semanticKindFrom(architecture.at("kind"));
        if (!kind)
            return incompatible;
        d->network = nn::SemanticNetwork(nn::SemanticNetworkOptions{
            *kind, int(d->classNames.size()), architecture.at("widths"), architecture.at("width")});
        if (auto status = nn::loadState(*d->network, file->tensors, kPrefix); !status)
            return tl::unexpected(status.error());
        d->network->eval();
        return SemanticSegmenter(std::move(d));
    } catch (const std::exception&) {
        return incompatible;
    }
}

base::Status SemanticSegmenter::write(const std::filesystem::path& path) const
{
    nn::TensorFile file;
    file.tensors = nn::stateOf(*m_d->network, kPrefix);
    file.metadata = {{"format", kFormat},
                     {"architecture", architectureOf(m_d->network->options).dump()},
                     {"class_names", nlohmann::json(m_d->classNames).dump()}};
    return nn::writeTensorFile(path, file);
}

const std::vector<std::string>& SemanticSegmenter::classNames() const
{
    return m_d->classNames;
}

base::Result<base::Image> SemanticSegmenter::labels(const base::Image& picture)
{
    if (auto status = checkPicture(picture); !status)
        return tl::unexpected(status.error());
    return nn::guarded("The picture could not be segmented.", [&] {
        const torch::NoGradGuard noGrad;
        const auto classes = m_d->network(pictureTensor(picture).unsqueeze(0)).argmax(1).to(torch::kUInt8).contiguous();
        base::Image labels(picture.width, picture.height, 1, base::PixelType::U8);
        std::copy_n(classes.data_ptr<std::uint8_t>(), labels.bytes.size(), labels.row<std::uint8_t>(0));
        return labels;
    });
}

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#include "core/inference/networks.h"

#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "core/inference/compute_device.h"
#include "core/inference/device_choice.h"
#include "core/inference/guarded_result.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/embryo_finder.h"
#include "core/nn/torch.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::inference {

namespace {

/// Reported detections start here; the counting threshold is higher and comes from the model file.
constexpr double kReportThreshold = 0.05;
constexpr double kNmsThreshold = 0.7;
constexpr int kMaxDetections = 60;
/// Answers to a person's click: they say that something is there, so much is let through and judged by where they
/// clicked.
constexpr double kPromptThreshold = 0.02;
constexpr double kPromptNmsThreshold = 0.85;
constexpr int kMaxAnswers = 32;

torch::Tensor toTensor(const std::vector<NetworkInput>& inputs, std::size_t begin, std::size_t end)
{
    std::vector<torch::Tensor> images;
    for (std::size_t i = begin; i < end; ++i) {
        const NetworkInput& input = inputs[i];
        TORCH_CHECK(input.pixels.size() == std::size_t(input.width) * std::size_t(input.height), "a picture of ",
                    input.width, " x ", input.height, " has ", input.pixels.size(), " pixels");
        images.push_back(torch::tensor(input.pixels).reshape({1, input.height, input.width}));
    }
    return torch::stack(images);
}

std::vector<float> toVector(const torch::Tensor& tensor)
{
    const auto values = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

torch::Tensor toTensor(const std::vector<base::Box>& boxes)
{
    std::vector<float> corners;
    for (const base::Box& box : boxes)
        for (const double corner : {box.x1, box.y1, box.x2, box.y2})
            corners.push_back(float(corner));
    return torch::tensor(corners).reshape({-1, 4});
}

std::vector<base::Box> toBoxes(const torch::Tensor& tensor)
{
    const auto corners = toVector(tensor);
    std::vector<base::Box> boxes;
    for (std::size_t i = 0; i + 3 < corners.size(); i += 4)
        boxes.push_back({corners[i], corners[i + 1], corners[i + 2], corners[i + 3]});
    return boxes;
}

CropFindings toFindings(const nn::DetectorOutput& output)
{
    const auto boxes = toVector(output.boxes), mapBoxes = toVector(output.maskBoxes), scores = toVector(output.scores);
    const auto boxAt = [](const std::vector<float>& corners, std::size_t i) {
        return base::Box{corners[4 * i], corners[4 * i + 1], corners[4 * i + 2], corners[4 * i + 3]};
    };
    const auto labels = output.labels.to(torch::kCPU, torch::kLong).contiguous();
    const auto amodal = output.amodal.cpu(), visible = output.visible.cpu();
    CropFindings found;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        CropDetection detection;
        detection.classId = int(labels.data_ptr<int64_t>()[i]);
        detection.score = scores[i];
        detection.box = boxAt(boxes, i);
        detection.mapBox = boxAt(mapBoxes, i);
        detection.mapSize = int(amodal.size(1));
        detection.amodal = toVector(amodal[int64_t(i)]);
        detection.visible = toVector(visible[int64_t(i)]);
        found.detections.push_back(std::move(detection));
    }
    if (output.counts.defined()) {
        const auto counts = toVector(output.counts);
        found.countProbabilities.assign(counts.begin(), counts.end());
    }
    if (output.nearer.defined())
        found.nearer = toVector(output.nearer);
    return found;
}

torch::Device torchDevice(bool onGpu)
{
    return onGpu ? torch::kCUDA : torch::kCPU;
}

class TorchNetworks : public Networks {
public:
    TorchNetworks(nn::ModelDescription description, DeviceInfo device, int threads, nn::EmbryoFinder finder,
                  nn::AmodalDetector detector)
        : m_description(std::move(description)), m_device(std::move(device), placing(finder, detector)),
          m_threads(threads), m_finder(std::move(finder)), m_detector(std::move(detector))
    {
        m_finder->eval();
        m_detector->eval();
    }

    base::Status place() { return m_device.place(); }

    const nn::ModelDescription& description() const override { return m_description; }
    const DeviceInfo& device() const override { return m_device.info(); }
    int overviewSize() const override { return m_finder->options.inputSize; }
    int overviewMultiple() const override { return nn::EmbryoFinderImpl::kStride; }

    base::Result<CoarseFindings> find(const NetworkInput& overview) override
    {
        return guardedRun("The embryo could not be looked for.", [&] {
            // In full precision: it is small, and a window that is placed a little differently changes every mask in
            // it.
            const auto maps = m_finder->find(toTensor({overview}, 0, 1).to(here()));
            const int width = int(maps.clump.size(2)), height = int(maps.clump.size(1));
            return findings(toVector(maps.clump[0]), toVector(maps.embryo[0]), width, height);
        });
    }

    base::Result<std::vector<CropFindings>> detect(const std::vector<NetworkInput>& crops,
                                                   const base::CancellationToken& cancel) override
    {
        std::vector<CropFindings> all;
        const auto run = [&](std::size_t from, std::size_t to) -> base::Status {
            auto part = nn::guarded("The cells could not be segmented.", [&] { return detectBatch(crops, from, to); });
            if (!part)
                return tl::unexpected(part.error());
            std::move(part->begin(), part->end(), std::back_inserter(all));
            return {};
        };
        if (auto done = m_device.runBatches(crops.size(), run, cancel); !done)
            return tl::unexpected(done.error());
        return all;
    }

    base::Result<std::unique_ptr<KeptPicture>> keep(const NetworkInput& crop) override
    {
        return guardedRun("The picture could not be prepared.", [&]() -> std::unique_ptr<KeptPicture> {
            auto kept = std::make_unique<KeptFeatures>();
            kept->features = m_detector->features(toTensor({crop}, 0, 1).to(here()), precision());
            kept->proposals = toBoxes(kept->features.proposals);
            return kept;
        });
    }

    base::Result<std::vector<CropDetection>> detectAt(const KeptPicture& picture,
                                                      const std::vector<base::Box>& boxes) override
    {
        if (boxes.empty())
            return std::vector<CropDetection>();
        return guardedRun("The cell could not be segmented.", [&] {
            const auto features = movedHere(static_cast<const KeptFeatures&>(picture).features);
            nn::DetectOptions options;
            options.scoreThreshold = kPromptThreshold;
            options.nmsThreshold = kPromptNmsThreshold;
            options.maxDetections = kMaxAnswers;
            options.precision = precision();
            return toFindings(m_detector->detectAt(features, toTensor(boxes), options)).detections;
        });
    }

private:
    struct KeptFeatures : KeptPicture {
        nn::PictureFeatures features;
    };

    static ComputeDevice::Place placing(const nn::EmbryoFinder& finder, const nn::AmodalDetector& detector)
    {
        return [finder, detector](bool onGpu) {
            return guardedResult("The model could not be put on the device.", [&]() -> base::Status {
                finder.ptr()->to(torchDevice(onGpu));
                detector.ptr()->to(torchDevice(onGpu));
                return {};
            });
        };
    }

    /// On the device, or on the CPU when the memory there does not suffice.
    template<typename Work>
    base::Result<std::invoke_result_t<Work>> guardedRun(const char* what, const Work& work)
    {
        return m_device.run([&] {
            return nn::guarded(what, [&] {
                nn::useThreads(m_threads);
                return work();
            });
        });
    }

    static CoarseFindings findings(const std::vector<float>& clump, const std::vector<float>& embryo, int width,
                                   int height)
    {
        constexpr double kStride = nn::EmbryoFinderImpl::kStride;
        const nn::FinderBoxOptions options;
        CoarseFindings result;
        result.embryos = nn::embryosFromMaps(clump, embryo, width, height, options);
        const auto toPixels = [](std::optional<base::Box>& box) {
            if (box)
                box = base::Box{box->x1 * kStride, box->y1 * kStride, box->x2 * kStride, box->y2 * kStride};
        };
        for (nn::FoundEmbryo& found : result.embryos) {
            toPixels(found.embryo);
            toPixels(found.clump);
        }
        for (const nn::MapRegion& region :
             nn::connectedRegions(clump, width, height, options.threshold, options.minClumpArea))
            result.cellArea += region.area * kStride * kStride;
        return result;
    }

    std::vector<CropFindings> detectBatch(const std::vector<NetworkInput>& crops, std::size_t begin, std::size_t end)
    {
        nn::useThreads(m_threads);
        nn::DetectOptions options;
        options.scoreThreshold = kReportThreshold;
        options.nmsThreshold = kNmsThreshold;
        options.maxDetections = kMaxDetections;
        options.precision = precision();
        options.views = nn::kViewsOfInference;
        options.depthOrder = true;
        std::vector<CropFindings> found;
        for (const nn::DetectorOutput& output :
             m_detector->detect(toTensor(crops, begin, end).to(here()), options))
            found.push_back(toFindings(output));
        return found;
    }

    /// Features that were kept before a fall back to the CPU are still on the GPU.
    nn::PictureFeatures movedHere(nn::PictureFeatures features) const
    {
        for (torch::Tensor& level : features.levels)
            level = level.to(here());
        features.proposals = features.proposals.to(here());
        return features;
    }

    torch::Device here() const { return torchDevice(device().isCuda); }
    nn::Precision precision() const { return device().bf16 ? nn::Precision::Bf16 : nn::Precision::Fp32; }

    nn::ModelDescription m_description;
    ComputeDevice m_device;
    int m_threads;
    nn::EmbryoFinder m_finder;
    nn::AmodalDetector m_detector;
};

/// A network built from the architecture under `key` with the weights under `prefix`.
template<typename Module, typename Make>
base::Result<Module> buildNetwork(const nn::ModelDescription& description, const char* key, const char* prefix,
                                  const nn::TensorMap& tensors, const Make& make)
{
    if (!description.architecture.contains(key))
        return base::fail(base::ErrorCode::Incompatible,
                          std::string("Its architecture lacks the part ").append(key).append("."));
    base::Result<Module> network = make(description.architecture.at(key));
    if (!network)
        return network;
    if (auto loaded = nn::loadState(**network, tensors, prefix); !loaded)
        return tl::unexpected(loaded.error());
    return network;
}

/// Tensors that belong to neither network show that the file is not what it claims to be.
base::Status checkPrefixes(const nn::TensorMap& tensors)
{
    for (const auto& [name, tensor] : tensors) {
        if (!name.starts_with(nn::kFinderPrefix) && !name.starts_with(nn::kDetectorPrefix))
            return base::fail(base::ErrorCode::Incompatible, "It has weights that belong to no network: " + name + ".");
    }
    return {};
}

base::Status checkRanges(const nn::ModelDescription& description, int detectorClasses)
{
    const nn::CountRule& rule = description.countRule;
    const bool sane = description.inputSize >= 32 && description.inputSize <= 4096 && description.fieldOfView >= 1 &&
                      description.fieldOfView <= 10 && rule.threshold > 0 && rule.threshold < 1 && rule.mergeIou > 0 &&
                      rule.mergeIou <= 1 && rule.countWeight >= 0 && rule.countWeight <= 100;
    if (!sane)
        return base::fail(base::ErrorCode::Incompatible, "Its description has numbers out of range.");
    if (int(description.classNames.size()) != detectorClasses)
        return base::fail(base::ErrorCode::Incompatible, "It names more or fewer classes than its network has.");
    return {};
}

} // namespace

base::Result<std::unique_ptr<Networks>> loadNetworks(const std::filesystem::path& weights,
                                                     const SegmenterOptions& options)
{
    auto file = nn::readTensorFile(weights);
    if (!file)
        return tl::unexpected(file.error());
    const auto refuse = [&](const base::Error& error) { return tl::unexpected(nn::inFile(error, weights)); };
    auto description = nn::modelDescriptionFromMetadata(file->metadata);
    if (!description)
        return refuse(description.error());
    if (auto known = checkPrefixes(file->tensors); !known)
        return refuse(known.error());
    auto finder =
        buildNetwork<nn::EmbryoFinder>(*description, "finder", nn::kFinderPrefix, file->tensors, nn::makeEmbryoFinder);
    if (!finder)
        return refuse(finder.error());
    auto detector = buildNetwork<nn::AmodalDetector>(*description, "detector", nn::kDetectorPrefix, file->tensors,
                                                     nn::makeAmodalDetector);
    if (!detector)
        return refuse(detector.error());
    if (auto sane = checkRanges(*description, (*detector)->options.classes); !sane)
        return refuse(sane.error());
    auto device = chooseDevice(options.device, options.allowBf16);
    if (!device)
        return tl::unexpected(device.error());
    // TF32 costs nothing visible here and is several times faster than fp32 on recent GPUs.
    at::globalContext().setAllowTF32CuBLAS(true);
    at::globalContext().setAllowTF32CuDNN(true);
    auto networks = std::make_unique<TorchNetworks>(std::move(*description), std::move(*device),
                                                    intraOpThreads(options.threads), *finder, *detector);
    if (auto placed = networks->place(); !placed)
        return tl::unexpected(placed.error());
    return networks;
}

} // namespace blastoscope::inference

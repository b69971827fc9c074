// SPDX-License-Identifier: Apache-2.0
#include "core/inference/embedding_network.h"

#include <utility>

#include "core/inference/compute_device.h"
#include "core/inference/device_choice.h"
#include "core/inference/guarded_result.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"
#include "core/nn/torch_wall.h"

namespace blastoscope::inference {

namespace {

torch::Device torchDevice(bool onGpu)
{
    return onGpu ? torch::kCUDA : torch::kCPU;
}

class TorchEmbeddingNetwork : public EmbeddingNetwork {
public:
    TorchEmbeddingNetwork(nn::ModelDescription description, DeviceInfo device, int threads, nn::TilingOptions tiling,
                          nn::HarmonicNetwork network)
        : m_description(std::move(description)), m_device(std::move(device), placing(network)), m_threads(threads),
          m_tiling(tiling), m_network(std::move(network))
    {
        m_network->eval();
    }

    base::Status place() { return m_device.place(); }

    const nn::ModelDescription& description() const override { return m_description; }
    const DeviceInfo& device() const override { return m_device.info(); }
    const nn::TilingOptions& tiling() const override { return m_tiling; }

    base::Result<nn::PixelEmbedding> embed(const std::vector<float>& tile) override
    {
        return m_device.run([&] {
            return nn::guarded("The picture could not be segmented.", [&] {
                nn::useThreads(m_threads);
                return nn::embedPicture(m_network, tile, m_tiling.tile, torchDevice(device().isCuda));
            });
        });
    }

private:
    static ComputeDevice::Place placing(const nn::HarmonicNetwork& network)
    {
        return [network](bool onGpu) {
            return guardedResult("The model could not be put on the device.", [&]() -> base::Status {
                network.ptr()->to(torchDevice(onGpu));
                return {};
            });
        };
    }

    nn::ModelDescription m_description;
    ComputeDevice m_device;
    int m_threads;
    nn::TilingOptions m_tiling;
    nn::HarmonicNetwork m_network;
};

base::Status checkDescription(const nn::ModelDescription& description, const nn::TensorMap& tensors)
{
    for (const auto& [name, tensor] : tensors) {
        if (!name.starts_with(nn::kHarmonicPrefix))
            return base::fail(base::ErrorCode::Incompatible, "It has weights that belong to no network: " + name + ".");
    }
    if (!(description.countRule.threshold > 0 && description.countRule.threshold < 1))
        return base::fail(base::ErrorCode::Incompatible, "Its description has numbers out of range.");
    if (description.classNames.size() != 1)
        return base::fail(base::ErrorCode::Incompatible, "It must name one class.");
    return {};
}

} // namespace

base::Result<std::unique_ptr<EmbeddingNetwork>> loadEmbeddingNetwork(const std::filesystem::path& weights,
                                                                     const SegmenterOptions& options)
{
    auto file = nn::readTensorFile(weights);
    if (!file)
        return tl::unexpected(file.error());
    const auto refuse = [&](const base::Error& error) { return tl::unexpected(nn::inFile(error, weights)); };
    auto description = nn::modelDescriptionFromMetadata(file->metadata);
    if (!description)
        return refuse(description.error());
    if (auto sane = checkDescription(*description, file->tensors); !sane)
        return refuse(sane.error());
    const auto model = nn::harmonicModelFromJson(description->architecture, description->inputSize);
    if (!model)
        return refuse(model.error());
    auto network = nn::makeHarmonicNetwork(nn::toJson(model->network));
    if (!network)
        return refuse(network.error());
    if (auto loaded = nn::loadState(**network, file->tensors, nn::kHarmonicPrefix); !loaded)
        return refuse(loaded.error());
    auto device = chooseDevice(options.device, false);
    if (!device)
        return tl::unexpected(device.error());
    auto embedding = std::make_unique<TorchEmbeddingNetwork>(std::move(*description), std::move(*device),
                                                             intraOpThreads(options.threads), model->tiling, *network);
    if (auto placed = embedding->place(); !placed)
        return tl::unexpected(placed.error());
    return embedding;
}

} // namespace blastoscope::inference

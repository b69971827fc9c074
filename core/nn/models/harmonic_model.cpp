// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/harmonic_model.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/nn/io/model_description.h"
#include "core/nn/training/config_reader.h"

namespace blastoscope::nn {
namespace {

std::vector<float> toVector(const torch::Tensor& tensor)
{
    const auto values = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

} // namespace

nlohmann::json toJson(const HarmonicModelOptions& options)
{
    const EmbeddingClusterOptions& clusters = options.tiling.clusters;
    return {{"family", kHarmonicFamily},
            {"network", toJson(options.network)},
            {"clusters",
             {{"bandwidth", clusters.bandwidth},
              {"foreground_threshold", clusters.foregroundThreshold},
              {"minimum_area", clusters.minimumArea},
              {"split_pieces", clusters.splitPieces}}},
            {"overlap", options.tiling.overlap},
            {"scale", options.tiling.scale}};
}

EmbeddingClusterOptions readClusterOptions(ConfigReader& reader)
{
    EmbeddingClusterOptions clusters;
    clusters.bandwidth = reader.number("bandwidth", clusters.bandwidth, 0.01, 100);
    clusters.foregroundThreshold = reader.number("foreground_threshold", clusters.foregroundThreshold, 0, 1);
    clusters.minimumArea = int(reader.integer("minimum_area", clusters.minimumArea, 1, 1 << 24));
    clusters.splitPieces = reader.optional<bool>("split_pieces", clusters.splitPieces);
    return clusters;
}

base::Result<HarmonicModelOptions> harmonicModelFromJson(const nlohmann::json& architecture, int inputSize)
{
    ConfigReader reader(architecture, "architecture");
    HarmonicModelOptions options;
    if (reader.required<std::string>("family") != kHarmonicFamily)
        reader.fail({base::ErrorCode::Incompatible, "This model is of another family than harmonic embeddings.", {}});
    auto network = harmonicOptionsFromJson(reader.object("network"));
    ConfigReader clusters(reader.object("clusters"), "clusters");
    options.tiling.clusters = readClusterOptions(clusters);
    options.tiling.tile = inputSize;
    options.tiling.overlap = int(reader.integer("overlap", 0, 0, std::max(0, inputSize / 2)));
    options.tiling.scale = reader.number("scale", options.tiling.scale, kLeastScale, kMostScale);
    if (!network)
        reader.fail(network.error());
    if (const auto status = clusters.finish(); !status)
        reader.fail(status.error());
    if (const auto status = reader.finish(); !status)
        return base::fail(base::ErrorCode::Incompatible, status.error().message, status.error().detail);
    const int multiple = 1 << (int(network->widths.size()) - 1);
    if (inputSize < 32 || inputSize > 4096 || inputSize % multiple != 0)
        return base::fail(base::ErrorCode::Incompatible,
                          "Its input size does not fit the network: it must be a multiple of " +
                              std::to_string(multiple) + " from 32 to 4096.");
    options.network = std::move(*network);
    options.tiling.clusters.margin = options.network.guides.margin;
    return options;
}

PixelEmbedding embedPicture(HarmonicNetwork& network, const std::vector<float>& picture, int side,
                            const torch::Device& device)
{
    const torch::NoGradGuard noGrad;
    TORCH_CHECK(std::ssize(picture) == std::int64_t(side) * side, "a picture of ", side, " x ", side, " has ",
                picture.size(), " pixels");
    auto input = torch::empty({1, 1, side, side});
    std::memcpy(input.data_ptr<float>(), picture.data(), picture.size() * sizeof(float));
    const HarmonicOutput output = network->forward(input.to(device));
    PixelEmbedding embedding{side, side, network->options.guides.count, toVector(output.embedding), {}};
    if (output.foreground.defined())
        embedding.foreground = toVector(torch::sigmoid(output.foreground));
    return embedding;
}

} // namespace blastoscope::nn

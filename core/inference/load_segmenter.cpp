// SPDX-License-Identifier: Apache-2.0
#include "core/base/sha256.h"
#include "core/inference/amodal_segmenter.h"
#include "core/inference/embedding_confidence.h"
#include "core/inference/harmonic_segmenter.h"
#include "core/inference/networks.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"

namespace blastoscope::inference {

namespace {

/// The threshold of the weight file in units of Detection::score.
double countThresholdOf(const nn::ModelDescription& description)
{
    const double threshold = description.countRule.threshold;
    if (description.family() != nn::kHarmonicFamily)
        return threshold;
    const auto options = nn::harmonicModelFromJson(description.architecture, description.inputSize);
    return options ? embeddingConfidence(threshold, int(options->network.guides.count)) : threshold;
}

base::Result<ModelInfo> modelInfo(const nn::ModelDescription& description, const std::filesystem::path& weights)
{
    auto hash = base::sha256OfFile(weights);
    if (!hash)
        return tl::unexpected(hash.error());
    return ModelInfo{description.name,    description.version,    description.description,   std::move(*hash),
                     description.licence, description.classNames, countThresholdOf(description)};
}

base::Result<std::unique_ptr<Segmenter>> loadHarmonic(const std::filesystem::path& weights,
                                                      const SegmenterOptions& options)
{
    auto network = loadEmbeddingNetwork(weights, options);
    if (!network)
        return tl::unexpected(network.error());
    auto info = modelInfo((*network)->description(), weights);
    if (!info)
        return tl::unexpected(info.error());
    return std::make_unique<HarmonicSegmenter>(std::move(*info), std::move(*network));
}

} // namespace

base::Result<ModelInfo> readModelInfo(const std::filesystem::path& weights)
{
    const auto metadata = nn::readTensorFileMetadata(weights);
    if (!metadata)
        return tl::unexpected(metadata.error());
    const auto description = nn::modelDescriptionFromMetadata(*metadata);
    if (!description)
        return tl::unexpected(description.error());
    return modelInfo(*description, weights);
}

base::Result<std::unique_ptr<Segmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                       const SegmenterOptions& options)
{
    const auto metadata = nn::readTensorFileMetadata(weights);
    if (!metadata)
        return tl::unexpected(metadata.error());
    if (const auto described = nn::modelDescriptionFromMetadata(*metadata);
        described && described->family() == nn::kHarmonicFamily)
        return loadHarmonic(weights, options);
    auto networks = loadNetworks(weights, options);
    if (!networks)
        return tl::unexpected(networks.error());
    auto info = modelInfo((*networks)->description(), weights);
    if (!info)
        return tl::unexpected(info.error());
    return std::make_unique<AmodalSegmenter>(std::move(*info), std::move(*networks));
}

} // namespace blastoscope::inference

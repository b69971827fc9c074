// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/models/harmonic_network.h"
#include "core/nn/ops/label_tiles.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

class ConfigReader;

/// Prefix of the network's tensors in a model file.
inline constexpr const char* kHarmonicPrefix = "harmonic.";

/// Everything that a model file of the family "harmonic" says about how pictures are cut into objects.
struct HarmonicModelOptions {
    HarmonicOptions network;
    TilingOptions tiling;
};

/// Of TilingOptions::scale.
inline constexpr double kLeastScale = 0.1, kMostScale = 8;

/// The architecture of a model file: {"family": "harmonic", "network": ..., "clusters": ..., "overlap": ..., "scale":
/// ...}.
nlohmann::json toJson(const HarmonicModelOptions& options);

/// Fails with Incompatible when something is missing, unknown or impossible, or tiles of `inputSize` do not fit the
/// network.
base::Result<HarmonicModelOptions> harmonicModelFromJson(const nlohmann::json& architecture, int inputSize);

/// The keys of clustering: "bandwidth", "foreground_threshold", "minimum_area", "split_pieces". Absent ones keep their
/// defaults; errors stay with the reader.
EmbeddingClusterOptions readClusterOptions(ConfigReader& reader);

/// Runs the network on one standardised square picture of side x side pixels. No gradient. Throws c10::Error.
PixelEmbedding embedPicture(HarmonicNetwork& network, const std::vector<float>& picture, int side,
                            const torch::Device& device);

} // namespace blastoscope::nn

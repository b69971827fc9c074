// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/nn/models/vq_vae.h"

namespace blastoscope::nn {

/// Prefix of the tensors of a snap file.
inline constexpr const char* kSnapPrefix = "snap.";

/// Everything that the weight file of the shape-prior snap says about itself, kept as strings in its safetensors
/// metadata.
struct SnapDescription {
    std::string name;
    std::string version;
    std::string description; ///< one line: what it is for
    std::string licence;
    std::string intendedUse;
    nlohmann::json architecture; ///< {"family": "shape-snap", "vq_vae": ...}
    double margin = 0.3;         ///< see snapWindow()
    nlohmann::json recipe;
    std::string dataHash; ///< of the simulated frames
    nlohmann::json metrics;
};

std::map<std::string, std::string> toMetadata(const SnapDescription& description);

/// Fails with Incompatible when the file is no snap model, misses something or has values out of range.
base::Result<SnapDescription> snapDescriptionFromMetadata(const std::map<std::string, std::string>& metadata);

/// The network that the description names, with fresh weights. Incompatible for an impossible architecture.
base::Result<VqVae> makeSnapNetwork(const SnapDescription& description);

/// The JSON form of a snap network.
nlohmann::json snapArchitecture(const VqVaeOptions& options);

} // namespace blastoscope::nn

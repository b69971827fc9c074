// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/nn/data/picture_statistics.h"
#include "core/nn/models/count_rule.h"

namespace blastoscope::nn {

/// Prefixes of the tensors of a model file.
inline constexpr const char* kFinderPrefix = "finder.";
inline constexpr const char* kDetectorPrefix = "detector.";

/// Families of models: what the architecture's "family" may be.
inline constexpr const char* kAmodalFamily = "amodal-detector"; ///< finder and detector of whole silhouettes
inline constexpr const char* kHarmonicFamily = "harmonic";      ///< cuts a picture into objects, see harmonic_model.h

/// Everything that a weight file says about itself, kept as strings in its safetensors metadata.
struct ModelDescription {
    std::string name;
    std::string version;
    std::string description; ///< one line: what it is for
    std::string licence;
    std::string intendedUse;
    std::vector<std::string> classNames; ///< class 1 first; 0 is background
    CountRule countRule;
    nlohmann::json architecture;         ///< {"family": "amodal-detector", "finder": ..., "detector": ...}, or another
    int inputSize = 256;                 ///< side of the square that the detector sees, px
    double fieldOfView = 1.7;            ///< side of that square / longer side of the box of all cells
    nlohmann::json recipe;
    std::string dataHash;                ///< of the simulated frames
    std::string ancestor;                ///< SHA-256 of the file that this one was fine-tuned from; empty: of none
    std::string ancestorName;            ///< its name and version
    std::string datasetHash;             ///< SHA-256 of the data.safetensors it was fine-tuned on; empty: on none
    std::optional<TrainingLook> look;    ///< of the training pictures; older files do not say
    nlohmann::json metrics;

    std::string family() const { return architecture.value("family", ""); }
};

std::map<std::string, std::string> toMetadata(const ModelDescription& description);

/// Fails with Incompatible when the file is no model of a known family, misses something or is preprocessed in a way
/// that this program does not know.
base::Result<ModelDescription> modelDescriptionFromMetadata(const std::map<std::string, std::string>& metadata);

} // namespace blastoscope::nn

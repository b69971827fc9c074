// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::inference {

/// How a model did on held-out simulated frames when it was made; all but `frames` in [0, 1].
struct CardMetrics {
    int frames = 0;
    double ap = 0; ///< COCO mask AP (.5:.95) of blastomeres; -1 when there were none
    double ap50 = 0;
    double ap75 = 0;
    double exact = 0;     ///< share of frames with 2 to 8 cells that were counted right
    double withinOne = 0; ///< the same, right or off by one
};

/// Everything that a weight file says about itself, for people and for the list of models.
struct ModelCard {
    std::filesystem::path file;
    std::string sha256; ///< of the file, 64 hex digits
    std::string name;
    std::string version;
    std::string description; ///< one line: what it is for
    std::string licence;
    std::string intendedUse;
    std::vector<std::string> classNames; ///< class 1 first
    int inputSize = 0;        ///< side of the square that the network sees, px
    int trainingBatch = 0;    ///< pictures of a training step; 0 when the recipe does not say
    std::string recipe;       ///< JSON text with indents
    std::string dataHash;     ///< of the simulated frames
    std::string datasetHash;  ///< of the training set it was fine-tuned on; empty: none
    std::string ancestor;     ///< SHA-256 of the file it was fine-tuned from; empty: none
    std::string ancestorName; ///< its name and version
    std::optional<CardMetrics> metrics;

    /// "blastomere-amodal 0.2.0"
    std::string title() const;
};

/// Reads the header of a weight file and the hash of all of it; the weights are not looked at. Fails as reading a
/// weight file does, and with Incompatible for one that is no model of this program. Reads the whole file: on a worker
/// thread. Thread-safe.
base::Result<ModelCard> readModelCard(const std::filesystem::path& file);

/// One step of a model's ancestry.
struct Ancestor {
    std::string title; ///< name and version
    std::string sha256;
    std::filesystem::path file; ///< empty: not among the known models
};

/// What `card` was fine-tuned from, what that was fine-tuned from, and so on, as far as `known` tells. The last entry
/// may be a model that is not there; a file that names itself ends the chain.
std::vector<Ancestor> ancestryOf(const ModelCard& card, const std::vector<ModelCard>& known);

} // namespace blastoscope::inference

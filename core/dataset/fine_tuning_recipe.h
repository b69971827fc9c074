// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace blastoscope::dataset {

/// How much real frames are changed at random before the model sees them, so that it learns shapes and not pictures.
enum class AugmentationStrength {
    Off,    ///< every frame as it is
    Gentle, ///< turned and mirrored, slight changes of light
    Usual,  ///< as the base was trained, with a ramp of light
    Strong  ///< for few frames, or recordings that differ much
};

/// What a person says about a fine-tuning; the rest comes from the base (models/recipes/README.md).
struct FineTuning {
    std::filesystem::path base;    ///< weight file
    std::filesystem::path dataset; ///< folder of a dataset
    std::string name;              ///< of the new model; empty: that of the base
    std::optional<double> minutes; ///< budget; 10 when `steps` is not given either
    std::optional<int> steps;
    std::optional<int> batch;               ///< pictures of a step; else the base's
    std::optional<double> evaluateMinutes;  ///< between two looks at the held-out frames; else only at the end
    AugmentationStrength augmentation = AugmentationStrength::Usual;
    std::optional<double> simulatedShare; ///< [0, 1]
    std::optional<double> learningRate;
    std::vector<std::string> freeze;      ///< parts of the detector, e.g. "backbone"
};

/// Steps after which every one of `frames` real frames was seen `epochs` times on average, at least 1. All arguments
/// are positive, `simulatedShare` in [0, 1).
int stepsForEpochs(double epochs, int frames, int batch, double simulatedShare);

/// The recipe for `blastoscope-train --config`, as JSON text. Paths are made absolute.
std::string fineTuningRecipe(const FineTuning& tuning);

} // namespace blastoscope::dataset

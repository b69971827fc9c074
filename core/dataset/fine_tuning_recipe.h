// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace blastoscope::dataset {

/// What a person says about a fine-tuning; the rest comes from the base (models/recipes/README.md).
struct FineTuning {
    std::filesystem::path base;    ///< weight file
    std::filesystem::path dataset; ///< folder of a dataset
    std::string name;              ///< of the new model; empty: that of the base
    std::optional<double> minutes; ///< budget; 10 when `steps` is not given either
    std::optional<int> steps;
    std::optional<double> simulatedShare; ///< [0, 1]
    std::optional<double> learningRate;
    std::vector<std::string> freeze;      ///< parts of the detector, e.g. "backbone"
};

/// The recipe for `blastoscope-train --config`, as JSON text. Paths are made absolute.
std::string fineTuningRecipe(const FineTuning& tuning);

} // namespace blastoscope::dataset

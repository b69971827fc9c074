// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace blastoscope::dataset {

/// What a person says about the training of a generator; the rest are defaults (models/recipes/README.md).
struct GeneratorTraining {
    std::string name = "generator";
    std::filesystem::path pictures = {}; ///< folder of a training set or of pictures; empty: simulated embryos
    int resolution = 64;            ///< side of the generated pictures, px
    int batch = 16;                 ///< pictures of a step
    std::optional<double> minutes = {};  ///< budget; 60 when `steps` is not given either
    std::optional<int> steps = {};
    std::optional<double> evaluateMinutes = {}; ///< between two looks at samples; else 2
    std::filesystem::path features = {};   ///< weight file whose backbone measures KID-own; empty: it is not measured
    bool augment = true;                   ///< adaptively
    bool anySize = false;                  ///< the middle square of pictures of several sizes
    std::uint64_t seed = 1;
};

/// The recipe for `blastoscope-train --config`, as JSON text. Paths are made absolute.
std::string generatorRecipe(const GeneratorTraining& training);

} // namespace blastoscope::dataset

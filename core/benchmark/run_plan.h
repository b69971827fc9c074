// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/benchmark/benchmark_recipe.h"

namespace blastoscope::benchmark {

/// One training of a benchmark: a setting with a seed.
struct PlannedRun {
    std::string setting;
    std::uint64_t seed = 0;
    nlohmann::json recipe;         ///< for blastoscope-train
    std::filesystem::path folder;  ///< of the run
    std::filesystem::path result;  ///< written when it is finished
    std::string shapeCode; ///< what its stage "vq" depends on; runs that agree share its weights. Empty: no such stage
};

/// All runs in the order in which they are done: seed by seed, so that an unfinished benchmark compares all settings.
/// Runs of one seed read their simulated frames from one file below `folder`.
std::vector<PlannedRun> planOf(const BenchmarkRecipe& recipe, const std::filesystem::path& folder);

} // namespace blastoscope::benchmark

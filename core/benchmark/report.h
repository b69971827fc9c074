// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/benchmark/benchmark_recipe.h"
#include "core/benchmark/statistics.h"

namespace blastoscope::benchmark {

/// What one finished run was measured at.
struct RunResult {
    std::string setting;
    std::uint64_t seed = 0;
    std::map<std::string, double> metrics; ///< by key, as shares of 1
    double seconds = 0;                    ///< of training the detector
};

/// The metric of a setting over its finished seeds.
Spread metricOf(const std::vector<RunResult>& results, const std::string& setting, const std::string& metric);

/// `setting` minus `other` over the seeds that both have.
PairedDifference differenceOf(const std::vector<RunResult>& results, const std::string& setting,
                              const std::string& other, const std::string& metric);

/// Tables: every setting's mean and standard deviation, its paired difference from the baseline, and every expected
/// order with its verdict. Numbers in points (hundredths).
std::string markdownReport(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results);

/// One line per run: setting, seed, metrics (as shares of 1), seconds.
std::string csvReport(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results);

} // namespace blastoscope::benchmark

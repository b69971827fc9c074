// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/benchmark/report.h"

namespace blastoscope::benchmark {

/// A picture (PNG) with one panel per metric: every run as a dot, the mean of each setting as a bar with its standard
/// deviation, settings from top to bottom. Fails when the file cannot be written.
base::Status writeChart(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results,
                        const std::filesystem::path& file);

} // namespace blastoscope::benchmark

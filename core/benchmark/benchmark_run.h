// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/benchmark/benchmark_recipe.h"
#include "core/benchmark/report.h"

namespace blastoscope::benchmark {

/// Trains one run: `recipe` (a file) into `folder`, going on with what is there. Returns when it has ended; a run that
/// was stopped by `stop` is Cancelled.
using Trainer = std::function<base::Status(const std::filesystem::path& recipe, const std::filesystem::path& folder,
                                           const base::CancellationToken& stop)>;


/// Does all runs that have no result yet, and writes the report (report.md, report.csv, report.png) after each. In
/// `folder`: runs/ holds the trainings, results/ one file per finished run, samples/ the simulated frames of each seed.
/// Stopped at any point, it goes on with the same folder. Fails as the trainer and the files do; Incompatible when a
/// result was made by another recipe; Cancelled.
base::Result<std::vector<RunResult>> runBenchmark(const BenchmarkRecipe& recipe, const std::filesystem::path& folder,
                                                  const Trainer& train, const base::CancellationToken& stop,
                                                  const base::ProgressCallback& progress);

/// The report of the results that are in `folder`. Fails with NotFound when there is none.
base::Result<std::vector<RunResult>> writeReport(const BenchmarkRecipe& recipe, const std::filesystem::path& folder);

} // namespace blastoscope::benchmark

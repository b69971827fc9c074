// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace blastoscope::benchmark {

/// One way to train; `recipe` is complete for blastoscope-train but for the seed.
struct Setting {
    std::string name; ///< letters, digits, '-' and '_': names a folder
    std::string label;
    nlohmann::json recipe;
};

/// One number that a run is measured by: where it stands in the "evaluation" line of the run's diary, and how it is
/// called in the report.
struct Metric {
    std::string key;
    std::string label;
};

/// An order that a paper reports, or a bar: `better` minus `than` is expected above `above`.
struct Expectation {
    std::string better;
    std::string than;
    std::string metric; ///< key
    double above = 0;
    std::string source; ///< e.g. a table of a paper
};

/// A comparison of settings, each trained once with every seed. Runs of one seed see the same data in the same order.
struct BenchmarkRecipe {
    std::string name;
    std::string title;
    std::string note; ///< a paragraph for the report
    std::vector<std::uint64_t> seeds;
    std::string baseline; ///< name of the setting that the others are compared with
    std::vector<Metric> metrics;
    std::vector<Setting> settings;
    std::vector<Expectation> orders;
};

/// Fails (InvalidArgument) on a missing or unknown key, a wrong type or a name that nothing has; the message names it.
/// The training recipes themselves are checked by the worker.
base::Result<BenchmarkRecipe> parseBenchmarkRecipe(const nlohmann::json& json);

/// Fails as parseBenchmarkRecipe does, with NotFound, or with Corrupt (no JSON).
base::Result<BenchmarkRecipe> readBenchmarkRecipe(const std::filesystem::path& file);

} // namespace blastoscope::benchmark

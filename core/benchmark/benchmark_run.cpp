// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/benchmark_run.h"

#include <optional>
#include <sstream>

#include "core/base/file_io.h"
#include "core/benchmark/chart.h"
#include "core/benchmark/run_plan.h"

namespace blastoscope::benchmark {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kShapeCodeFile = "vq.weights.safetensors";

/// What the last measurement of a finished run says; nothing while it is not finished.
std::optional<json> measurementOf(const fs::path& diary)
{
    const auto text = base::readTextFile(diary);
    if (!text)
        return std::nullopt;
    std::optional<json> metrics;
    bool finished = false;
    double seconds = 0;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        const json entry = json::parse(line, nullptr, false);
        if (!entry.is_object())
            continue;
        const std::string event = entry.value("event", "");
        const bool ofDetector = entry.value("stage", "") == "detector";
        if (event == "evaluation" && ofDetector)
            metrics = entry.value("metrics", json::object());
        if (event == "step" && ofDetector)
            seconds = entry.value("seconds", seconds);
        finished = event == "finished";
    }
    if (!finished || !metrics)
        return std::nullopt;
    return json{{"metrics", *metrics}, {"seconds", seconds}};
}

/// A benchmark may be moved to another place.
json withoutPaths(json recipe)
{
    recipe.at("samples").erase("cache_file");
    return recipe;
}

base::Result<RunResult> readResult(const PlannedRun& run, const BenchmarkRecipe& recipe)
{
    const auto text = base::readTextFile(run.result);
    if (!text)
        return tl::unexpected(text.error());
    const json document = json::parse(*text, nullptr, false);
    try {
        if (document.at("recipe") != withoutPaths(run.recipe))
            return base::fail(
                base::ErrorCode::Incompatible,
                "The result " + run.result.filename().string() +
                    " was made by another recipe; choose another folder, or remove that file to run it again.");
        RunResult result{run.setting, run.seed, {}, document.at("seconds")};
        const json& measured = document.at("metrics");
        for (const Metric& metric : recipe.metrics) {
            if (measured.contains(metric.key)) // a setting without a shape code has no accuracy of codes
                result.metrics[metric.key] = measured.at(metric.key);
        }
        return result;
    } catch (const json::exception& exception) {
        return base::fail(base::ErrorCode::Corrupt, "The result " + run.result.filename().string() + " is incomplete.",
                          exception.what());
    }
}

base::Status keepResult(const PlannedRun& run)
{
    auto measured = measurementOf(run.folder / "progress.jsonl");
    if (!measured)
        return base::fail(base::ErrorCode::NotFound,
                          "The run in " + run.folder.string() + " ended without a measurement of its detector.");
    (*measured)["recipe"] = withoutPaths(run.recipe);
    if (auto written = base::writeTextFile(run.result, measured->dump(2) + "\n"); !written)
        return written;
    // What is only needed to go on with a run takes most of the room.
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(run.folder, ignored))
        if (entry.path().string().ends_with(".checkpoint.safetensors"))
            fs::remove(entry.path(), ignored);
    return {};
}

/// The same silhouettes and the same seed give the same shape code: taken from a finished run that has it.
void shareShapeCode(const PlannedRun& run, const std::vector<PlannedRun>& plan)
{
    std::error_code error;
    const fs::path own = run.folder / kShapeCodeFile;
    if (run.shapeCode.empty() || fs::exists(own, error))
        return;
    for (const PlannedRun& other : plan) {
        const fs::path file = other.folder / kShapeCodeFile;
        if (other.shapeCode != run.shapeCode || !fs::exists(other.result, error) || !fs::exists(file, error))
            continue;
        const fs::path half = own.string() + ".part";
        if (fs::copy_file(file, half, fs::copy_options::overwrite_existing, error))
            fs::rename(half, own, error);
        return;
    }
}

base::Status trainOne(const PlannedRun& run, const std::vector<PlannedRun>& plan, const Trainer& train,
                      const base::CancellationToken& stop)
{
    if (auto made = base::makeFolder(run.folder); !made)
        return made;
    shareShapeCode(run, plan);
    const fs::path recipe = run.folder / "benchmark-recipe.json";
    if (auto written = base::writeTextFile(recipe, run.recipe.dump(2) + "\n"); !written)
        return written;
    if (auto trained = train(recipe, run.folder, stop); !trained)
        return trained;
    return keepResult(run);
}

base::Status writeAll(const BenchmarkRecipe& recipe, const fs::path& folder, const std::vector<RunResult>& results)
{
    if (auto written = base::writeTextFile(folder / "report.md", markdownReport(recipe, results)); !written)
        return written;
    if (auto written = base::writeTextFile(folder / "report.csv", csvReport(recipe, results)); !written)
        return written;
    return writeChart(recipe, results, folder / "report.png");
}

} // namespace

base::Result<std::vector<RunResult>> writeReport(const BenchmarkRecipe& recipe, const fs::path& folder)
{
    std::vector<RunResult> results;
    for (const PlannedRun& run : planOf(recipe, folder)) {
        std::error_code error;
        if (!fs::exists(run.result, error))
            continue;
        auto result = readResult(run, recipe);
        if (!result)
            return tl::unexpected(result.error());
        results.push_back(std::move(*result));
    }
    if (results.empty())
        return base::fail(base::ErrorCode::NotFound, "There is no finished run in " + folder.string() + ".");
    if (auto written = writeAll(recipe, folder, results); !written)
        return tl::unexpected(written.error());
    return results;
}

base::Result<std::vector<RunResult>> runBenchmark(const BenchmarkRecipe& recipe, const fs::path& folder,
                                                  const Trainer& train, const base::CancellationToken& stop,
                                                  const base::ProgressCallback& progress)
{
    for (const char* part : {"runs", "results", "samples"})
        if (auto made = base::makeFolder(folder / part); !made)
            return tl::unexpected(made.error());
    const auto plan = planOf(recipe, folder);
    std::vector<RunResult> results;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const PlannedRun& run = plan[i];
        progress({std::int64_t(i), std::int64_t(plan.size()), run.setting + ", seed " + std::to_string(run.seed)});
        std::error_code error;
        const bool fresh = !fs::exists(run.result, error);
        if (fresh && stop.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Stopped; the same command goes on.");
        if (fresh)
            if (auto trained = trainOne(run, plan, train, stop); !trained)
                return tl::unexpected(trained.error());
        auto result = readResult(run, recipe);
        if (!result)
            return tl::unexpected(result.error());
        results.push_back(std::move(*result));
        if (fresh)
            if (auto written = writeAll(recipe, folder, results); !written)
                return tl::unexpected(written.error());
    }
    progress({std::int64_t(plan.size()), std::int64_t(plan.size()), "Report"});
    return writeReport(recipe, folder);
}

} // namespace blastoscope::benchmark

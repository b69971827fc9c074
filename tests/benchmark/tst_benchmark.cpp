// SPDX-License-Identifier: Apache-2.0
// Benchmarks of methods: the plan, the arithmetic of the report, resuming; and the real programs on a tiny recipe.
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <thread>

#include <doctest/doctest.h>

#include "core/base/file_io.h"
#include "core/benchmark/benchmark_run.h"
#include "core/benchmark/chart.h"
#include "core/benchmark/run_plan.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text.h"

using namespace blastoscope;
using namespace blastoscope::benchmark;
using nlohmann::json;
using tests::contains;
using tests::exitCodeOf;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

json smallRecipe()
{
    return json::parse(R"({
        "name": "small", "title": "Small", "seeds": [1, 2, 3],
        "training": {"stages": ["vq", "detector"], "simulation": {"frame_size": 160},
                     "detector": {"steps": 4, "architecture": {"mask": {"kind": "vq", "hidden": 16}}}},
        "settings": [
            {"name": "fcn", "label": "FCN", "changes": {"stages": ["detector"],
                                                         "detector": {"architecture": {"mask": {"kind": "fcn"}}}}},
            {"name": "vq", "label": "shape code"},
            {"name": "vq2", "label": "shape code, longer", "changes": {"detector": {"steps": 8}}}],
        "orders": [{"better": "vq", "than": "fcn", "source": "table 1"},
                   {"better": "fcn", "than": "vq", "metric": "ap50", "above": -0.3}]
    })");
}

BenchmarkRecipe parsedSmall()
{
    const auto recipe = parseBenchmarkRecipe(smallRecipe());
    REQUIRE(recipe.has_value());
    return *recipe;
}

std::string messageFor(const json& recipe)
{
    const auto parsed = parseBenchmarkRecipe(recipe);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == base::ErrorCode::InvalidArgument);
    return parsed.error().message;
}

std::string textOf(const fs::path& file)
{
    const auto text = base::readTextFile(file);
    REQUIRE_MESSAGE(text.has_value(), file.string());
    return *text;
}

/// Made-up numbers: each seed has a level of its own, and each setting a distance from it.
double madeUpAp(const std::string& setting, std::uint64_t seed)
{
    const std::map<std::string, double> distance = {{"fcn", 0}, {"vq", 0.02}, {"vq2", 0.01}};
    return 0.3 + 0.1 * double(seed) + distance.at(setting) + (setting == "vq" && seed == 2 ? 0.003 : 0);
}

/// Leaves what the worker leaves.
void pretendToTrain(const fs::path& recipeFile, const fs::path& folder)
{
    const json recipe = json::parse(textOf(recipeFile));
    const bool fcn = recipe["stages"].size() == 1;
    const std::string setting = fcn ? "fcn" : recipe["detector"]["steps"] == 8 ? "vq2" : "vq";
    const double ap = madeUpAp(setting, recipe["seed"]);
    std::ofstream diary(folder / "progress.jsonl");
    if (!fcn && !fs::exists(folder / "vq.weights.safetensors"))
        std::ofstream(folder / "vq.weights.safetensors") << setting;
    std::ofstream(folder / "detector.checkpoint.safetensors") << "large";
    diary << json{{"event", "step"}, {"stage", "detector"}, {"seconds", 12.5}} << '\n'
          << json{{"event", "evaluation"}, {"stage", "vq"}, {"metrics", {{"ap", 9}}}} << '\n'
          << json{{"event", "evaluation"},
                  {"stage", "detector"},
                  {"metrics", {{"ap", ap}, {"ap50", ap}, {"ap75", ap}, {"ap_hidden", ap / 2}}}} << '\n'
          << json{{"event", "finished"}} << '\n';
}

void ignoreProgress(const base::Progress&) {}

} // namespace

TEST_CASE("mean, standard deviation and paired difference are those of the textbook")
{
    const std::vector<double> a = {0.50, 0.54, 0.49}, b = {0.48, 0.50, 0.50};
    const Spread spread = spreadOf(a);
    CHECK(spread.count == 3);
    CHECK(spread.mean == doctest::Approx(0.51));
    CHECK(spread.deviation == doctest::Approx(std::sqrt(0.0014 / 2)));
    const PairedDifference difference = pairedDifference(a, b); // .02, .04, -.01
    CHECK(difference.spread.mean == doctest::Approx(0.05 / 3));
    CHECK(difference.above == 2);
    CHECK(difference.margin == doctest::Approx(4.303 * difference.spread.deviation / std::sqrt(3.0)));
    CHECK(spreadOf({}).count == 0);
    CHECK(std::isinf(pairedDifference(std::vector{1.0}, std::vector{2.0}).margin));
    CHECK(spreadOf(std::vector{0.4}).deviation == 0);
}

TEST_CASE("a recipe's mistakes are named")
{
    CHECK(parsedSmall().baseline == "fcn");
    CHECK(parsedSmall().metrics.size() == 4);
    const auto changed = [](const char* patch) {
        json recipe = smallRecipe();
        recipe.merge_patch(json::parse(patch));
        return messageFor(recipe);
    };
    CHECK(contains(changed(R"({"seeds": null})"), "\"seeds\" is missing"));
    CHECK(contains(changed(R"({"seeds": [1, 1]})"), "twice"));
    CHECK(contains(changed(R"({"seeds": "three"})"), "wrong type"));
    CHECK(contains(changed(R"({"sedes": 3})"), "sedes"));
    CHECK(contains(changed(R"({"name": "a/b"})"), "a/b"));
    CHECK(contains(changed(R"({"baseline": "none"})"), "none"));
    CHECK(contains(changed(R"({"training": {"seed": 3}})"), "seed"));
    CHECK(contains(changed(R"({"settings": []})"), "empty"));
    CHECK(contains(changed(R"({"settings": [{"name": "a"}, {"name": "a"}]})"), "two settings"));
    CHECK(contains(changed(R"({"orders": [{"better": "vq", "than": "fnc"}]})"), "fnc"));
    CHECK(contains(changed(R"({"orders": [{"better": "vq", "than": "fcn", "metric": "iou"}]})"), "iou"));
    CHECK(contains(messageFor(json::array()), "must be an object"));
}

TEST_CASE("the plan goes seed by seed; what depends on the same things is shared")
{
    const auto plan = planOf(parsedSmall(), "runs/b");
    REQUIRE(plan.size() == 9);
    CHECK(plan[0].setting == "fcn");
    CHECK(plan[2].seed == 1);
    CHECK(plan[3].seed == 2);
    CHECK(plan[1].recipe.at("seed") == 1);
    CHECK(plan[1].recipe.at("detector").at("architecture").at("mask").at("kind") == "vq");
    CHECK(plan[0].recipe.at("samples").at("cache_file") == plan[2].recipe.at("samples").at("cache_file"));
    CHECK(plan[0].recipe.at("samples").at("cache_file") != plan[3].recipe.at("samples").at("cache_file"));
    CHECK(plan[0].shapeCode.empty());
    CHECK(plan[1].shapeCode == plan[2].shapeCode);
    CHECK(plan[1].shapeCode != plan[4].shapeCode);
}

TEST_CASE("finished runs are not run again, and a stopped benchmark goes on")
{
    const TemporaryFolder folder;
    int calls = 0;
    const base::CancellationToken stop;
    const Trainer stopping = [&](const fs::path& recipe, const fs::path& run,
                                 const base::CancellationToken& token) -> base::Status {
        if (++calls == 5) {
            token.cancel();
            return base::fail(base::ErrorCode::Cancelled, "Stopped.");
        }
        pretendToTrain(recipe, run);
        return {};
    };
    const auto stopped = runBenchmark(parsedSmall(), folder.path, stopping, stop, ignoreProgress);
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == base::ErrorCode::Cancelled);
    CHECK(contains(textOf(folder.path / "report.md"), "4 of 9 runs"));

    const auto results = runBenchmark(parsedSmall(), folder.path, stopping, {}, ignoreProgress);
    REQUIRE(results.has_value());
    CHECK(results->size() == 9);
    CHECK(calls == 10); // the one that was stopped, again, and the five after it
    CHECK(runBenchmark(parsedSmall(), folder.path, stopping, {}, ignoreProgress).has_value());
    CHECK(calls == 10);
    // The longer setting took over the shape code of the first one; checkpoints are gone.
    CHECK(textOf(folder.path / "runs" / "vq2.seed-1" / "vq.weights.safetensors") == "vq");
    CHECK_FALSE(fs::exists(folder.path / "runs" / "vq2.seed-1" / "detector.checkpoint.safetensors"));

    json longer = smallRecipe();
    longer["training"]["detector"]["steps"] = 5;
    const auto other = runBenchmark(*parseBenchmarkRecipe(longer), folder.path, stopping, {}, ignoreProgress);
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code == base::ErrorCode::Incompatible);
    CHECK(writeReport(parsedSmall(), folder.path).has_value());
    CHECK_FALSE(writeReport(parsedSmall(), folder.path / "runs").has_value());
}

TEST_CASE("a training that fails or measures nothing ends the benchmark with its message")
{
    const TemporaryFolder folder;
    const Trainer failing = [](const fs::path&, const fs::path&, const base::CancellationToken&) -> base::Status {
        return base::fail(base::ErrorCode::Internal, "The training failed.");
    };
    CHECK(runBenchmark(parsedSmall(), folder.path, failing, {}, ignoreProgress).error().message ==
          "The training failed.");
    const Trainer silent = [](const fs::path&, const fs::path&, const base::CancellationToken&) {
        return base::Status();
    };
    CHECK(contains(runBenchmark(parsedSmall(), folder.path, silent, {}, ignoreProgress).error().message,
                   "without a measurement"));
}

TEST_CASE("the report says means, paired differences and verdicts")
{
    const auto recipe = parsedSmall();
    std::vector<RunResult> results;
    for (const auto seed : recipe.seeds) {
        for (const char* setting : {"fcn", "vq"}) {
            const double ap = madeUpAp(setting, seed);
            results.push_back({setting, seed, {{"ap", ap}, {"ap50", ap}, {"ap75", ap}, {"ap_hidden", ap}}, 10});
        }
    }
    const std::string report = markdownReport(recipe, results);
    CHECK(contains(report, "6 of 9 runs"));
    CHECK(contains(report, "| FCN | 50.00 ± 10.00 |"));
    CHECK(contains(report, "| shape code | +2.10 ± 0.17 (3/3) |"));
    CHECK(contains(report, "| shape code, longer | – |"));
    CHECK(contains(report, "| shape code − FCN > 0.0 | AP | +2.10 ± 0.17 (3/3) | ± 0.43 | **reproduced** | table 1 |"));
    CHECK(contains(report, "| FCN − shape code > -30.0 | AP50 | -2.10 ± 0.17 (0/3) | ± 0.43 | **reproduced** |"));
    std::swap(results[0].metrics, results[1].metrics);
    CHECK(contains(markdownReport(recipe, results), "within the noise of the seeds"));
    const std::string csv = csvReport(recipe, results);
    CHECK(contains(csv, "setting,seed,ap,ap50,ap75,ap_hidden,seconds\n"));
    CHECK(contains(csv, "vq,3,0.620000,"));
    results[0].metrics.erase("ap_hidden"); // a metric that a setting does not have
    CHECK(contains(csvReport(recipe, results), "fcn,1,0.420000,0.420000,0.420000,,10.0"));
    const TemporaryFolder folder;
    REQUIRE(writeChart(recipe, results, folder.path / "chart.png").has_value());
    CHECK(fs::file_size(folder.path / "chart.png") > 2000);
    CHECK_FALSE(writeChart(recipe, results, folder.path / "none" / "chart.png").has_value());
}

TEST_CASE("every shipped benchmark recipe parses")
{
    const fs::path folder = fs::path(std::getenv("BLASTOSCOPE_SOURCE_DIR")) / "models" / "recipes" / "benchmarks";
    int count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto recipe = readBenchmarkRecipe(entry.path());
        INFO(entry.path().string());
        INFO((recipe ? std::string() : recipe.error().message));
        CHECK(recipe.has_value());
        ++count;
    }
    CHECK(count >= 3);
    CHECK(readBenchmarkRecipe(folder / "none.json").error().code == base::ErrorCode::NotFound);
}

namespace {

pid_t startCli(const fs::path& out)
{
    const std::string recipe =
        (fs::path(std::getenv("BLASTOSCOPE_SOURCE_DIR")) / "models" / "recipes" / "benchmarks" / "tiny.json").string();
    return tests::startProgram(BLASTOSCOPE_CLI, {"benchmark", "run", recipe, "--out", out.string(), "--device", "cpu",
                                                 "--threads", "1"});
}

} // namespace

TEST_CASE("the program runs a tiny benchmark, stops at SIGINT, and goes on to the same numbers")
{
    using namespace std::chrono_literals;
    const TemporaryFolder folder;
    setenv("XDG_STATE_HOME", (folder.path / "state").c_str(), 1);
    const auto stopped = folder.path / "stopped";
    const pid_t pid = startCli(stopped);
    const auto giveUp = std::chrono::steady_clock::now() + 120s;
    while (!fs::exists(stopped / "report.md") && std::chrono::steady_clock::now() < giveUp && kill(pid, 0) == 0)
        std::this_thread::sleep_for(20ms);
    kill(pid, SIGINT);
    CHECK(exitCodeOf(pid) == 1);
    CHECK_FALSE(contains(textOf(stopped / "report.md"), "4 of 4 runs"));

    REQUIRE(exitCodeOf(startCli(stopped)) == 0);
    CHECK(contains(textOf(stopped / "report.md"), "4 of 4 runs"));
    CHECK(fs::file_size(stopped / "report.png") > 2000);
    const auto whole = folder.path / "whole";
    REQUIRE(exitCodeOf(startCli(whole)) == 0);
    const auto metrics = [](const fs::path& out, const char* run) {
        return json::parse(textOf(out / "results" / (std::string(run) + ".json"))).at("metrics");
    };
    for (const char* run : {"fcn.seed-1", "vq.seed-1", "fcn.seed-2", "vq.seed-2"}) {
        CHECK(metrics(stopped, run) == metrics(whole, run));
        CHECK(metrics(whole, run).contains("ap_hidden"));
    }
}

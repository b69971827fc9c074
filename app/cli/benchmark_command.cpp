// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/worker_process.h"
#include "app/common/processors.h"
#include "core/benchmark/benchmark_run.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct BenchmarkOptions {
    std::string recipe;
    std::string out;
    std::string device = "auto";
    int threads = common::halfOfProcessors();
    bool background = false;
};

benchmark::Trainer trainerFor(const BenchmarkOptions& options)
{
    return [options](const fs::path& recipe, const fs::path& folder, const base::CancellationToken& stop) {
        std::vector<std::string> words = {"--config", recipe.string(),  "--out",     folder.string(),
                                          "--device", options.device, "--threads", std::to_string(options.threads)};
        std::error_code error;
        if (fs::exists(folder / "recipe.json", error))
            words.push_back("--resume");
        if (options.background)
            words.push_back("--background");
        return runWorker(words, folder / "worker.log", stop);
    };
}

fs::path folderOf(const BenchmarkOptions& options, const benchmark::BenchmarkRecipe& recipe)
{
    return options.out.empty() ? fs::path("runs") / ("benchmark-" + recipe.name) : fs::path(options.out);
}

void printResults(Session& session, const benchmark::BenchmarkRecipe& recipe, const fs::path& folder,
                  const std::vector<benchmark::RunResult>& results)
{
    session.console.print(benchmark::markdownReport(recipe, results) + "\nWritten to " + folder.string()
                          + "/report.md, report.csv and report.png.\n");
    nlohmann::ordered_json json = {{"report", (folder / "report.md").string()},
                                   {"runs", nlohmann::ordered_json::array()}};
    for (const auto& result : results)
        json["runs"].push_back({{"setting", result.setting},
                                {"seed", result.seed},
                                {"metrics", result.metrics},
                                {"seconds", result.seconds}});
    session.console.printJson(json);
}

base::Status run(const BenchmarkOptions& options, Session& session)
{
    const auto recipe = benchmark::readBenchmarkRecipe(options.recipe);
    if (!recipe)
        return tl::unexpected(recipe.error());
    const fs::path folder = folderOf(options, *recipe);
    const auto results = benchmark::runBenchmark(*recipe, folder, trainerFor(options), session.cancel,
                                                 [&](const base::Progress& p) { session.console.progress(p); });
    if (!results)
        return tl::unexpected(results.error());
    printResults(session, *recipe, folder, *results);
    return {};
}

base::Status report(const BenchmarkOptions& options, Session& session)
{
    const auto recipe = benchmark::readBenchmarkRecipe(options.recipe);
    if (!recipe)
        return tl::unexpected(recipe.error());
    const fs::path folder = folderOf(options, *recipe);
    const auto results = benchmark::writeReport(*recipe, folder);
    if (!results)
        return tl::unexpected(results.error());
    printResults(session, *recipe, folder, *results);
    return {};
}

void addCommonOptions(CLI::App& command, const std::shared_ptr<BenchmarkOptions>& options)
{
    command.add_option("recipe", options->recipe, "Benchmark recipe (JSON)")->required()->check(CLI::ExistingFile);
    command.add_option("--out", options->out, "Folder of the benchmark (default: runs/benchmark-NAME)");
}

} // namespace

void addBenchmarkCommand(CLI::App& app, Action& chosen)
{
    CLI::App* command =
        app.add_subcommand("benchmark", "Compare methods: train settings over seeds, report differences");
    command->require_subcommand(1);
    const auto options = std::make_shared<BenchmarkOptions>();
    const auto json = std::make_shared<bool>(false);
    CLI::App* runs = command->add_subcommand("run", "Do all runs that are not finished yet, then report; Ctrl-C stops, "
                                                    "the same command goes on");
    addCommonOptions(*runs, options);
    runs->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    runs->add_option(
            "--threads", options->threads,
            "Threads for the arithmetic; 0 for all processors, which pays on a machine that does nothing else. "
            "Half of them is the default: beside other work, threads that find no free core keep the others "
            "waiting")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    runs->add_flag("--background", options->background, "Everything else on the machine goes first");
    CLI::App* reports = command->add_subcommand("report", "Write the report of the runs that are finished");
    addCommonOptions(*reports, options);
    const auto choose = [options, json, &chosen](auto action) {
        return [options, json, action, &chosen] {
            chosen = [options, json, action](Session& session) {
                session.console.setJson(*json);
                return action(*options, session);
            };
        };
    };
    for (CLI::App* sub : {runs, reports})
        sub->add_flag("--json", *json, "Print one JSON object");
    runs->callback(choose(run));
    reports->callback(choose(report));
}

} // namespace blastoscope::cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <memory>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/train/model_comparison.h"

namespace blastoscope::cli {
namespace {

struct CompareOptions {
    std::vector<std::string> models;
    train::ComparisonOptions comparison;
    std::string data;
    int threads = 0;
    bool json = false;
};

base::Status compareModels(const CompareOptions& options, Session& session)
{
    session.console.setJson(options.json);
    train::ComparisonOptions comparison = options.comparison;
    comparison.dataset = options.data;
    comparison.threads = options.threads > 0 ? options.threads : int(std::thread::hardware_concurrency());
    const auto result =
        train::compareModels({options.models.begin(), options.models.end()}, comparison, session.cancel);
    if (!result)
        return tl::unexpected(result.error());
    std::string table = train::comparisonTable(*result);
    if (!table.empty() && table.back() == '\n')
        table.pop_back();
    session.console.print(table);
    session.console.printJson(*result);
    return {};
}

} // namespace

void addCompareCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = app.add_subcommand(
        "compare", "Measure models side by side on held-out embryos and on a fixed simulated reference");
    command->add_option("models", options->models, "Weight files")
        ->required()
        ->expected(1, 8)
        ->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "Training set whose held-out embryos are used")
        ->check(CLI::ExistingDirectory);
    command
        ->add_option("--simulated", options->comparison.simulatedFrames,
                     "Frames of the simulated reference; 0 for none")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print the numbers as JSON");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return compareModels(*options, session); }; });
}

} // namespace blastoscope::cli

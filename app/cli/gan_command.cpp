// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/gan_commands.h"

namespace blastoscope::cli {

void addGeneratorOptions(CLI::App& command, std::string& generator, int& threads)
{
    command.add_option("--generator", generator, "Generator (generator.safetensors of a run)")
        ->required()
        ->check(CLI::ExistingFile);
    command.add_option("--threads", threads, "Threads for the arithmetic")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
}

void addSeriesOptions(CLI::App& command, SampleSeries& series)
{
    command.add_option("--out", series.out, "Folder to write into")->required();
    command.add_option("--count", series.count, "How many")->check(CLI::Range(1, 1000000))->capture_default_str();
    command.add_option("--first", series.first, "Number of the first one")
        ->check(CLI::Range(0, 100000000))
        ->capture_default_str();
    command.add_option("--seed", series.factory.seed, "Of the series of samples")->capture_default_str();
    command
        .add_option("--truncation", series.factory.truncation, "1: all variety, smaller: nearer to the mean picture")
        ->check(CLI::Range(0.0, 2.0))
        ->capture_default_str();
}

void addGanCommand(CLI::App& app, Action& chosen)
{
    CLI::App* group = app.add_subcommand("gan", "Generated pictures and labels for them");
    group->require_subcommand(1);
    addGanTrainCommand(*group, chosen);
    addGanExportCommand(*group, chosen);
    addGanSampleCommand(*group, chosen);
    addGanInterpretCommand(*group, chosen);
    addGanSynthesizeCommand(*group, chosen);
    addGanDatasetCommand(*group, chosen);
    addGanScoreCommand(*group, chosen);
    addGanSegmenterCommand(*group, chosen);
}

} // namespace blastoscope::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/train/picture_factory.h"

namespace blastoscope::cli {

// The commands of the group "gan"; as in commands.h.
void addGanTrainCommand(CLI::App& group, Action& chosen);
void addGanExportCommand(CLI::App& group, Action& chosen);
void addGanSampleCommand(CLI::App& group, Action& chosen);
void addGanInterpretCommand(CLI::App& group, Action& chosen);
void addGanSynthesizeCommand(CLI::App& group, Action& chosen);
void addGanScoreCommand(CLI::App& group, Action& chosen);
void addGanSegmenterCommand(CLI::App& group, Action& chosen);
void addGanDatasetCommand(CLI::App& group, Action& chosen);

/// A series of samples as the command line names it.
struct SampleSeries {
    std::string generator;
    std::string out;
    train::PictureFactoryOptions factory;
    int first = 0;
    int count = 16;
};

/// --generator and --threads.
void addGeneratorOptions(CLI::App& command, std::string& generator, int& threads);
/// --out, --count, --first, --seed and --truncation.
void addSeriesOptions(CLI::App& command, SampleSeries& series);

inline base::ProgressCallback progressOf(Session& session)
{
    return [&session](const base::Progress& progress) { session.console.progress(progress); };
}

/// When `command` is chosen, `work` runs with the options.
template<typename Options>
void runs(CLI::App* command, const std::shared_ptr<Options>& options, Action& chosen,
          base::Status (*work)(const Options&, Session&))
{
    command->callback(
        [options, &chosen, work] { chosen = [options, work](Session& session) { return work(*options, session); }; });
}

} // namespace blastoscope::cli

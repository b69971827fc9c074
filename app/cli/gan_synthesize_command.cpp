// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <set>
#include <vector>

#include "app/factory/sample_series.h"

namespace blastoscope::cli {
namespace {

struct SynthesizeOptions {
    SampleSeries series;
    std::string interpreter;
    double drop = 0;
};

/// Removes the most uncertain pairs, from the list, too.
base::Status keepCertain(dataset::PairList& list, const SynthesizeOptions& options)
{
    std::vector<double> scores;
    for (const dataset::PairEntry& pair : list.pairs)
        scores.push_back(pair.uncertainty);
    const auto kept = train::keptSamples(scores, options.drop);
    const std::set<std::size_t> stays(kept.begin(), kept.end());
    std::vector<dataset::PairEntry> pairs;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (stays.contains(i))
            pairs.push_back(list.pairs[i]);
        else if (auto removed = dataset::removePair(list.pairs[i].file, options.series.out); !removed)
            return removed;
    }
    list.dropped = list.pairs.size() - pairs.size();
    list.pairs = std::move(pairs);
    return dataset::writePairList(list, options.series.out);
}

base::Status makePairs(const SynthesizeOptions& options, Session& session)
{
    const SampleSeries& series = options.series;
    auto factory = train::PictureFactory::open(series.generator, series.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (auto read = factory->readInterpreter(options.interpreter); !read)
        return read;
    auto list = factory::writePairs(*factory, series.factory, {series.first, series.count, series.out}, session.cancel,
                                    progressOf(session));
    if (!list)
        return tl::unexpected(list.error());
    if (auto kept = keepCertain(*list, options); !kept)
        return kept;
    session.console.print(std::to_string(list->pairs.size()) + " labelled samples in " + series.out + ", " +
                          std::to_string(list->dropped) + " uncertain ones left out\n");
    return {};
}

} // namespace

void addGanSynthesizeCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SynthesizeOptions>();
    CLI::App* command = group.add_subcommand("synthesize", "Make samples with labels");
    addGeneratorOptions(*command, options->series.generator, options->series.factory.threads);
    command->add_option("--interpreter", options->interpreter, "Interpreter file")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--drop", options->drop, "Share of the most uncertain ones that is left out")
        ->check(CLI::Range(0.0, 0.99))
        ->capture_default_str();
    addSeriesOptions(*command, options->series);
    runs(command, options, chosen, makePairs);
}

} // namespace blastoscope::cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <set>
#include <vector>

#include "core/dataset/pair_files.h"
#include "core/dataset/sample_files.h"

namespace blastoscope::cli
{
namespace
{

struct SynthesizeOptions {
    SampleSeries series;
    std::string interpreter;
    double drop = 0;
};

/// Removes the most uncertain pairs and lists the others.
base::Status keepCertain(const SynthesizeOptions& options, const std::vector<double>& scores,
                         const train::PictureFactory& factory, Session& session)
{
    const SampleSeries& series = options.series;
    const auto kept = train::keptSamples(scores, options.drop);
    const std::set<std::size_t> stays(kept.begin(), kept.end());
    dataset::PairList list{factory.generatorHash(),
                           factory.interpreterHash(),
                           factory.classNames(),
                           series.factory.seed,
                           series.factory.truncation,
                           scores.size() - kept.size(),
                           {}};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::string name = dataset::sampleFileName(series.first + int(i));
        if (stays.contains(i))
            list.pairs.push_back({name, scores[i]});
        else if (auto removed = dataset::removePair(name, series.out); !removed)
            return removed;
    }
    if (auto written = dataset::writePairList(list, series.out); !written)
        return written;
    session.console.print(std::to_string(kept.size()) + " labelled samples in " + series.out + ", " +
                          std::to_string(list.dropped) + " uncertain ones left out\n");
    return {};
}

base::Status makePairs(const SynthesizeOptions& options, Session& session)
{
    const SampleSeries& series = options.series;
    auto factory = train::PictureFactory::open(series.generator, series.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (auto read = factory->readInterpreter(options.interpreter); !read)
        return read;
    if (auto made = dataset::makePairFolder(series.out); !made)
        return made;
    std::vector<double> scores;
    for (int i = 0; i < series.count; ++i) {
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        const auto pair = factory->interpreted(series.first + i);
        if (!pair)
            return tl::unexpected(pair.error());
        const std::string name = dataset::sampleFileName(series.first + i);
        if (auto written = dataset::writePair({pair->picture, pair->labels, pair->uncertainty}, name, series.out);
            !written)
            return written;
        scores.push_back(pair->score);
        session.console.progress({i + 1, series.count, "Labelling sample " + std::to_string(series.first + i)});
    }
    return keepCertain(options, scores, *factory, session);
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

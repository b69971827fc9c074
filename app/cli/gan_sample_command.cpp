// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "app/factory/sample_series.h"
#include "app/train/sample_grid.h"
#include "core/dataset/generated/sample_files.h"
#include "core/imaging/picture_file.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct SampleOptions {
    SampleSeries series;
    std::string interpreter;
    int outOf = 0; ///< samples to choose from; 0: no choice
};

/// All samples in one picture, for a look at them.
base::Status writeGrid(const dataset::SampleList& list, train::PictureFactory& factory, const fs::path& file)
{
    std::vector<base::Image> pictures;
    for (const dataset::SampleEntry& sample : list.samples) {
        auto picture = factory.sample(sample.index);
        if (!picture)
            return tl::unexpected(picture.error());
        pictures.push_back(std::move(*picture));
    }
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(pictures.size())))));
    return imaging::writePng(train::pictureGrid(pictures, columns), file);
}

base::Status makeSamples(const SampleOptions& options, Session& session)
{
    const SampleSeries& series = options.series;
    if (options.outOf > 0 && options.outOf <= series.count)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "--most-uncertain-of " + std::to_string(options.outOf) + " leaves no choice with --count " +
                              std::to_string(series.count) + ". Look at more samples than are written.");
    auto factory = train::PictureFactory::open(series.generator, series.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (!options.interpreter.empty())
        if (auto read = factory->readInterpreter(options.interpreter); !read)
            return read;
    const auto list = factory::writeSamples(*factory, series.factory, {series.first, series.count, series.out},
                                            options.outOf, session.cancel, progressOf(session));
    if (!list)
        return tl::unexpected(list.error());
    if (auto written = writeGrid(*list, *factory, fs::path(series.out) / "grid.png"); !written)
        return written;
    session.console.print(std::to_string(list->samples.size()) + " samples in " + series.out + "\n");
    return {};
}

} // namespace

void addGanSampleCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SampleOptions>();
    CLI::App* command = group.add_subcommand("sample", "Make pictures");
    addGeneratorOptions(*command, options->series.generator, options->series.factory.threads);
    addSeriesOptions(*command, options->series);
    command
        ->add_option("--most-uncertain-of", options->outOf,
                     "Look at so many and write those that the interpreter is least sure about")
        ->check(CLI::Range(1, 1000000));
    command->add_option("--interpreter", options->interpreter, "Interpreter file, for --most-uncertain-of")
        ->check(CLI::ExistingFile);
    runs(command, options, chosen, makeSamples);
}

} // namespace blastoscope::cli

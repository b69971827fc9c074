// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "app/train/sample_grid.h"
#include "core/base/file_io.h"
#include "core/dataset/sample_files.h"
#include "core/imaging/picture_file.h"

namespace blastoscope::cli
{
namespace
{

namespace fs = std::filesystem;

base::Status makeSamples(const SampleSeries& options, Session& session)
{
    auto factory = train::PictureFactory::open(options.generator, options.factory);
    if (!factory)
        return tl::unexpected(factory.error());
    if (auto made = base::makeFolder(options.out); !made)
        return made;
    dataset::SampleList list{factory->generatorHash(), options.factory.seed, options.factory.truncation, {}};
    std::vector<base::Image> pictures;
    for (int i = 0; i < options.count; ++i) {
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        auto picture = factory->sample(options.first + i);
        if (!picture)
            return tl::unexpected(picture.error());
        const std::string name = dataset::sampleFileName(options.first + i);
        if (auto written = imaging::writePng(*picture, fs::path(options.out) / name); !written)
            return written;
        list.samples.push_back({options.first + i, name});
        pictures.push_back(std::move(*picture));
        session.console.progress({i + 1, options.count, "Sample " + name});
    }
    if (auto written = dataset::writeSampleList(list, options.out); !written)
        return written;
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(pictures.size())))));
    if (auto written = imaging::writePng(train::pictureGrid(pictures, columns), fs::path(options.out) / "grid.png");
        !written)
        return written;
    session.console.print(std::to_string(options.count) + " samples in " + options.out + "\n");
    return {};
}

} // namespace

void addGanSampleCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SampleSeries>();
    CLI::App* command = group.add_subcommand("sample", "Make pictures");
    addGeneratorOptions(*command, options->generator, options->factory.threads);
    addSeriesOptions(*command, *options);
    runs(command, options, chosen, makeSamples);
}

} // namespace blastoscope::cli

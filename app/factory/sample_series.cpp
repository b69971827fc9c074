// SPDX-License-Identifier: Apache-2.0
#include "app/factory/sample_series.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/evaluation/class_overlap.h"
#include "core/imaging/picture_file.h"

namespace blastoscope::factory {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFold = 5; ///< every fifth labelled sample is kept apart for the trial

base::Error cancelled()
{
    return {base::ErrorCode::Cancelled, "Cancelled.", {}};
}

/// The most uncertain `count` of the numbers [first, first + outOf), the most uncertain first.
base::Result<std::vector<std::int64_t>> mostUncertain(train::PictureFactory& factory, const SeriesPart& part, int outOf,
                                                      const base::CancellationToken& cancel,
                                                      const base::ProgressCallback& onProgress)
{
    std::vector<std::pair<double, std::int64_t>> all;
    for (int i = 0; i < outOf; ++i) {
        if (cancel.isCancelled())
            return tl::unexpected(cancelled());
        const auto found = factory.interpreted(part.first + i);
        if (!found)
            return tl::unexpected(found.error());
        all.emplace_back(-found->score, part.first + i);
        onProgress({i + 1, outOf, "Looking at sample " + std::to_string(part.first + i)});
    }
    std::sort(all.begin(), all.end());
    all.resize(std::size_t(std::min(part.count, outOf)));
    std::vector<std::int64_t> chosen;
    for (const auto& [score, index] : all)
        chosen.push_back(index);
    return chosen;
}

/// So that a stack of chosen samples begins with the most uncertain one, e.g. "001-00041.png".
std::string rankedFileName(std::size_t rank, std::int64_t index)
{
    const std::string number = std::to_string(rank + 1);
    return std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number + "-" + dataset::sampleFileName(index);
}

base::Status writeSample(train::PictureFactory& factory, const dataset::SampleEntry& sample, const fs::path& folder)
{
    const auto picture = factory.sample(sample.index);
    if (!picture)
        return tl::unexpected(picture.error());
    return imaging::writePng(*picture, folder / sample.file);
}

base::Result<std::vector<train::LabelledSample>> checked(const std::vector<dataset::SampleLabels>& labels, int side)
{
    std::vector<train::LabelledSample> all;
    for (const dataset::SampleLabels& sample : labels) {
        const base::Image& map = sample.classes;
        if (map.width != side || map.height != side)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The labels of sample " + std::to_string(sample.index) + " have " +
                                  std::to_string(map.width) + " x " + std::to_string(map.height) +
                                  " pixels, the generator's pictures " + std::to_string(side) + " x " +
                                  std::to_string(side) + ".");
        const auto* first = map.row<std::uint8_t>(0);
        all.push_back({sample.index, {first, first + map.bytes.size()}});
    }
    return all;
}

std::span<const std::uint8_t> pixelsOf(const base::Image& map)
{
    return {map.row<std::uint8_t>(0), map.bytes.size()};
}

} // namespace

base::Result<dataset::SampleList> writeSamples(train::PictureFactory& factory, const train::PictureFactoryOptions& made,
                                               const SeriesPart& part, int outOf, const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress)
{
    std::vector<std::int64_t> indices(std::size_t(part.count));
    std::iota(indices.begin(), indices.end(), part.first);
    const bool isChoice = outOf > part.count;
    if (isChoice) {
        auto chosen = mostUncertain(factory, part, outOf, cancel, onProgress);
        if (!chosen)
            return tl::unexpected(chosen.error());
        indices = std::move(*chosen);
    }
    dataset::SampleList list{factory.generatorHash(), made.seed, made.truncation, {}};
    for (std::size_t i = 0; i < indices.size(); ++i)
        list.samples.push_back(
            {indices[i], isChoice ? rankedFileName(i, indices[i]) : dataset::sampleFileName(indices[i])});
    if (auto folder = base::makeFolder(part.out); !folder)
        return tl::unexpected(folder.error());
    std::int64_t done = 0;
    for (const dataset::SampleEntry& sample : list.samples) {
        if (cancel.isCancelled())
            return tl::unexpected(cancelled());
        if (auto written = writeSample(factory, sample, part.out); !written)
            return tl::unexpected(written.error());
        onProgress({++done, std::ssize(list.samples), "Sample " + sample.file});
    }
    if (auto written = dataset::writeSampleList(list, part.out); !written)
        return tl::unexpected(written.error());
    return list;
}

base::Result<train::PictureFactory> openFactoryOf(const dataset::SampleList& list, const fs::path& generator,
                                                  int threads)
{
    auto factory = train::PictureFactory::open(generator, {list.seed, list.truncation, threads});
    if (factory && list.generatorHash != factory->generatorHash())
        return base::fail(base::ErrorCode::Incompatible, "These samples were made by another generator.");
    return factory;
}

base::Result<nlohmann::json> learnLabels(train::PictureFactory& factory,
                                         const std::vector<dataset::SampleLabels>& labels,
                                         const train::InterpreterOptions& options,
                                         const base::CancellationToken& cancel,
                                         const base::ProgressCallback& onProgress)
{
    const auto samples = checked(labels, factory.side());
    if (!samples)
        return tl::unexpected(samples.error());
    return factory.learn(*samples, options, cancel, onProgress);
}

base::Result<double> trialOfLabels(train::PictureFactory& factory, const std::vector<dataset::SampleLabels>& labels,
                                   const train::InterpreterOptions& options, const base::CancellationToken& cancel,
                                   const base::ProgressCallback& onProgress)
{
    if (labels.size() < kFold)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A trial needs at least " + std::to_string(kFold) + " labelled samples.");
    std::vector<dataset::SampleLabels> learned, apart;
    for (std::size_t i = 0; i < labels.size(); ++i)
        (i % kFold == kFold - 1 ? apart : learned).push_back(labels[i]);
    if (auto report = learnLabels(factory, learned, options, cancel, onProgress); !report)
        return tl::unexpected(report.error());
    evaluation::ClassOverlap overlap(options.classNames.size());
    for (const dataset::SampleLabels& sample : apart) {
        const auto found = factory.interpreted(sample.index);
        if (!found)
            return tl::unexpected(found.error());
        if (auto added = overlap.add(pixelsOf(found->labels), pixelsOf(sample.classes)); !added)
            return tl::unexpected(added.error());
    }
    return overlap.mean();
}

base::Result<dataset::PairList> writePairs(train::PictureFactory& factory, const train::PictureFactoryOptions& made,
                                           const SeriesPart& part, const base::CancellationToken& cancel,
                                           const base::ProgressCallback& onProgress)
{
    if (auto folder = dataset::makePairFolder(part.out); !folder)
        return tl::unexpected(folder.error());
    dataset::PairList list{
        factory.generatorHash(), factory.interpreterHash(), factory.classNames(), made.seed, made.truncation, 0, {}};
    for (int i = 0; i < part.count; ++i) {
        if (cancel.isCancelled())
            return tl::unexpected(cancelled());
        const auto pair = factory.interpreted(part.first + i);
        if (!pair)
            return tl::unexpected(pair.error());
        const std::string name = dataset::sampleFileName(part.first + i);
        if (auto written = dataset::writePair({pair->picture, pair->labels, pair->uncertainty}, name, part.out);
            !written)
            return tl::unexpected(written.error());
        list.pairs.push_back({name, pair->score});
        onProgress({i + 1, part.count, "Labelling sample " + std::to_string(part.first + i)});
    }
    if (auto written = dataset::writePairList(list, part.out); !written)
        return tl::unexpected(written.error());
    return list;
}

} // namespace blastoscope::factory

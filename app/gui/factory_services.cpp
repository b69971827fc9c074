// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/factory_services.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "app/common/processors.h"
#include "app/common/program.h"
#include "app/factory/sample_series.h"
#include "app/factory/whole_folder.h"
#include "core/dataset/generated/sample_annotations.h"
#include "core/dataset/generated/synthetic_set.h"
#include "core/inference/shape_snap.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::gui {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestForTrial = 10;
/// Of each sample, and how often each is seen: several hundred steps, which one core does in minutes.
constexpr int kPixels = 2048;
constexpr int kEpochs = 40;
constexpr int kPixelsForTrial = 1024; ///< it need not take as long as learning itself

train::PictureFactoryOptions seriesOptions()
{
    train::PictureFactoryOptions options;
    options.threads = common::halfOfProcessors(); // the window and others go on working
    return options;
}

base::Result<train::PictureFactory> openFactory(const fs::path& generator, const fs::path& interpreter)
{
    auto factory = train::PictureFactory::open(generator, seriesOptions());
    if (factory && !interpreter.empty())
        if (auto read = factory->readInterpreter(interpreter); !read)
            return tl::unexpected(read.error());
    return factory;
}

base::Result<int> makeSamples(const ui::SampleOrder& order, const base::CancellationToken& cancel,
                              const base::ProgressCallback& onProgress)
{
    auto factory = openFactory(order.generator, order.interpreter);
    if (!factory)
        return tl::unexpected(factory.error());
    std::size_t made = 0;
    const auto written = factory::writeWholeFolder(order.out, [&](const fs::path& folder) -> base::Status {
        const auto list = factory::writeSamples(*factory, seriesOptions(), {order.first, order.count, folder},
                                                order.outOf, cancel, onProgress);
        if (!list)
            return tl::unexpected(list.error());
        made = list->samples.size();
        return {};
    });
    if (!written)
        return tl::unexpected(written.error());
    return int(made);
}

/// The labels of all batches of samples, and the list of one of them.
base::Result<std::vector<dataset::SampleLabels>> readLabels(const ui::InterpreterOrder& order,
                                                            dataset::SampleList& list)
{
    std::vector<dataset::SampleLabels> all;
    for (const ui::LabelSource& source : order.labels) {
        auto read = dataset::readSampleList(source.samples);
        if (!read)
            return tl::unexpected(read.error());
        auto labels = dataset::labelsFromAnnotations(*read, source.annotations);
        if (!labels)
            return tl::unexpected(labels.error());
        std::move(labels->begin(), labels->end(), std::back_inserter(all));
        list = std::move(*read);
    }
    if (all.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "No picture is labelled yet: outline the cells of some and accept them.");
    return all;
}

base::Result<ui::InterpreterReport> learnInterpreter(const ui::InterpreterOrder& order,
                                                     const base::CancellationToken& cancel,
                                                     const base::ProgressCallback& onProgress)
{
    dataset::SampleList list;
    const auto labels = readLabels(order, list);
    if (!labels)
        return tl::unexpected(labels.error());
    auto factory = factory::openFactoryOf(list, order.generator, seriesOptions().threads);
    if (!factory)
        return tl::unexpected(factory.error());
    train::InterpreterOptions options;
    options.pixelsPerSample = kPixels;
    options.epochs = kEpochs;
    options.classNames = {masks::kSemanticClassNames.begin(), masks::kSemanticClassNames.end()};
    ui::InterpreterReport report;
    report.samples = int(labels->size());
    if (labels->size() >= kFewestForTrial) {
        train::InterpreterOptions less = options;
        less.pixelsPerSample = kPixelsForTrial;
        const auto trial = factory::trialOfLabels(*factory, *labels, less, cancel, onProgress);
        if (!trial)
            return tl::unexpected(trial.error());
        report.trial = *trial;
    }
    const auto learned = factory::learnLabels(*factory, *labels, options, cancel, onProgress);
    if (!learned)
        return tl::unexpected(learned.error());
    if (auto written = factory->writeInterpreter(order.out); !written)
        return tl::unexpected(written.error());
    report.fit = learned->at("train_miou");
    for (const std::string& name : options.classNames)
        report.pixels.emplace_back(name, learned->at("pixels_by_class").at(name));
    return report;
}

base::Result<int> makePairs(const ui::PairOrder& order, const base::CancellationToken& cancel,
                            const base::ProgressCallback& onProgress)
{
    auto factory = openFactory(order.generator, order.interpreter);
    if (!factory)
        return tl::unexpected(factory.error());
    const auto written = factory::writeWholeFolder(order.out, [&](const fs::path& folder) -> base::Status {
        const auto list =
            factory::writePairs(*factory, seriesOptions(), {order.first, order.count, folder}, cancel, onProgress);
        return list ? base::Status() : tl::unexpected(list.error());
    });
    if (!written)
        return tl::unexpected(written.error());
    return order.count;
}

/// The pairs' labels as instances, covered cells completed by the model that mends outlines.
base::Result<dataset::DatasetReport> writeTrainingSet(const ui::TrainingSetOrder& order,
                                                      const base::CancellationToken& cancel,
                                                      const base::ProgressCallback& onProgress)
{
    if (order.accepted.empty())
        return base::fail(base::ErrorCode::InvalidArgument, "No pair is accepted.");
    const auto weights = common::findShipped(common::kSnapModel);
    if (!weights)
        return tl::unexpected(weights.error());
    const auto snap = inference::loadShapeSnap(*weights);
    if (!snap)
        return tl::unexpected(snap.error());
    dataset::SyntheticSetOptions options;
    options.synthetic.pairs = order.pairs;
    options.synthetic.accepted = order.accepted;
    options.synthetic.complete = [&snap](const masks::RleMask& cell) { return (*snap)->snap(cell); };
    options.synthetic.shapeModel = (*snap)->model().sha256;
    options.real = *order.realFrames;
    if (!order.realFrames->empty())
        options.syntheticShare = order.syntheticShare;
    options.build.out = order.out;
    return dataset::writeTrainingSet(options, cancel, onProgress);
}

} // namespace

ui::FactoryServices factoryServices()
{
    ui::FactoryServices services;
    services.writePictures = [](const std::vector<dataset::PictureSource>& sources, const fs::path& folder,
                                int largestSide, const base::CancellationToken& cancel,
                                const base::ProgressCallback& onProgress) {
        return dataset::writePictureSet(sources, folder, largestSide, cancel, onProgress);
    };
    services.makeSamples = makeSamples;
    services.learnInterpreter = learnInterpreter;
    services.makePairs = makePairs;
    services.writeTrainingSet = writeTrainingSet;
    if (const auto model = common::findShipped(common::kDefaultModel))
        services.featureModel = *model;
    return services;
}

} // namespace blastoscope::gui

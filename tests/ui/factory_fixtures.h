// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cmath>
#include <memory>

#include <QDir>
#include <QThread>

#include "core/base/file_io.h"
#include "core/dataset/pair_files.h"
#include "core/dataset/sample_files.h"
#include "core/imaging/picture_file.h"
#include "ui/factory/factory_services.h"

/// The labelling factory's work without any network: real files of small discs.
namespace factory_fixtures {

using namespace blastoscope;

/// What the fake services were asked, and how they answer.
struct Record {
    std::atomic<bool> slow = false; ///< until it is cancelled
    std::atomic<bool> fails = false;
    std::size_t pictures = 0;
    ui::SampleOrder samples;
    ui::InterpreterOrder interpreter;
    ui::PairOrder pairs;
    ui::TrainingSetOrder trainingSet;
};

inline base::Image disc(int side, double radius, std::uint8_t inside, std::uint8_t outside)
{
    base::Image image(side, side, 1, base::PixelType::U8);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.row<std::uint8_t>(y)[x] = std::hypot(x - side / 2., y - side / 2.) < radius ? inside : outside;
    return image;
}

/// Waits while the record says so; an error when it was cancelled or shall fail.
inline base::Status answer(const Record& record, const base::CancellationToken& cancel, const base::ProgressCallback& tell)
{
    tell({1, 2, "half of it"});
    while (record.slow && !cancel.isCancelled())
        QThread::msleep(2);
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
    if (record.fails)
        return base::fail(base::ErrorCode::Io, "The drive is full.");
    return {};
}

inline base::Status writeSamples(const ui::SampleOrder& order)
{
    std::filesystem::create_directories(order.out);
    dataset::SampleList list{"abc", 1, 0.7, {}};
    for (int i = 0; i < order.count; ++i) {
        const auto index = order.first + i;
        list.samples.push_back({index, dataset::sampleFileName(index)});
        if (auto written = imaging::writePng(disc(32, 10, 200, 80), order.out / dataset::sampleFileName(index)); !written)
            return written;
    }
    return dataset::writeSampleList(list, order.out);
}

/// The i-th pair is the more uncertain the higher i.
inline base::Status writePairs(const ui::PairOrder& order)
{
    if (auto made = dataset::makePairFolder(order.out); !made)
        return made;
    dataset::PairList list{"abc", "def", {"background", "fragment", "cell", "overlap"}, 1, 0.7, 0, {}};
    for (int i = 0; i < order.count; ++i) {
        const std::string name = dataset::sampleFileName(order.first + i);
        if (auto written = dataset::writePair({disc(32, 10, 200, 80), disc(32, 10, 2, 0), disc(32, 4, 250, 0)}, name, order.out);
            !written)
            return written;
        list.pairs.push_back({name, 0.01 * i});
    }
    return dataset::writePairList(list, order.out);
}

inline ui::FactoryServices services(const std::shared_ptr<Record>& record)
{
    ui::FactoryServices services;
    services.writePictures = [record](const std::vector<dataset::PictureSource>& sources, const std::filesystem::path&, int,
                                      const base::CancellationToken& cancel,
                                      const base::ProgressCallback& tell) -> base::Result<dataset::PictureSetReport> {
        if (auto done = answer(*record, cancel, tell); !done)
            return tl::unexpected(done.error());
        record->pictures = 0;
        for (const auto& source : sources)
            record->pictures += source.frames.size();
        return dataset::PictureSetReport{int(record->pictures), 120, true, {}};
    };
    services.makeSamples = [record](const ui::SampleOrder& order, const base::CancellationToken& cancel,
                                    const base::ProgressCallback& tell) -> base::Result<int> {
        if (auto done = answer(*record, cancel, tell); !done)
            return tl::unexpected(done.error());
        record->samples = order;
        const auto written = writeSamples(order);
        return written ? base::Result<int>(order.count) : tl::unexpected(written.error());
    };
    services.learnInterpreter = [record](const ui::InterpreterOrder& order, const base::CancellationToken& cancel,
                                         const base::ProgressCallback& tell) -> base::Result<ui::InterpreterReport> {
        if (auto done = answer(*record, cancel, tell); !done)
            return tl::unexpected(done.error());
        record->interpreter = order;
        (void)base::writeTextFile(order.out, "weights");
        return ui::InterpreterReport{6, 0.91, 0.83, {}};
    };
    services.makePairs = [record](const ui::PairOrder& order, const base::CancellationToken& cancel,
                                  const base::ProgressCallback& tell) -> base::Result<int> {
        if (auto done = answer(*record, cancel, tell); !done)
            return tl::unexpected(done.error());
        record->pairs = order;
        const auto written = writePairs(order);
        return written ? base::Result<int>(order.count) : tl::unexpected(written.error());
    };
    services.writeTrainingSet = [record](const ui::TrainingSetOrder& order, const base::CancellationToken& cancel,
                                         const base::ProgressCallback& tell) -> base::Result<dataset::DatasetReport> {
        if (auto done = answer(*record, cancel, tell); !done)
            return tl::unexpected(done.error());
        record->trainingSet = order;
        dataset::DatasetReport report;
        report.train.frames = int(order.accepted.size() + order.realFrames.size());
        return report;
    };
    return services;
}

} // namespace factory_fixtures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cmath>
#include <memory>

#include <QDir>
#include <QThread>

#include "core/base/file_io.h"
#include "core/dataset/generated/pair_files.h"
#include "core/dataset/generated/sample_files.h"
#include "core/imaging/picture_file.h"
#include "tests/ui/training_fixtures.h"
#include "ui/factory/factory_record.h"
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
inline base::Status answer(const Record& record, const base::CancellationToken& cancel,
                           const base::ProgressCallback& tell)
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
        if (auto written = imaging::writePng(disc(32, 10, 200, 80), order.out / dataset::sampleFileName(index));
            !written)
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
        if (auto written =
                dataset::writePair({disc(32, 10, 200, 80), disc(32, 10, 2, 0), disc(32, 4, 250, 0)}, name, order.out);
            !written)
            return written;
        list.pairs.push_back({name, 0.01 * i});
    }
    return dataset::writePairList(list, order.out);
}

inline ui::FactoryServices services(const std::shared_ptr<Record>& record)
{
    ui::FactoryServices services;
    services.chooseDevice = training::services().chooseDevice;
    services.writePictures = [record](const std::vector<dataset::PictureSource>& sources, const std::filesystem::path&,
                                      int, const base::CancellationToken& cancel,
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
        report.train.frames = int(order.accepted.size() + order.realFrames->size());
        return report;
    };
    return services;
}

/// A factory all of whose steps are done, with its run, in a data folder.
inline void makeFactory(const QString& data)
{
    const QString run = data + QStringLiteral("/runs/generator"), folder = data + QStringLiteral("/factories/clinic");
    training::write(run + QStringLiteral("/run.json"), R"({"title":"Clinic 2026","kind":"generator"})");
    training::write(run + QStringLiteral("/recipe.json"), "{}");
    QByteArray diary = R"({"event":"stage_started","step":0})"
                       "\n";
    for (int step = 1; step <= 20; ++step) {
        diary += QStringLiteral(R"({"event":"step","step":%1,"progress":%2,"losses":{"strength":%3}})")
                     .arg(100 * step)
                     .arg(step / 20.0)
                     .arg(0.4 - 0.4 / step)
                     .toUtf8() +
                 '\n';
        diary += QStringLiteral(R"({"event":"evaluation","step":%1,"metrics":{"kid_own":%2}})")
                     .arg(100 * step)
                     .arg(0.02 + 0.3 / step)
                     .toUtf8() +
                 '\n';
    }
    training::write(run + QStringLiteral("/progress.jsonl"), diary + R"({"event":"stage_ended","progress":1})"
                                                                     "\n"
                                                                     R"({"event":"finished"})"
                                                                     "\n");
    training::write(run + QStringLiteral("/generator.safetensors"), "weights");
    frames::gray(384, 140).save(run + QStringLiteral("/samples.pnm"), "PGM");
    ui::FactoryRecord record;
    record.name = QStringLiteral("Clinic 2026");
    record.pictures = 1240;
    record.stacks = 3;
    record.pictureSide = 256;
    record.run = QStringLiteral("generator");
    record.batches = {{QStringLiteral("samples-1"), 30}, {QStringLiteral("samples-2"), 10}};
    record.learnedFrom = 28;
    record.fit = 0.91;
    record.trial = 0.78;
    record.pairs = 40;
    QDir().mkpath(folder);
    (void)ui::writeFactoryRecord(folder, record);
    for (const ui::SampleBatch& batch : record.batches) {
        ui::SampleOrder order;
        order.count = batch.samples;
        order.out = (folder + u'/' + batch.folder).toStdString();
        (void)writeSamples(order);
    }
    training::write(folder + QStringLiteral("/interpreter.safetensors"), "weights");
    ui::PairOrder order;
    order.count = record.pairs;
    order.out = (folder + QStringLiteral("/pairs")).toStdString();
    (void)writePairs(order);
}

} // namespace factory_fixtures

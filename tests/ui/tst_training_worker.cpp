// SPDX-License-Identifier: GPL-3.0-or-later
// One real run with the real worker and a tiny model, from reviewed frames to the comparison, as the window does it.
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/dataset/dataset_builder.h"
#include "core/inference/model_card.h"
#include "tests/ui/frames.h"
#include "ui/training/comparison_report.h"
#include "ui/training/dataset_summary.h"
#include "ui/training/run_store.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

constexpr int kSide = 120;
constexpr int kPatience = 400'000; // ms; the machine may be busy with other things

/// Two overlapping discs, a little elsewhere in each frame.
dataset::SourceFrame frame(int number)
{
    const double x = 45 + number;
    dataset::SourceFrame frame;
    frame.truth.embryoId = "E" + std::to_string(number / 2);
    frame.truth.fileName = frame.truth.embryoId + "/" + std::to_string(number);
    frame.truth.frameIndex = number;
    annotation::FrameAnnotation& truth = frame.truth.annotation;
    truth.width = truth.height = kSide;
    truth.review = annotation::ReviewState::Accepted;
    truth.instances = {frames::cell(1, frames::disc(kSide, x, 60, 22)),
                       frames::cell(2, frames::disc(kSide, x + 30, 60, 22))};
    frame.read = [masks = truth.instances]() -> base::Result<base::Image> {
        base::Image image(kSide, kSide, 1, base::PixelType::U8);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x)
                image.row<std::uint8_t>(y)[x] = std::uint8_t(90 + 60 * masks[0].amodal.contains(x, y) +
                                                             40 * masks[1].amodal.contains(x, y) + (x * 7 + y * 3) % 5);
        }
        return image;
    };
    return frame;
}

} // namespace

class TrainingWorkerTest : public QObject {
    Q_OBJECT

private slots:
    void aModelIsFineTunedAndComparedByTheRealWorker()
    {
        QTemporaryDir folder;
        const QString base = trainBase(folder.path());
        QVERIFY(!base.isEmpty());
        const QString set = folder.filePath(QStringLiteral("set"));
        std::vector<dataset::SourceFrame> frames;
        for (int i = 0; i < 6; ++i)
            frames.push_back(frame(i));
        QVERIFY(dataset::buildDataset(frames, {set.toStdString(), {}, true}, {}, [](const base::Progress&) {}));

        RunSettings settings;
        settings.title = QStringLiteral("mine");
        settings.basePath = base;
        settings.datasetPath = set;
        settings.device = QStringLiteral("cpu");
        settings.tuning.steps = 5;
        settings.tuning.simulatedShare = 0.5;
        settings.tuning.batch = 2;
        RunStore store(folder.filePath(QStringLiteral("runs")), QStringLiteral(BLASTOSCOPE_TRAIN));
        store.setInterval(50);
        const auto run = store.start(settings);
        QVERIFY2(run, run ? "" : run.error().message.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(!(*run)->isActive(), kPatience);
        QVERIFY2((*run)->state() == RunState::Finished, qPrintable((*run)->trouble()));
        QCOMPARE((*run)->progress().step, 5);
        QVERIFY(!(*run)->progress().loss.empty());
        QVERIFY(!(*run)->progress().heldOutAp.empty());

        const auto report = readComparison((*run)->comparisonFile());
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->models, (QStringList{"tiny 0.0.1", "mine 0.0.1-tuned"}));
        QVERIFY(report->heldOut && report->simulated);
        QVERIFY(!report->worst.empty());
        QCOMPARE(report->worst[0].cells, 2);
        QCOMPARE(report->worst[0].truth.masks.size(), std::size_t(2));
        const auto old = inference::readModelCard(base.toStdString());
        const auto tuned = inference::readModelCard((*run)->modelFile().toStdString());
        QVERIFY(old && tuned);
        QCOMPARE(tuned->ancestor, old->sha256);
        QVERIFY(tuned->metrics);
    }

private:
    /// A model that learned next to nothing; empty when the worker failed.
    static QString trainBase(const QString& folder)
    {
        const QString recipe = QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR")) + "/models/recipes/tiny.json";
        const QString out = folder + QStringLiteral("/base");
        QProcess worker;
        worker.setProcessChannelMode(QProcess::ForwardedChannels);
        worker.start(QStringLiteral(BLASTOSCOPE_TRAIN),
                     {"--config", recipe, "--out", out, "--threads", "1", "--device", "cpu"});
        const bool done = worker.waitForFinished(kPatience) && worker.exitCode() == 0;
        return done ? out + QStringLiteral("/model.safetensors") : QString();
    }
};

QTEST_GUILESS_MAIN(TrainingWorkerTest)
#include "tst_training_worker.moc"

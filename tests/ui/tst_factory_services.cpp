// SPDX-License-Identifier: GPL-3.0-or-later
// What the program hands the labelling factory, with a tiny generator from the real worker: from pictures to a training
// set.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/gui/factory_services.h"
#include "core/base/file_io.h"
#include "core/dataset/generated/generator_recipe.h"
#include "core/dataset/generated/pair_files.h"
#include "core/dataset/generated/sample_files.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"
#include "tests/ui/frames.h"
#include "tests/ui/picture_stack.h"

using namespace blastoscope;
namespace fs = std::filesystem;

namespace {

constexpr int kSide = 16;
constexpr int kPatience = 120'000; // ms; the machine may be busy with other things

void ignore(const base::Progress&) {}

} // namespace

class FactoryServicesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_stack = *imaging::openStack(makePictureFolder(m_folder.path(), QStringLiteral("E1"), 5).toStdString());
        dataset::PictureSource source{m_stack, {{0, 0, 0}, {1, 0, 0}, {3, 0, 0}}, "E1"};
        const auto pictures = m_services.writePictures({source}, path("pictures"), 32, {}, ignore);
        QVERIFY(pictures);
        QCOMPARE(pictures->pictures, 3);
        QCOMPARE(pictures->smallestSide, 32);
        const std::string recipe = dataset::generatorRecipe(
            {.pictures = path("pictures"), .resolution = kSide, .batch = 2, .steps = 2, .anySize = true});
        QVERIFY(base::writeTextFile(path("recipe.json"), recipe));
        QProcess worker;
        worker.start(QStringLiteral(BLASTOSCOPE_TRAIN),
                     {"--config", m_folder.filePath("recipe.json"), "--out", m_folder.filePath("run"), "--threads", "1",
                      "--device", "cpu"});
        QVERIFY(worker.waitForFinished(kPatience));
        QVERIFY2(worker.exitCode() == 0, worker.readAllStandardError());
        QCOMPARE(made("samples", 10), 10);
        label("samples", 10);
        const auto report = learn();
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->samples, 10);
        QVERIFY(report->trial && *report->trial >= 0 && *report->trial <= 1);
        QVERIFY(report->fit > 0 && report->fit <= 1);
        QCOMPARE(report->pixels.size(), std::size_t(4));
        QVERIFY(report->pixels[2].second > 0);
    }

    void samplesAreChosenAndCountOn()
    {
        ui::SampleOrder order{generator(), path("interpreter"), 10, 2, 6, path("chosen")};
        const auto count = m_services.makeSamples(order, {}, ignore);
        QVERIFY(count);
        QCOMPARE(*count, 2);
        const auto list = dataset::readSampleList(path("chosen"));
        QVERIFY(list);
        QCOMPARE(list->samples.size(), std::size_t(2));
        for (const auto& sample : list->samples)
            QVERIFY(sample.index >= 10 && sample.index < 16 && fs::exists(path("chosen") / sample.file));
        QVERIFY(!fs::exists(path("chosen") / "grid.png")); // it would be a frame of the stack
    }

    void pairsBecomeATrainingSet()
    {
        QVERIFY(makePairs(6));
        const auto list = dataset::readPairList(path("pairs"));
        QVERIFY(list);
        QCOMPARE(list->pairs.size(), std::size_t(6));
        QCOMPARE(list->classNames[2], std::string("cell"));
        ui::TrainingSetOrder order{path("pairs"), {}, realFrames(), 0.5, path("set")};
        QVERIFY(!m_services.writeTrainingSet(order, {}, ignore)); // none is accepted
        for (const auto& pair : list->pairs)
            order.accepted.push_back(pair.file);
        const auto report = m_services.writeTrainingSet(order, {}, ignore);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(report->train.synthetic > 0);
        QCOMPARE(report->train.synthetic * 2, report->train.frames);
        QCOMPARE(report->validation.synthetic, 0);
        QVERIFY(report->validation.frames > 0);
        QVERIFY(fs::exists(path("set") / "data.safetensors"));
    }

    void whatIsCancelledLeavesWhatWasThere()
    {
        QVERIFY(makePairs(3));
        base::CancellationToken cancel;
        int told = 0;
        const ui::PairOrder order{generator(), path("interpreter"), 0, 50, path("pairs")};
        const auto pairs = m_services.makePairs(order, cancel, [&](const base::Progress&) {
            if (++told == 2)
                cancel.cancel();
        });
        QCOMPARE(pairs.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(dataset::readPairList(path("pairs"))->pairs.size(), std::size_t(3));
        ui::SampleOrder samples{generator(), {}, 0, 50, 0, path("never")};
        QCOMPARE(m_services.makeSamples(samples, cancel, ignore).error().code, base::ErrorCode::Cancelled);
        QVERIFY(!fs::exists(path("never")));
        const QStringList left = QDir(m_folder.path()).entryList({"*.part", "*.old"}, QDir::Dirs);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
    }

    void labelsOfAnotherGeneratorAndNoLabelsAreRefused()
    {
        auto list = *dataset::readSampleList(path("samples"));
        list.generatorHash = std::string(64, 'a');
        QDir(m_folder.path()).mkpath("foreign");
        QVERIFY(dataset::writeSampleList(list, path("foreign")));
        ui::InterpreterOrder order{generator(), {{path("foreign"), path("samples.json")}}, path("other")};
        QCOMPARE(m_services.learnInterpreter(order, {}, ignore).error().code, base::ErrorCode::Incompatible);
        order.labels.clear();
        QCOMPARE(m_services.learnInterpreter(order, {}, ignore).error().code, base::ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(path("other")));
    }

private:
    fs::path path(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    fs::path generator() const { return path("run") / "generator.safetensors"; }

    int made(const char* folder, int count)
    {
        const auto written = m_services.makeSamples({generator(), {}, 0, count, 0, path(folder)}, {}, ignore);
        return written ? *written : -1;
    }

    /// The same small cell in every sample, accepted; but for a corner the rest is unknown, so that there is little to
    /// learn.
    void label(const char* folder, int count)
    {
        std::vector<formats::AnnotatedFrame> all;
        for (int i = 0; i < count; ++i) {
            formats::AnnotatedFrame frame;
            frame.fileName = dataset::sampleFileName(i);
            auto unknown =
                frames::cell(2, masks::subtracted(frames::disc(kSide, 8, 8, 100), frames::disc(kSide, 0, 0, 4)));
            unknown.uncertain = true;
            frame.annotation = frames::frame(kSide, {frames::cell(1, frames::disc(kSide, 8, 8, 2)), unknown});
            frame.annotation.review = annotation::ReviewState::Accepted;
            all.push_back(std::move(frame));
        }
        QVERIFY(formats::writeCocoDataset(formats::toCoco(all), path(folder).string() + ".json"));
    }

    base::Result<ui::InterpreterReport> learn()
    {
        return m_services.learnInterpreter(
            {generator(), {{path("samples"), path("samples.json")}}, path("interpreter")}, {}, ignore);
    }

    base::Result<int> makePairs(int count)
    {
        return m_services.makePairs({generator(), path("interpreter"), 0, count, path("pairs")}, {}, ignore);
    }

    /// Two accepted frames each of three embryos.
    std::shared_ptr<const std::vector<dataset::SourceFrame>> realFrames() const
    {
        auto all = std::make_shared<std::vector<dataset::SourceFrame>>();
        for (int i = 0; i < 6; ++i) {
            dataset::SourceFrame frame;
            frame.truth.embryoId = "E" + std::to_string(i / 2);
            frame.truth.fileName = frame.truth.embryoId + "/" + std::to_string(i);
            frame.truth.annotation = frames::frame(120, {frames::cell(1, frames::disc(120, 50 + i, 60, 30))});
            frame.truth.annotation.review = annotation::ReviewState::Accepted;
            frame.read = [stack = m_stack, i] { return stack->read({i % 5, 0, 0}); };
            all->push_back(std::move(frame));
        }
        return all;
    }

    QTemporaryDir m_folder;
    ui::FactoryServices m_services = gui::factoryServices();
    std::shared_ptr<imaging::ImageStack> m_stack;
};

QTEST_GUILESS_MAIN(FactoryServicesTest)
#include "tst_factory_services.moc"

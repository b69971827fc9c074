// SPDX-License-Identifier: GPL-3.0-or-later
// The labelling factory: its five steps with fake work and the fake worker, what a restart finds, and what goes wrong.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/factory_fixtures.h"
#include "tests/ui/training_fixtures.h"
#include "ui/factory/factory_desk.h"
#include "ui/factory/generator_curves.h"
#include "ui/factory/generator_page.h"
#include "ui/factory/interpreter_page.h"
#include "ui/factory/labels_page.h"
#include "ui/factory/pair_list_model.h"
#include "ui/factory/pairs_page.h"
#include "ui/factory/pictures_page.h"
#include "ui/factory/sample_grid_view.h"
#include "ui/factory/step_list.h"
#include "ui/session/stack_loader.h"
#include "ui/training/accepted_frames.h"
#include "ui/training/run_list_model.h"
#include "ui/training/run_store.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class FactoryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("FAKE_WORKER", "finish");
        m_folder = std::make_unique<QTemporaryDir>();
        m_record = std::make_shared<factory_fixtures::Record>();
        open();
    }

    void cleanup()
    {
        if (m_runs->active()) {
            QVERIFY(m_runs->active()->stop());
            QTRY_VERIFY(!m_runs->active());
        }
        close();
    }

    void theFirstFactoryIsOneClickAway()
    {
        auto* begin = find<QPushButton>("firstFactory");
        QVERIFY(begin->isVisible());
        begin->click();
        QVERIFY(window().factory());
        QVERIFY(window().pictures().isVisible());
        QVERIFY(!find<QPushButton>("writePictures")->isEnabled()); // nothing is open
        QVERIFY(text("pictureCount").contains(QStringLiteral("Open the stacks")));
    }

    void framesAreChosenFromOpenStacks()
    {
        window().create();
        training::addReviewedStack(*m_workspace, "E1"); // 5 frames, 2 of them accepted
        training::addReviewedStack(*m_workspace, "E2");
        QCOMPARE(chosenFrames(), 6);
        find<QListWidget>("pictureStacks")->item(1)->setCheckState(Qt::Unchecked);
        QCOMPARE(chosenFrames(), 3);
        find<QSpinBox>("everyFrame")->setValue(2);
        QCOMPARE(chosenFrames(), 2);
        find<QPushButton>("writePictures")->click();
        QTRY_COMPARE(window().factory()->record().pictures, 2);
        QCOMPARE(m_record->pictures, std::size_t(2));
        QCOMPARE(window().factory()->record().stacks, 1);
        QVERIFY(stepState(FactoryWindow::Pictures).startsWith(QStringLiteral("2 frame")));
    }

    void aGeneratorTrainsInAProcessOfItsOwn()
    {
        takePictures();
        window().showStep(FactoryWindow::Generator);
        QVERIFY(find<QPushButton>("startGenerator")->isEnabled());
        find<QPushButton>("startGenerator")->click();
        QVERIFY(!window().factory()->record().run.isEmpty());
        QTRY_COMPARE(m_runs->runs().front()->state(), RunState::Finished);
        QTRY_VERIFY(stepState(FactoryWindow::Generator).startsWith(QStringLiteral("trained")));
        QTRY_VERIFY(!window().generator().findChild<SampleGridView*>()->picture().isNull());
        const RunProgress& progress = m_runs->runs().front()->progress();
        QCOMPARE(progress.metrics.at(QStringLiteral("kid_own")).size(), std::size_t(3));
        QCOMPARE(progress.parts.at(QStringLiteral("strength")).size(), std::size_t(3));
        RunListModel fineTunings(*m_runs);
        QCOMPARE(fineTunings.rowCount(), 0); // it is none
    }

    void theGeneratorsDeviceIsShownWithItsReason()
    {
        takePictures();
        window().showStep(FactoryWindow::Generator);
        QTRY_COMPARE(text("generatorDeviceReason"), QStringLiteral("Trains on CPU: it is a test."));
        auto* device = find<QComboBox>("generatorDevice");
        device->setCurrentIndex(device->findData(QStringLiteral("cuda")));
        QTRY_COMPARE(text("generatorDeviceReason"), QStringLiteral("There is no GPU here."));
        device->setCurrentIndex(device->findData(QStringLiteral("cpu")));
        find<QPushButton>("startGenerator")->click();
        QCOMPARE(m_runs->runs().front()->settings().device, QStringLiteral("cpu"));
    }

    void aRunCanBePausedStoppedAndGoOn()
    {
        qputenv("FAKE_WORKER", "endless");
        takePictures();
        window().showStep(FactoryWindow::Generator);
        find<QPushButton>("startGenerator")->click();
        TrainingRun* run = m_runs->runs().front().get();
        auto* pause = find<QPushButton>("pauseGenerator");
        QTRY_VERIFY(run->progress().phase == RunPhase::Training && pause->isEnabled());
        pause->click();
        QTRY_COMPARE(run->state(), RunState::Paused);
        QTRY_COMPARE(pause->text(), QStringLiteral("Go on"));
        pause->click();
        QTRY_COMPARE(run->state(), RunState::Running);
        QTRY_VERIFY(find<QPushButton>("stopGenerator")->isEnabled());
        find<QPushButton>("stopGenerator")->click();
        QTRY_COMPARE(run->state(), RunState::Stopped);
        QVERIFY(!window().labels().missing().isEmpty());
        pause->click(); // goes on
        QTRY_COMPARE(run->state(), RunState::Finished);
        QVERIFY(window().labels().missing().isEmpty());
    }

    void aWorkerThatRefusesSaysWhy()
    {
        qputenv("FAKE_WORKER", "refuse");
        takePictures();
        window().showStep(FactoryWindow::Generator);
        find<QPushButton>("startGenerator")->click();
        QTRY_COMPARE(m_runs->runs().front()->state(), RunState::Failed);
        QTRY_VERIFY(text("generatorStatus").contains(QStringLiteral("not what it was")));
        QVERIFY(find<QPushButton>("generatorAgain")->isVisible());
    }

    void theWholePathLeadsToATrainingSet()
    {
        trainGenerator();
        window().showStep(FactoryWindow::Labels);
        labelSamples(6);
        QTRY_COMPARE(stepState(FactoryWindow::Labels), QStringLiteral("6 of 8 labelled"));

        window().showStep(FactoryWindow::Interpreter);
        learn();
        QVERIFY(text("interpreterFacts").contains(QStringLiteral("83")));
        QCOMPARE(m_record->interpreter.labels.size(), std::size_t(1));
        QVERIFY(std::filesystem::exists(m_record->interpreter.labels[0].annotations)); // written before it learns

        makePairs(20);
        PairListModel& pairs = window().pairs().model();
        QCOMPARE(pairs.rowCount(), 20);
        QCOMPARE(pairs.acceptedCount(), 18); // without the most uncertain tenth
        QVERIFY(!pairs.isAccepted(0) && !pairs.isAccepted(1) && pairs.isAccepted(2));

        training::addReviewedStack(*m_workspace, "E1");
        window().showStep(FactoryWindow::Labels);
        window().showStep(FactoryWindow::Pairs);
        QSignalSpy written(&window(), &FactoryWindow::trainingSetWritten);
        find<QPushButton>("writeTrainingSet")->click();
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(m_record->trainingSet.accepted.size(), std::size_t(18));
        QCOMPARE(m_record->trainingSet.realFrames->size(), std::size_t(2)); // those of samples are none
        QCOMPARE(m_record->trainingSet.syntheticShare, 0.5);
        QVERIFY(find<QPushButton>("fineTunePairs")->isVisible());
    }

    void moreSamplesAreTheMostUncertainOnes()
    {
        trainGenerator();
        labelSamples(6);
        QCOMPARE(m_record->samples.outOf, m_record->samples.count);
        QVERIFY(m_record->samples.interpreter.empty());
        learn();
        find<QSpinBox>("sampleCount")->setValue(3);
        find<QPushButton>("makeSamples")->click();
        QTRY_COMPARE(window().factory()->record().batches.size(), std::size_t(2));
        QCOMPARE(m_record->samples.outOf, 30);
        QCOMPARE(m_record->samples.first, std::int64_t(8)); // behind the first batch
        QVERIFY(!m_record->samples.interpreter.empty());
        QCOMPARE(window().factory()->record().nextSample, qint64(38));
    }

    void labelsOutliveTheirStack()
    {
        trainGenerator();
        labelSamples(4);
        const QString folder = window().factory()->file(QStringLiteral("samples-1"));
        m_workspace->close(m_workspace->findByPath(folder));
        QCOMPARE(m_desk->samples().labelled(folder), 4);
        close();
        open();
        QTRY_COMPARE(m_desk->samples().labelled(folder), 4); // counted from the file beside it
        QTRY_COMPARE(stepState(FactoryWindow::Labels), QStringLiteral("4 of 8 labelled"));
    }

    void acceptedSamplesAreNoRealFrames()
    {
        trainGenerator();
        labelSamples(4);
        QVERIFY(isSynthetic(*m_workspace->stacks().front()));
        QVERIFY(ui::acceptedFrames(*m_workspace).frames->empty());
        QCOMPARE(find<QListWidget>("pictureStacks")->count(), 0);
    }

    void pairsAreDecidedByKeyAndMouseAndStayDecided()
    {
        prepared();
        makePairs(10);
        PairListModel& pairs = window().pairs().model();
        QAbstractItemModelTester tester(&pairs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QListView& grid = window().pairs().grid();
        grid.setCurrentIndex(pairs.index(0));
        grid.setFocus();
        QTest::keyClick(&grid, Qt::Key_A);
        QVERIFY(pairs.isAccepted(0));
        QCOMPARE(grid.currentIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_X);
        QVERIFY(!pairs.isAccepted(1));
        QTest::keyClick(&grid, Qt::Key_Space);
        QVERIFY(!pairs.isAccepted(2));
        find<QPushButton>("acceptPair")->click();
        QVERIFY(pairs.isAccepted(2));
        find<QSpinBox>("leftOut")->setValue(50);
        QCOMPARE(pairs.acceptedCount(), 2 + 5); // those decided by hand stay
        close();
        open();
        QTRY_COMPARE(window().pairs().model().rowCount(), 10);
        QVERIFY(window().pairs().model().isAccepted(0) && !window().pairs().model().isAccepted(1));
        QCOMPARE(window().pairs().model().acceptedCount(), 7);
        QCOMPARE(find<QSpinBox>("leftOut")->value(), 50);
    }

    void aRestartInTheMiddleGoesOnWhereItWas()
    {
        qputenv("FAKE_WORKER", "endless");
        takePictures();
        find<QPushButton>("startGenerator")->click();
        QTRY_VERIFY(m_runs->runs().front()->progress().step > 0);
        close(); // the worker is another process
        open();
        QVERIFY(window().factory());
        QVERIFY(window().generator().isVisible()); // the step at which the work goes on
        QTRY_VERIFY(m_runs->active());
        QTRY_VERIFY(find<QPushButton>("stopGenerator")->isEnabled());
        find<QPushButton>("stopGenerator")->click();
        QTRY_COMPARE(m_runs->runs().front()->state(), RunState::Stopped);
    }

    void cancelledWorkLeavesTheFactoryAsItWas()
    {
        trainGenerator();
        window().showStep(FactoryWindow::Labels);
        m_record->slow = true;
        find<QPushButton>("makeSamples")->click();
        QTRY_VERIFY(window().labels().isBusy());
        QVERIFY(!find<QPushButton>("makeSamples")->isEnabled());
        QVERIFY(!find<QComboBox>("factories")->isEnabled());
        window().labels().findChild<QPushButton*>(QStringLiteral("cancelJob"))->click();
        QTRY_VERIFY(!window().labels().isBusy());
        QVERIFY(window().factory()->record().batches.empty());
        QVERIFY(find<QPushButton>("makeSamples")->isEnabled());
        QCOMPARE(message(window().labels()), QStringLiteral("Cancelled."));
        m_record->slow = false;
        m_record->fails = true;
        find<QPushButton>("makeSamples")->click();
        QTRY_COMPARE(message(window().labels()), QStringLiteral("The drive is full."));
        QVERIFY(window().factory()->record().batches.empty());
    }

    void closingInTheMiddleOfWorkWaitsForNothingLong()
    {
        trainGenerator();
        m_record->slow = true;
        find<QPushButton>("makeSamples")->click();
        QTRY_VERIFY(window().labels().isBusy());
        close(); // cancels
        open();
        QVERIFY(window().factory()->record().batches.empty());
    }

    void aDamagedFactoryIsNamedAndLeftAlone()
    {
        window().create();
        const QString file = window().factory()->file(QLatin1String(kFactoryFile));
        close();
        training::write(file, "{\"format\":\"something else\"}");
        open();
        QVERIFY(window().factory() && window().factory()->trouble());
        QVERIFY(message(window().pictures()).contains(QStringLiteral("damaged")));
        training::addReviewedStack(*m_workspace, "E1");
        QVERIFY(!find<QPushButton>("writePictures")->isEnabled());
        QVERIFY(!window().factory()->edit([](FactoryRecord& record) { record.pictures = 1; }));
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().contains("something else"));
    }

    void severalFactoriesAreToldApart()
    {
        window().create();
        const QString first = window().factory()->folder();
        window().create();
        QVERIFY(window().factory()->folder() != first);
        QCOMPARE(find<QComboBox>("factories")->count(), 2);
        QVERIFY(!m_desk->store().create(window().factory()->record().name)); // taken
        QVERIFY(!m_desk->store().create(QStringLiteral("  ")));
        Factory* second = window().factory();
        QVERIFY(m_desk->store().remove(*second));
        QCOMPARE(find<QComboBox>("factories")->count(), 1);
        QCOMPARE(window().factory()->folder(), first);
        QVERIFY(m_desk->store().contains(first + QStringLiteral("/samples-1")));
        QVERIFY(!m_desk->store().contains(path("elsewhere")));
    }

    void aFactoryCanBeRenamed()
    {
        window().create();
        const QString folder = window().factory()->folder();
        auto* names = find<QComboBox>("factories");
        names->lineEdit()->setText(QStringLiteral("Clinic"));
        QTest::keyClick(names->lineEdit(), Qt::Key_Return);
        QCOMPARE(window().factory()->record().name, QStringLiteral("Clinic"));
        names->lineEdit()->setText(QStringLiteral("  "));
        QTest::keyClick(names->lineEdit(), Qt::Key_Return);
        QCOMPARE(names->currentText(), QStringLiteral("Clinic")); // none is no name
        close();
        open();
        QCOMPARE(find<QComboBox>("factories")->currentText(), QStringLiteral("Clinic"));
        QCOMPARE(window().factory()->folder(), folder);
    }

    void aRecordThatCannotBeWrittenChangesNothing()
    {
        window().create();
        const QString file = window().factory()->file(QLatin1String(kFactoryFile));
        QVERIFY(QFile::remove(file));
        QVERIFY(QDir().mkpath(file + QStringLiteral("/in the way")));
        QSignalSpy changed(window().factory(), &Factory::changed);
        QVERIFY(!window().factory()->edit([](FactoryRecord& record) { record.pairs = 3; }));
        QCOMPARE(window().factory()->record().pairs, 0);
        QCOMPARE(changed.count(), 0);
    }

    void recordsComeBackAsTheyWere()
    {
        FactoryRecord record;
        record.name = QStringLiteral("Clinic ü");
        record.created = QDateTime::fromString(QStringLiteral("2026-11-28T12:00:00Z"), Qt::ISODate);
        record.pictures = 1240;
        record.stacks = 3;
        record.pictureSide = 256;
        record.run = QStringLiteral("run-1");
        record.batches = {{QStringLiteral("samples-1"), 30}};
        record.nextSample = 330;
        record.learnedFrom = 28;
        record.fit = 0.9;
        record.trial = 0.75;
        record.pairs = 500;
        record.leftOut = 0.2;
        record.decisions = {{QStringLiteral("1000000.png"), true}, {QStringLiteral("1000001.png"), false}};
        QVERIFY(writeFactoryRecord(m_folder->path(), record));
        const auto read = readFactoryRecord(m_folder->path());
        QVERIFY(read);
        QCOMPARE(*read, record);
        training::write(path("factory.json"),
                        R"({"format":"blastoscope-factory-1","pictures":-3,"left_out":7,"run":"../x",
"batches":[{"folder":"../../etc"},{"folder":"samples-2","samples":"many"}]})");
        const auto odd = readFactoryRecord(m_folder->path());
        QVERIFY(odd);
        QCOMPARE(odd->pictures, 0);
        QVERIFY(odd->run.isEmpty());
        QCOMPARE(odd->batches.size(), std::size_t(1));
        QVERIFY(odd->leftOut < 1);
        QCOMPARE(readFactoryRecord(path("nowhere")).error().code, base::ErrorCode::NotFound);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    FactoryWindow& window() { return *m_window; }
    template<typename T>
    T* find(const char* name)
    {
        return window().findChild<T*>(QLatin1String(name));
    }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    static QString message(const FactoryPage& page)
    {
        return page.findChild<QLabel*>(QStringLiteral("jobMessage"))->text();
    }
    QString stepState(int step) { return window().findChild<StepList*>()->item(step)->toolTip(); }
    int chosenFrames()
    {
        int frames = 0;
        for (const auto& source : window().pictures().chosen())
            frames += int(source.frames.size());
        return frames;
    }

    void open()
    {
        m_workspace = std::make_unique<Workspace>();
        m_runs = std::make_unique<RunStore>(path("data/runs"), QStringLiteral(FAKE_WORKER_PROGRAM));
        m_runs->setInterval(10);
        m_desk =
            std::make_unique<FactoryDesk>(factory_fixtures::services(m_record), *m_runs, *m_workspace, path("data"));
        m_desk->samples().setDelay(0);
        m_loader = std::make_unique<StackLoader>(*m_workspace, path("embryos.csv"));
        connect(m_desk.get(), &FactoryDesk::openRequested, m_loader.get(),
                [this](const QString& folder) { m_loader->open({folder}); });
        m_window = &m_desk->open(nullptr);
    }

    void close()
    {
        m_loader.reset();
        m_desk.reset();
        m_runs.reset();
        m_workspace.reset();
    }

    void takePictures()
    {
        window().create();
        OpenStack* stack = training::addReviewedStack(*m_workspace, "E0");
        find<QPushButton>("writePictures")->click();
        QTRY_VERIFY(window().factory()->record().pictures > 0);
        m_workspace->close(stack);
    }

    void trainGenerator()
    {
        takePictures();
        find<QPushButton>("startGenerator")->click();
        QTRY_VERIFY(window().labels().missing().isEmpty());
    }

    /// Eight samples, so many of which are outlined and accepted.
    void labelSamples(int accepted)
    {
        find<QSpinBox>("sampleCount")->setValue(8);
        find<QPushButton>("makeSamples")->click();
        QTRY_COMPARE(window().factory()->record().batches.size(), std::size_t(1));
        find<QPushButton>("openSamples")->click();
        QTRY_COMPARE(m_workspace->stacks().size(), std::size_t(1));
        OpenStack& stack = *m_workspace->stacks().front();
        QCOMPARE(stack.document().frameCount(), 8);
        for (int time = 0; time < accepted; ++time) {
            QVERIFY(stack.document().addInstance(time, frames::cell(0, frames::disc(32, 16, 16, 8))));
            QVERIFY(stack.document().setReview(time, annotation::ReviewState::Accepted));
        }
    }

    void learn()
    {
        QVERIFY(window().interpreter().missing().isEmpty());
        find<QPushButton>("learnInterpreter")->click();
        QTRY_COMPARE(window().factory()->record().learnedFrom, 6);
    }

    void prepared()
    {
        trainGenerator();
        labelSamples(6);
        learn();
    }

    void makePairs(int count)
    {
        window().showStep(FactoryWindow::Pairs);
        find<QSpinBox>("pairCount")->setValue(count);
        find<QPushButton>("makePairs")->click();
        QTRY_COMPARE(window().pairs().model().rowCount(), count);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<factory_fixtures::Record> m_record;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RunStore> m_runs;
    std::unique_ptr<FactoryDesk> m_desk;
    FactoryWindow* m_window = nullptr;
    std::unique_ptr<StackLoader> m_loader;
};

QTEST_MAIN(FactoryTest)
#include "tst_factory.moc"

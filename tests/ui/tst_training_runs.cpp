// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as the window sees them: the diary that grows, the worker that lives, dies, pauses and stops.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/training/run_list_model.h"
#include "ui/training/run_lock_probe.h"
#include "ui/training/run_store.h"
#include "ui/training/worker_launch.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

void append(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(text);
}

RunSettings settings(const QString& title)
{
    RunSettings settings;
    settings.title = title;
    settings.baseTitle = QStringLiteral("tiny 1");
    settings.basePath = QStringLiteral("/models/tiny.safetensors");
    settings.datasetPath = QStringLiteral("/sets/clinic");
    settings.tuning.minutes = 5;
    settings.tuning.simulatedShare = 0.25;
    settings.tuning.freeze = {"backbone"};
    settings.device = QStringLiteral("cpu");
    return settings;
}

} // namespace

class TrainingRunsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_diary = m_folder->filePath(QStringLiteral("progress.jsonl"));
        mode("finish");
    }

    void cleanup()
    {
        if (m_store && m_store->active()) {
            QVERIFY(m_store->active()->stop());
            QTRY_VERIFY(!m_store->active());
        }
        m_store.reset();
    }

    void aHalfLineWaitsForItsEnd()
    {
        ProgressTail tail(m_diary);
        QVERIFY(tail.readNew().lines.isEmpty()); // no file yet
        append(m_diary, "{\"event\":\"step\",\"step\":1}\n{\"event\":\"st");
        auto batch = tail.readNew();
        QCOMPARE(batch.lines.size(), 1);
        QVERIFY(tail.readNew().lines.isEmpty());
        append(m_diary, "ep\",\"step\":2}\n");
        batch = tail.readNew();
        QCOMPARE(batch.lines.size(), 1);
        QCOMPARE(batch.lines[0]["step"].toInt(), 2);
    }

    void aTornLineTakesNoOtherWithIt()
    {
        ProgressTail tail(m_diary);
        append(m_diary, "{\"event\":\"step\",\"losses\":{\"a{\"event\":\"stage_started\",\"step\":4}\nnonsense\n[1]\n"
                        "{\"event\":\"step\",\"step\":5}\n");
        const auto batch = tail.readNew();
        QCOMPARE(batch.lines.size(), 2);
        QCOMPARE(batch.lines[0]["event"].toString(), QStringLiteral("stage_started"));
        QCOMPARE(batch.lines[1]["step"].toInt(), 5);
    }

    void aLongDiaryIsReadInPieces()
    {
        QByteArray text;
        for (int i = 0; i < 1000; ++i)
            text += "{\"event\":\"step\",\"step\":" + QByteArray::number(i) + "}\n";
        append(m_diary, text);
        ProgressTail tail(m_diary);
        int lines = 0, pieces = 0;
        for (bool more = true; more; ++pieces) {
            const auto batch = tail.readNew(1000);
            lines += int(batch.lines.size());
            more = batch.more;
        }
        QCOMPARE(lines, 1000);
        QVERIFY(pieces > 20);
    }

    void anotherFileInItsPlaceStartsAnew()
    {
        append(m_diary, "{\"event\":\"step\",\"step\":1}\n{\"event\":\"step\",\"step\":2}\n");
        ProgressTail tail(m_diary);
        QCOMPARE(tail.readNew().lines.size(), 2);
        QFile::remove(m_diary);
        append(m_diary, "{\"event\":\"step\",\"step\":1}\n");
        const auto batch = tail.readNew();
        QVERIFY(batch.restarted);
        QCOMPARE(batch.lines.size(), 1);
    }

    void theDiaryBecomesCurvesAndTimeLeft()
    {
        RunProgress progress;
        const auto apply = [&](const char* line) { progress.apply(QJsonDocument::fromJson(line).object()); };
        apply(R"({"event":"stage_started","step":0})");
        QVERIFY(!progress.secondsLeft());
        apply(R"({"event":"step","step":5,"progress":0.25,"seconds":30,"loss":2.5,"losses":{"box":1,"mask":1.5}})");
        apply(R"({"event":"step","step":10,"progress":0.5,"seconds":60,"loss":1.5,"losses":{"box":0.5,"mask":1}})");
        apply(R"({"event":"evaluation","step":10,"metrics":{"ap":0.6,"validation_ap":0.4}})");
        QCOMPARE(*progress.secondsLeft(), 60.0);
        QCOMPARE(progress.loss, (Curve{{5, 2.5}, {10, 1.5}}));
        QCOMPARE(progress.parts.at("mask"), (Curve{{5, 1.5}, {10, 1}}));
        QCOMPARE(*progress.latestAp(), 0.4);
        apply(R"({"event":"paused"})");
        apply(R"({"event":"checkpoint"})");
        QVERIFY(progress.paused);
        apply(R"({"event":"continued"})");
        QVERIFY(!progress.paused);
        apply(R"({"event":"stage_started","step":7})"); // taken up at a checkpoint before step 10
        QCOMPARE(progress.loss.size(), std::size_t(1));
        QVERIFY(progress.heldOutAp.empty());
        apply(R"({"event":"step","step":8,"loss":null,"losses":7,"progress":"x"})"); // means nothing
        QCOMPARE(progress.loss.size(), std::size_t(1));
        apply(R"({"event":"failed","message":"No room.","detail":"d"})");
        QCOMPARE(progress.failure, QStringLiteral("No room."));
        apply(R"({"event":"stage_started","step":7})");
        QVERIFY(progress.failure.isEmpty());
        apply(R"({"event":"finished"})");
        QVERIFY(progress.phase == RunPhase::Done);
    }

    void settingsSurviveInTheFolder()
    {
        QVERIFY(writeRunSettings(m_folder->path(), settings(QStringLiteral("clinic"))));
        const RunSettings read = readRunSettings(m_folder->path());
        QCOMPARE(read.title, QStringLiteral("clinic"));
        QCOMPARE(read.baseTitle, QStringLiteral("tiny 1"));
        QCOMPARE(read.datasetPath, QStringLiteral("/sets/clinic"));
        QCOMPARE(*read.tuning.minutes, 5.0);
        QCOMPARE(read.tuning.freeze, std::vector<std::string>{"backbone"});
        QCOMPARE(settingsText(read), QStringLiteral("5 min · frozen: backbone · 25 % simulated · CPU"));
    }

    void aFolderIsARunOnlyWithItsSettings()
    {
        const QString recipe = m_folder->filePath(QLatin1String(kWrittenRecipeFile));
        QVERIFY(QDir().mkpath(recipe)); // nothing can be written in its place
        QVERIFY(!writeRunSettings(m_folder->path(), settings(QStringLiteral("clinic"))));
        QVERIFY(QDir().rmdir(recipe));
        QCOMPARE(readRunSettings(m_folder->path()).title, QStringLiteral("clinic")); // before it is found as a run
    }

    void aSlowDriveDoesNotHoldUpTheWindow()
    {
        const QString folder = makeRun(QStringLiteral("slow"));
        const QByteArray lock = QFile::encodeName(folder + QStringLiteral("/lock"));
        QCOMPARE(mkfifo(lock.constData(), 0600), 0); // who opens it waits for somebody at the other end
        makeStore();
        QTRY_COMPARE(m_store->runs().size(), std::size_t(1));
        const TrainingRun& run = *m_store->runs().front();
        QCOMPARE(run.settings().title, QStringLiteral("slow"));
        QCOMPARE(run.state(), RunState::Unread);
        QVERIFY(!run.isActive() && !run.canResume());
        int end = -1;
        QTRY_VERIFY(end >= 0 || (end = open(lock.constData(), O_WRONLY | O_NONBLOCK)) >= 0);
        QVERIFY(QFile::remove(folder + QStringLiteral("/lock")));
        ::close(end);
        QTRY_COMPARE(run.state(), RunState::Interrupted);
    }

    void aFinishedRunIsNeverCalledInterrupted()
    {
        const QString folder = makeRun(QStringLiteral("done"));
        append(folder + QStringLiteral("/progress.jsonl"), "{\"event\":\"finished\"}\n");
        makeStore();
        QList<RunState> seen;
        connect(m_store.get(), &RunStore::runAdded, this, [&](TrainingRun* run) { seen << run->state(); });
        connect(m_store.get(), &RunStore::runChanged, this, [&](TrainingRun* run) { seen << run->state(); });
        QTRY_VERIFY(seen.contains(RunState::Finished));
        QVERIFY(!seen.contains(RunState::Interrupted));
    }

    void aLookFromBeforeAWishDoesNotUndoIt()
    {
        TrainingRun run(m_folder->path(), settings(QStringLiteral("clinic")));
        RunLook look;
        look.alive = true;
        QVERIFY(!run.take(look));
        QCOMPARE(run.state(), RunState::Running);
        QVERIFY(run.pause());
        QCOMPARE(run.state(), RunState::Pausing);
        QVERIFY(run.take(look)); // asked for before: look again
        QCOMPARE(run.state(), RunState::Pausing);
        QVERIFY(!run.take(lookAt(run.question()))); // nobody holds the lock
        QCOMPARE(run.state(), RunState::Interrupted);
    }

    void aPauseThatCannotBeTakenBackIsAnError()
    {
        TrainingRun run(m_folder->path(), settings(QStringLiteral("clinic")));
        QVERIFY(run.goOn()); // nothing to remove
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("pause")));
        const auto status = run.goOn();
        QVERIFY(!status);
        QVERIFY(status.error().code == base::ErrorCode::Io);
    }

    void aRunIsStartedFollowedAndFinished()
    {
        makeStore();
        QSignalSpy ended(m_store.get(), &RunStore::runEnded);
        const auto run = m_store->start(settings(QStringLiteral("clinic/ä")));
        QVERIFY2(run, run ? "" : run.error().message.c_str());
        QVERIFY((*run)->isActive());
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE((*run)->state(), RunState::Finished);
        QCOMPARE((*run)->progress().loss.size(), std::size_t(3));
        QCOMPARE(*(*run)->progress().latestAp(), 0.7);
        QVERIFY(QFile::exists((*run)->modelFile()));
        QVERIFY(!m_store->active());
    }

    void onlyOneRunTrainsAtATime()
    {
        mode("endless");
        makeStore();
        const auto first = m_store->start(settings(QStringLiteral("first")));
        QVERIFY(first);
        QTRY_COMPARE((*first)->state(), RunState::Running);
        const auto second = m_store->start(settings(QStringLiteral("second")));
        QVERIFY(!second);
        QVERIFY(second.error().code == base::ErrorCode::PermissionDenied);
        QVERIFY(second.error().message.find("first") != std::string::npos);
        QCOMPARE(m_store->runs().size(), std::size_t(1));
        QVERIFY(!m_store->remove(**first));
        QVERIFY((*first)->stop());
        QTRY_COMPARE((*first)->state(), RunState::Stopped);
        mode("finish");
        QVERIFY(m_store->start(settings(QStringLiteral("second"))));
        QTRY_COMPARE(m_store->runs().front()->state(), RunState::Finished);
    }

    void aRunPausesGoesOnStopsAndIsTakenUp()
    {
        mode("endless");
        makeStore();
        TrainingRun* run = *m_store->start(settings(QStringLiteral("clinic")));
        QTRY_COMPARE(run->state(), RunState::Running);
        QVERIFY(run->pause());
        QTRY_COMPARE(run->state(), RunState::Paused);
        QVERIFY(run->goOn());
        QTRY_COMPARE(run->state(), RunState::Running);
        QTRY_VERIFY(!run->progress().paused);
        QVERIFY(run->stop());
        QTRY_COMPARE(run->state(), RunState::Stopped);
        QVERIFY(run->canResume());
        QVERIFY(m_store->resume(*run));
        QVERIFY(run->isActive());
        QTRY_COMPARE(run->state(), RunState::Finished);
    }

    void aWindowThatComesBackFindsItsRuns()
    {
        mode("endless");
        makeStore();
        QString folder;
        {
            TrainingRun* run = *m_store->start(settings(QStringLiteral("clinic")));
            folder = run->folder();
            QTRY_VERIFY(run->progress().step > 3);
        }
        m_store.reset(); // the window is gone, the worker is not
        QVERIFY(isRunAlive(folder));
        makeStore();
        QTRY_VERIFY(m_store->active());
        TrainingRun* run = m_store->active();
        QCOMPARE(run->folder(), folder);
        QCOMPARE(run->settings().title, QStringLiteral("clinic"));
        QCOMPARE(run->progress().loss.front(), (CurvePoint{1, 2})); // from the beginning
        const int before = run->progress().step;
        QTRY_VERIFY(run->progress().step > before);
        QVERIFY(run->stop());
        QTRY_COMPARE(run->state(), RunState::Stopped);
    }

    void aDeadWorkerIsNoticedAndItsRunTakenUp()
    {
        mode("crash");
        makeStore();
        TrainingRun* run = *m_store->start(settings(QStringLiteral("clinic")));
        QTRY_COMPARE(run->progress().step, 2);
        QTRY_VERIFY(!isRunAlive(run->folder()));
        QTRY_COMPARE(run->state(), RunState::Interrupted);
        QVERIFY(!run->trouble().isEmpty());
        QVERIFY(m_store->resume(*run));
        QTRY_COMPARE(run->state(), RunState::Finished);
        QCOMPARE(run->progress().loss.size(), std::size_t(3)); // the torn line spoiled nothing
    }

    void whatTheWorkerSaidBeforeItsDiaryBeganIsShown()
    {
        mode("refuse");
        makeStore();
        TrainingRun* run = *m_store->start(settings(QStringLiteral("clinic")));
        QTRY_COMPARE(run->state(), RunState::Failed);
        QCOMPARE(run->trouble(), QStringLiteral("The dataset is not what it was."));
    }

    void aMissingWorkerIsAMessageAndLeavesNoFolder()
    {
        m_store = std::make_unique<RunStore>(m_folder->filePath("runs"), QStringLiteral("/nowhere/blastoscope-train"));
        const auto run = m_store->start(settings(QStringLiteral("clinic")));
        QVERIFY(!run);
        QVERIFY(run.error().code == base::ErrorCode::NotFound);
        QVERIFY(QDir(m_folder->filePath("runs")).isEmpty());
    }

    void theListFollowsTheRuns()
    {
        makeStore();
        RunListModel model(*m_store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        TrainingRun* first = *m_store->start(settings(QStringLiteral("first")));
        QTRY_COMPARE(first->state(), RunState::Finished);
        TrainingRun* second = *m_store->start(settings(QStringLiteral("second")));
        QTRY_COMPARE(second->state(), RunState::Finished);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.runAt(model.index(0, 0)), second);
        QCOMPARE(model.index(1, RunListModel::State).data().toString(), stateName(RunState::Finished));
        QCOMPARE(model.index(1, RunListModel::Done).data().toString(), QStringLiteral("100 %"));
        QCOMPARE(model.index(1, RunListModel::Ap).data().toString(), QStringLiteral("70.0"));
        const QString folder = first->folder();
        QVERIFY(m_store->remove(*first));
        QVERIFY(!QDir(folder).exists());
        QCOMPARE(model.rowCount(), 1);
        QTRY_VERIFY(QDir(m_folder->filePath("runs/.removed")).isEmpty()); // deleted in the background
    }

    void whatAnEarlierProgramRemovedIsDeleted()
    {
        const QString left = makeRun(QStringLiteral(".removed/1"));
        QVERIFY(QDir(left).mkdir(QStringLiteral("samples")));
        append(left + QStringLiteral("/samples/.hidden"), "pixels");
        makeStore();
        QTRY_VERIFY(!QDir(left).exists());
        QVERIFY(m_store->runs().empty());
    }

private:
    /// As another window left it; the path of its folder.
    QString makeRun(const QString& title)
    {
        const QString folder = m_folder->filePath(QStringLiteral("runs/") + title);
        if (!QDir().mkpath(folder) || !writeRunSettings(folder, settings(title)))
            qFatal("The folder of a run could not be made.");
        return folder;
    }

    static void mode(const char* mode) { qputenv("FAKE_WORKER", mode); }

    void makeStore()
    {
        m_store = std::make_unique<RunStore>(m_folder->filePath("runs"), QStringLiteral(FAKE_WORKER_PROGRAM));
        m_store->setInterval(10);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_diary;
    std::unique_ptr<RunStore> m_store;
};

QTEST_MAIN(TrainingRunsTest)
#include "tst_training_runs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is done in a window is in its project: edits, steps of the history, properties, closing and saving elsewhere.
#include <atomic>
#include <future>

#include <QElapsedTimer>

#include "tests/ui/project_session_fixture.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ProjectSessionTest : public QObject, private ProjectSessionFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void aSingleStackGetsAnUnsavedProject()
    {
        openStack();
        QVERIFY(m_window->session().isUnsaved());
        QVERIFY(!m_window->session().isWorthSaving());
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(unsavedFiles().size(), qsizetype(1));
        QVERIFY(m_window->document().setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(m_window->session().isWorthSaving());
        m_window->session().closeProject();
        QTRY_VERIFY(unsavedFiles().isEmpty());
    }

    void whatWasDoneIsThereAgainWithItsHistory()
    {
        makeProject();
        edits::RandomEdits random(7);
        const std::string empty = m_window->content();
        for (int i = 0; i < 60; ++i)
            random.make(m_window->document());
        const std::string full = m_window->content();
        m_window->restart();
        openProject();
        QCOMPARE(m_window->content(), full);
        const std::string id = m_window->stack()->embryoId();
        for (int i = 0; i < 60; ++i)
            QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->content(), empty);
        m_window->restart();
        openProject();
        QCOMPARE(m_window->content(), empty);
        QCOMPARE(m_window->stack()->embryoId(), id);
        for (int i = 0; i < 60; ++i)
            QVERIFY(step(&StackHistory::redo));
        QCOMPARE(m_window->content(), full);
        QVERIFY(!m_window->document().canRedo());
    }

    void stepsBeyondTheMemoryComeFromTheProject()
    {
        makeProject();
        m_window->document().setUndoMemoryLimit(0);
        edits::RandomEdits random(8);
        const std::string empty = m_window->content();
        for (int i = 0; i < 40; ++i)
            random.make(m_window->document());
        for (int i = 0; i < 40; ++i)
            QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->content(), empty);
        QVERIFY(!m_window->document().canUndo());
    }

    void undoGoesToTheFrameThatItChanges()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(4, annotation::ReviewState::Accepted));
        QVERIFY(m_window->document().setReview(1, annotation::ReviewState::Rejected));
        m_window->restart();
        openProject();
        m_window->stack()->setTime(3);
        QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->stack()->index().time, 1);
        QVERIFY(step(&StackHistory::undo));
        QCOMPARE(m_window->stack()->index().time, 4);
    }

    void everyEditIsOnTheDiskWithinASecond()
    {
        makeProject();
        edits::RandomEdits random(9);
        qint64 slowest = 0;
        for (int i = 0; i < 100; ++i) {
            QElapsedTimer clock;
            clock.start();
            random.make(m_window->document());
            QVERIFY(m_window->state() != SaveState::Saved);
            QVERIFY(QTest::qWaitFor([&] { return m_window->isSaved(); }, 1000)); // QTRY looks every 50 ms only
            slowest = std::max(slowest, clock.elapsed());
        }
        qInfo("slowest of 100 edits: %lld ms until saved", static_cast<long long>(slowest));
        QCOMPARE(onDisk(), m_window->content());
    }

    void propertiesBelongToTheProject()
    {
        makeProject();
        StackProperties properties = m_window->stack()->properties();
        properties.umPerPixel = 0.5;
        properties.calibrationSource = imaging::CalibrationSource::User;
        properties.t0Hours = 1.25;
        properties.insemination = Insemination::Icsi;
        m_window->stack()->setProperties(properties);
        m_window->restart();
        openProject();
        QVERIFY(m_window->stack()->properties() == properties);
    }

    void aStackThatWasClosedComesBackWithItsAnnotations()
    {
        makeProject();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->workspace().close(m_window->stack());
        QVERIFY(!m_window->stack());
        m_window->session().openStacks({m_images});
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QCOMPARE(stored().size(), std::size_t(1));
    }

    void whatWaitsIsThereWhenAClosedStackComesBack()
    {
        makeProject();
        ProjectWorker& worker = m_window->session().worker();
        worker.setRetryDelay(std::chrono::milliseconds(10));
        const auto full = std::make_shared<std::atomic<bool>>(true);
        worker.write([full](ProjectSlot&) -> base::Status {
            return *full ? base::fail(base::ErrorCode::Io, "The drive is full.") : base::Status();
        });
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        m_window->workspace().close(m_window->stack());
        m_window->session().openStacks({m_images});
        QVERIFY(m_window->session().loader().isBusy());
        *full = false;
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(int(m_window->document().frame(2).review), int(annotation::ReviewState::Accepted));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
    }

    void stacksThatAreStillOpeningDoNotJoinTheNextProject()
    {
        makeProject();
        const QString second = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-015"), 6);
        const QString third = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-016"), 6);
        m_window->session().openStacks({second, third});
        QVERIFY(m_window->loader().isBusy());
        m_window->session().closeProject();
        m_file = m_root + QStringLiteral("/b.blasto");
        m_window->session().createProject(m_file);
        QTRY_COMPARE(m_window->session().file(), m_file);
        QTRY_VERIFY(!m_window->loader().isBusy());
        QVERIFY(m_window->workspace().stacks().empty());
        m_window->session().openStacks({third});
        QTRY_VERIFY(m_window->stack());
        QCOMPARE(m_window->stack()->name(), QStringLiteral("E-016"));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(stored().size(), std::size_t(1));
    }

    void closingWaitsForSavingElsewhere()
    {
        makeProject();
        QTRY_VERIFY(!stored().front().sha256.empty()); // so that nothing is written by itself any more
        QTRY_VERIFY(m_window->isSaved());
        const QString copy = m_root + QStringLiteral("/copy.blasto");
        std::promise<void> gate;
        m_window->session().worker().read<int>(
            [open = gate.get_future().share()](ProjectSlot&) -> base::Result<int> {
                open.wait();
                return 0;
            },
            [](const base::Result<int>&) {});
        QCOMPARE(m_window->state(), SaveState::Saved);
        m_window->session().saveAs(copy);
        QCOMPARE(m_window->state(), SaveState::Saving);
        QString settledAs;
        m_window->session().whenSettled([&] { settledAs = m_window->session().file(); });
        QCoreApplication::processEvents();
        QVERIFY(settledAs.isEmpty());
        gate.set_value();
        QTRY_COMPARE(settledAs, copy);
        QCOMPARE(m_window->state(), SaveState::Saved);
    }

    void whatWasClosedWhileItWasSavedElsewhereStaysClosed()
    {
        openStack();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        const std::string content = m_window->content();
        QTRY_VERIFY(m_window->isSaved());
        std::promise<void> gate;
        ProjectWorker& worker = m_window->session().worker();
        worker.read<int>(
            [open = gate.get_future().share()](ProjectSlot&) -> base::Result<int> {
                open.wait();
                return 0;
            },
            [](const base::Result<int>&) {});
        bool saved = false;
        m_window->session().saveAs(m_file, [&] { saved = true; });
        m_window->session().closeProject();
        gate.set_value();
        QTRY_COMPARE(worker.waiting(), 0);
        QVERIFY(!m_window->session().isOpen());
        QVERIFY(!saved);
        QCOMPARE(onDisk(), content); // the copy was made all the same
        QVERIFY(unsavedFiles().isEmpty());
        openStack(); // gets a project of its own
        QVERIFY(m_window->session().isUnsaved());
        QTRY_VERIFY(m_window->isSaved());
    }

    void savingElsewhereMovesTheUnsavedProject()
    {
        openStack();
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        saveAs();
        QVERIFY(!m_window->session().isUnsaved());
        QCOMPARE(m_window->session().name(), QStringLiteral("a"));
        QTRY_VERIFY(unsavedFiles().isEmpty());
        QVERIFY(m_window->document().setReview(3, annotation::ReviewState::Rejected));
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
    }

    void aPlaceThatCannotBeWrittenToIsSaidAndNothingLost()
    {
        fixtures::writeBytes((m_root + QStringLiteral("/data")).toStdString(), "a file where a folder should be");
        m_window->session().worker().setRetryDelay(std::chrono::milliseconds(20));
        openStack();
        QTRY_COMPARE(m_window->state(), SaveState::CannotSave);
        QVERIFY(!m_window->session().status().reason.message.empty());
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        QCOMPARE(m_window->state(), SaveState::CannotSave);
        saveAs(); // the way out
        QTRY_VERIFY(m_window->isSaved());
        QCOMPARE(onDisk(), m_window->content());
    }

    void theNameOfThePersonIsNoted()
    {
        makeProject();
        m_window->session().setAuthorName(QStringLiteral("Ada"));
        QVERIFY(m_window->document().setReview(2, annotation::ReviewState::Accepted));
        using Rows = std::vector<project::AuditRow>;
        std::optional<Rows> rows;
        m_window->session().worker().read<Rows>(
            [](ProjectSlot& slot) { return slot.current->auditRows(); },
            [&](base::Result<Rows> read) { rows = std::move(*read); });
        QTRY_VERIFY(rows);
        QCOMPARE(rows->back().name, std::string("Ada"));
        QCOMPARE(rows->back().field, std::string("review"));
        QCOMPARE(rows->back().after, std::string("accepted"));
        QVERIFY(!rows->back().account.empty());
    }
};

QTEST_MAIN(ProjectSessionTest)
#include "tst_project_session.moc"

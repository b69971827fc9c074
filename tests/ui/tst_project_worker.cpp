// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <future>
#include <optional>
#include <stdexcept>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/project/project_fixtures.h"
#include "ui/project/project_worker.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

annotation::Edit reviewOf(int frame, annotation::ReviewState review)
{
    annotation::Edit edit;
    edit.kind = annotation::StepKind::ChangeReview;
    annotation::FrameRecord& record = edit.frames.emplace_back();
    record.frame = frame;
    record.content.width = record.content.height = 60;
    record.content.review = review;
    return edit;
}

base::Status refuse()
{
    return base::fail(base::ErrorCode::Io, "The drive is full.");
}

} // namespace

class ProjectWorkerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.blasto")).toStdString();
    }

    void writesAreDoneInOrderOnAnotherThread()
    {
        ProjectWorker worker;
        std::vector<int> order;
        bool elsewhere = true;
        for (int i = 0; i < 20; ++i)
            worker.write([&, i](ProjectSlot&) -> base::Status {
                order.push_back(i);
                elsewhere = elsewhere && QThread::currentThread() != qApp->thread();
                return {};
            });
        QCOMPARE(worker.waiting(), 20);
        QTRY_COMPARE(worker.waiting(), 0);
        QVERIFY(elsewhere);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(order.size(), std::size_t(20));
    }

    void aReadThatThrowsIsAnsweredToo()
    {
        ProjectWorker worker;
        std::optional<base::ErrorCode> code;
        worker.read<int>([](ProjectSlot&) -> base::Result<int> { throw std::runtime_error("bang"); },
                         [&](const base::Result<int>& result) {
                             if (!result)
                                 code = result.error().code;
                         });
        QTRY_VERIFY(code);
        QVERIFY(*code == base::ErrorCode::Internal);
    }

    void savedIsSaidOnlyAfterCommit()
    {
        ProjectWorker worker;
        openNew(worker);
        std::promise<void> started, gate;
        worker.write([&started, open = gate.get_future().share()](ProjectSlot&) -> base::Status {
            started.set_value();
            open.wait();
            return {};
        });
        started.get_future().wait(); // from here on the thread of the worker is held
        worker.commit(1, reviewOf(0, annotation::ReviewState::Accepted));
        QCoreApplication::processEvents();
        QCOMPARE(worker.waiting(), 2);
        QCOMPARE(reviewOnDisk(0), int(annotation::ReviewState::ToDo));
        gate.set_value();
        QTRY_COMPARE(worker.waiting(), 0);
        QCOMPARE(reviewOnDisk(0), int(annotation::ReviewState::Accepted));
    }

    void editsThatWaitTogetherAreOneTransactionAndAllArrive()
    {
        ProjectWorker worker;
        openNew(worker);
        std::promise<void> gate;
        worker.write([open = gate.get_future().share()](ProjectSlot&) -> base::Status {
            open.wait();
            return {};
        });
        for (int frame = 0; frame < 4; ++frame)
            worker.commit(1, reviewOf(frame, annotation::ReviewState::Corrected));
        QSignalSpy changed(&worker, &ProjectWorker::changed);
        gate.set_value();
        QTRY_COMPARE(worker.waiting(), 0);
        QCOMPARE(changed.count(), 2); // the gate and the four edits
        for (int frame = 0; frame < 4; ++frame)
            QCOMPARE(reviewOnDisk(frame), int(annotation::ReviewState::Corrected));
    }

    void whatCannotBeWrittenIsKeptAndTriedAgain()
    {
        ProjectWorker worker;
        openNew(worker);
        worker.setRetryDelay(std::chrono::milliseconds(10));
        std::atomic<bool> full = true;
        std::atomic<int> tries = 0;
        worker.write([&](ProjectSlot&) -> base::Status {
            ++tries;
            return full ? refuse() : base::Status();
        });
        worker.commit(1, reviewOf(2, annotation::ReviewState::Rejected));
        QTRY_VERIFY(worker.failure() && tries > 3);
        QCOMPARE(worker.waiting(), 2);
        QCOMPARE(QString::fromStdString(worker.failure()->message), QStringLiteral("The drive is full."));
        QCOMPARE(reviewOnDisk(2), int(annotation::ReviewState::ToDo));
        full = false;
        QTRY_COMPARE(worker.waiting(), 0);
        QVERIFY(!worker.failure());
        QCOMPARE(reviewOnDisk(2), int(annotation::ReviewState::Rejected));
    }

    void readingWorksWhileNothingCanBeWritten()
    {
        ProjectWorker worker;
        openNew(worker);
        worker.write([](ProjectSlot&) { return refuse(); });
        QTRY_VERIFY(worker.failure());
        std::optional<int> frames;
        worker.read<int>([](ProjectSlot& slot) -> base::Result<int> { return slot.current->stacks()->front().frames; },
                         [&](const base::Result<int>& read) { frames = *read; });
        QTRY_VERIFY(frames);
        QCOMPARE(*frames, 4);
        worker.dropWrites();
        QCOMPARE(worker.waiting(), 0);
        QVERIFY(!worker.failure());
    }

    void aStackIsNotReadBeforeItsOwnEditsAreWritten()
    {
        ProjectWorker worker;
        openNew(worker);
        worker.setRetryDelay(std::chrono::milliseconds(10));
        std::atomic<bool> full = true;
        worker.write([&](ProjectSlot&) { return full ? refuse() : base::Status(); });
        worker.commit(1, reviewOf(2, annotation::ReviewState::Rejected));
        QTRY_VERIFY(worker.failure());
        std::optional<int> review;
        const auto note = [&](const base::Result<int>& read) { review = read.value_or(-1); };
        worker.read<int>(&ProjectWorkerTest::reviewOfThirdFrame, note, project::StackKey(1));
        // Others need not wait: they come after it and are there before.
        std::optional<int> ofAnother;
        worker.read<int>([](ProjectSlot&) -> base::Result<int> { return 7; },
                         [&](const base::Result<int>& read) { ofAnother = *read; }, project::StackKey(2));
        QTRY_VERIFY(ofAnother);
        QVERIFY(!review);
        full = false;
        QTRY_VERIFY(review);
        QCOMPARE(*review, int(annotation::ReviewState::Rejected));
    }

    void givingUpEditsLetsTheirStackBeRead()
    {
        ProjectWorker worker;
        openNew(worker);
        worker.setRetryDelay(std::chrono::hours(1));
        worker.write([](ProjectSlot&) { return refuse(); });
        worker.commit(1, reviewOf(2, annotation::ReviewState::Rejected));
        QTRY_VERIFY(worker.failure());
        std::optional<int> review;
        worker.read<int>(&ProjectWorkerTest::reviewOfThirdFrame,
                         [&](const base::Result<int>& read) { review = read.value_or(-1); }, project::StackKey(1));
        worker.dropWrites();
        QTRY_VERIFY(review);
        QCOMPARE(*review, int(annotation::ReviewState::ToDo));
    }

    void nothingIsReadAcrossABarrierThatWaits()
    {
        ProjectWorker worker;
        std::atomic<bool> full = true;
        worker.setRetryDelay(std::chrono::milliseconds(10));
        worker.write([&](ProjectSlot&) { return full ? refuse() : base::Status(); });
        bool swapped = false;
        worker.write(
            [&](ProjectSlot&) -> base::Status {
                swapped = true;
                return {};
            },
            {}, true);
        std::optional<bool> seen;
        worker.read<bool>([&](ProjectSlot&) -> base::Result<bool> { return swapped; },
                          [&](const base::Result<bool>& read) { seen = *read; });
        QTRY_VERIFY(worker.failure());
        QVERIFY(!seen);
        full = false;
        QTRY_VERIFY(seen);
        QVERIFY(*seen);
    }

    void theEndWritesWhatWaits()
    {
        {
            ProjectWorker worker;
            openNew(worker);
            std::promise<void> gate;
            worker.write([open = gate.get_future().share()](ProjectSlot&) -> base::Status {
                open.wait();
                return {};
            });
            for (int frame = 0; frame < 4; ++frame)
                worker.commit(1, reviewOf(frame, annotation::ReviewState::Accepted));
            gate.set_value();
        }
        for (int frame = 0; frame < 4; ++frame)
            QCOMPARE(reviewOnDisk(frame), int(annotation::ReviewState::Accepted));
    }

    void aProjectThatCannotBeRenewedIsAFailureUntilItCan()
    {
        ProjectWorker worker;
        worker.write([file = m_file](ProjectSlot& slot) -> base::Status {
            project::ProjectOptions options = fixtures::options();
            options.networkDrive = true;
            auto made = project::Project::create(file, options);
            if (!made)
                return tl::unexpected(made.error());
            slot.current = std::move(*made);
            return {};
        });
        QTRY_COMPARE(worker.waiting(), 0);
        QVERIFY(!worker.failure());
        const auto owner = project::OwnerFile::pathFor(m_file);
        std::filesystem::rename(owner, m_file.parent_path() / "away");
        worker.retry();
        QTRY_VERIFY(worker.failure());
        QCOMPARE(int(worker.failure()->code), int(base::ErrorCode::Io));
        QCOMPARE(worker.waiting(), 0);
        std::filesystem::rename(m_file.parent_path() / "away", owner);
        worker.retry();
        QTRY_VERIFY(!worker.failure());
    }

    void anExceptionIsAFailureAndNotTheEnd()
    {
        ProjectWorker worker;
        worker.write([](ProjectSlot&) -> base::Status { throw std::runtime_error("out of the blue"); });
        QTRY_VERIFY(worker.failure());
        QCOMPARE(int(worker.failure()->code), int(base::ErrorCode::Internal));
        worker.dropWrites();
    }

private:
    void openNew(ProjectWorker& worker)
    {
        worker.write([file = m_file](ProjectSlot& slot) -> base::Status {
            auto made = project::Project::create(file, fixtures::options());
            if (!made)
                return tl::unexpected(made.error());
            slot.current = std::move(*made);
            slot.keys[1] = *slot.current->addStack(fixtures::stackOf(4, 60));
            return {};
        });
        QTRY_COMPARE(worker.waiting(), 0);
    }

    static base::Result<int> reviewOfThirdFrame(ProjectSlot& slot)
    {
        const auto document = slot.current->readDocument(1);
        if (!document)
            return tl::unexpected(document.error());
        return int(document->frames[2].review);
    }

    /// As another program sees it.
    int reviewOnDisk(int frame) const
    {
        project::ProjectOptions options = fixtures::options();
        options.readOnly = true;
        const auto opened = project::Project::open(m_file, options);
        if (!opened)
            return -1;
        const auto document = (*opened)->readDocument((*opened)->stacks()->front().key);
        return document ? int(document->frames[std::size_t(frame)].review) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_GUILESS_MAIN(ProjectWorkerTest)
#include "tst_project_worker.moc"

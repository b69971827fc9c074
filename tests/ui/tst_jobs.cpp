// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <future>
#include <stdexcept>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "ui/jobs/job.h"
#include "ui/jobs/segmentation_queue.h"

using namespace blastoscope;
using namespace blastoscope::ui;

Q_DECLARE_METATYPE(blastoscope::base::Error)
Q_DECLARE_METATYPE(blastoscope::ui::SegmentationSummary)

namespace {

SegmentationTask taskOf(std::vector<int> times, int stack = 1, int broken = -1)
{
    SegmentationTask task;
    task.stack = stack;
    task.name = QStringLiteral("stack");
    task.images = std::make_shared<MemoryStack>(100, broken);
    task.times = std::move(times);
    return task;
}

} // namespace

class JobsTest : public QObject {
    Q_OBJECT

private slots:
    void aResultComesBackOnTheOwnersThread()
    {
        QThread* worker = nullptr;
        Job<int> job(QStringLiteral("counting"), [&](const auto&, const auto&) -> base::Result<int> {
            worker = QThread::currentThread();
            return 42;
        });
        int result = 0;
        QThread* receiver = nullptr;
        job.onSuccess([&](int value) {
            result = value;
            receiver = QThread::currentThread();
        });
        QSignalSpy finished(&job, &JobBase::finished);
        job.start();
        QVERIFY(job.isRunning());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(result, 42);
        QCOMPARE(receiver, thread());
        QVERIFY(worker != thread());
        QVERIFY(!job.isRunning());
    }

    void failuresAndExceptionsAreErrors()
    {
        QList<base::ErrorCode> codes;
        const auto collect = [&codes](const base::Error& error) { codes.append(error.code); };
        Job<int> fails({}, [](const auto&, const auto&) -> base::Result<int> {
            return base::fail(base::ErrorCode::NotFound, "gone");
        });
        Job<int> throws({}, [](const auto&, const auto&) -> base::Result<int> { throw std::runtime_error("bang"); });
        connect(&fails, &JobBase::failed, this, collect);
        connect(&throws, &JobBase::failed, this, collect);
        fails.start();
        QTRY_COMPARE(codes.size(), 1);
        throws.start();
        QTRY_COMPARE(codes.size(), 2);
        QCOMPARE(codes, (QList<base::ErrorCode>{base::ErrorCode::NotFound, base::ErrorCode::Internal}));
    }

    void theDestructorCancelsAndWaits()
    {
        std::atomic<bool> ended = false;
        {
            std::atomic<bool> running = false;
            Job<void> job({}, [&](const base::CancellationToken& cancel, const auto&) -> base::Status {
                running = true;
                while (!cancel.isCancelled())
                    QThread::msleep(1);
                ended = true;
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            });
            job.start();
            QTRY_VERIFY(running);
        }
        QVERIFY(ended);
    }

    void anAbandonedJobIsNeitherWaitedForNorHeard()
    {
        std::atomic<bool> mayEnd = false, ended = false;
        bool heard = false;
        auto job = std::make_unique<Job<int>>(QString(), [&](const auto&, const auto&) -> base::Result<int> {
            while (!mayEnd)
                QThread::msleep(1);
            ended = true;
            return 1;
        });
        job->onSuccess([&](int) { heard = true; });
        connect(job.get(), &JobBase::finished, this, [&] { heard = true; });
        job->start();
        const QPointer<JobBase> watched = job.get();
        QObject keeper;
        JobBase::abandon(std::move(job), &keeper);
        QVERIFY(watched && !ended); // this thread went on
        mayEnd = true;
        QTRY_VERIFY(!watched);
        QVERIFY(ended);
        QVERIFY(!heard);
    }

    void theKeeperOfAnAbandonedJobWaits()
    {
        std::atomic<bool> ended = false;
        {
            QObject keeper;
            std::atomic<bool> running = false;
            auto job = std::make_unique<Job<void>>(
                QString(), [&](const base::CancellationToken& cancel, const auto&) -> base::Status {
                    running = true;
                    while (!cancel.isCancelled())
                        QThread::msleep(1);
                    ended = true;
                    return {};
                });
            job->start();
            QTRY_VERIFY(running);
            JobBase::abandon(std::move(job), &keeper);
        }
        QVERIFY(ended);
    }

    void aJobMayBeAbandonedByItsOwnSignal()
    {
        QObject keeper;
        auto job = std::make_unique<Job<void>>(QString(), [](const auto&, const auto&) -> base::Status {
            return base::fail(base::ErrorCode::NotFound, "gone");
        });
        const QPointer<JobBase> watched = job.get();
        connect(job.get(), &JobBase::failed, this, [&] { JobBase::abandon(std::move(job), &keeper); });
        job->start();
        QTRY_VERIFY(!watched);
        JobBase::abandon(nullptr, &keeper);
    }

    void cancellingIsNoFailure()
    {
        Job<void> job({}, [](const base::CancellationToken& cancel, const auto&) -> base::Status {
            while (!cancel.isCancelled())
                QThread::msleep(1);
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        });
        QSignalSpy cancelled(&job, &JobBase::cancelled);
        QSignalSpy failed(&job, &JobBase::failed);
        job.start();
        job.cancel();
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void progressIsThinnedOutButEndsAtTheEnd()
    {
        Job<void> job({}, [](const auto&, const base::ProgressCallback& progress) -> base::Status {
            for (int i = 1; i <= 1000; ++i)
                progress({i, 1000, {}});
            return {};
        });
        int count = 0;
        std::int64_t last = 0;
        connect(&job, &JobBase::progressed, this, [&](const base::Progress& progress) {
            ++count;
            last = progress.done;
        });
        QSignalSpy finished(&job, &JobBase::finished);
        job.start();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(count < 100);
        QCOMPARE(last, std::int64_t(1000));
    }

    void framesArriveOneByOne()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QList<int> times;
        int cells = 0;
        connect(&queue, &SegmentationQueue::frameSegmented, this,
                [&](const SegmentationTask&, int time, const annotation::SegmentedFrame& frame) {
                    times.append(time);
                    cells += int(frame.instances.size());
                });
        SegmentationProgress last;
        connect(&queue, &SegmentationQueue::progressed, this, [&](const SegmentationProgress& p) { last = p; });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({3, 4, 5}));
        QVERIFY(queue.isBusy());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(times, (QList<int>{3, 4, 5}));
        QCOMPARE(cells, 6);
        QCOMPARE(last.done, 3);
        QCOMPARE(last.total, 3);
        QCOMPARE(last.secondsLeft.value_or(-1), 0.0);
        QVERIFY(!queue.isBusy());
    }

    void anotherDeviceInMidRunIsTold()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->otherDeviceAt = 1;
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QStringList reasons;
        connect(&queue, &SegmentationQueue::deviceChanged, this, [&](const inference::DeviceInfo& device) {
            reasons.append(QString::fromStdString(device.reason));
        });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2}));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(reasons, QStringList{"the memory of the other one ran out"});
    }

    void aSingleFrameOvertakesAStack()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->delay = std::chrono::milliseconds(20);
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QList<int> times;
        connect(&queue, &SegmentationQueue::frameSegmented, this,
                [&](const SegmentationTask&, int time, const auto&) { times.append(time); });
        queue.enqueue(taskOf({0, 1, 2, 3, 4, 5, 6, 7}));
        QTRY_VERIFY(behaviour->calls > 0);
        queue.enqueue(taskOf({50}));
        QTRY_COMPARE(times.size(), 9);
        QVERIFY(times.indexOf(50) < 4);
    }

    void cancelKeepsWhatIsFinished()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->delay = std::chrono::milliseconds(15);
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        SegmentationSummary summary;
        connect(&queue, &SegmentationQueue::finished, this, [&](const SegmentationSummary& s) { summary = s; });
        QSignalSpy segmented(&queue, &SegmentationQueue::frameSegmented);
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        std::vector<int> times(100);
        for (int i = 0; i < 100; ++i)
            times[std::size_t(i)] = i;
        queue.enqueue(taskOf(times));
        QTRY_VERIFY(segmented.count() >= 2);
        queue.cancel();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(summary.cancelled);
        QCOMPARE(summary.segmented, int(segmented.count()));
        QVERIFY(summary.segmented < 100);
        QCOMPARE(summary.failed, 0);
    }

    void closingAStackLeavesTheOthers()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->delay = std::chrono::milliseconds(10);
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QList<int> stacks;
        connect(&queue, &SegmentationQueue::frameSegmented, this,
                [&](const SegmentationTask& task, int, const auto&) { stacks.append(task.stack); });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1));
        queue.enqueue(taskOf({0, 1}, 2));
        QTRY_VERIFY(!stacks.isEmpty());
        queue.cancelStack(1);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(stacks.count(2), qsizetype(2));
        QVERIFY(stacks.count(1) < 10);
    }

    void closingTheOnlyStackWhileTheModelLoadsEndsTheRun()
    {
        std::atomic<bool> loading = false;
        SegmentationQueue queue;
        std::promise<void> gate;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        queue.setLoader([behaviour, &loading, open = gate.get_future().share()] {
            loading = true;
            open.wait();
            return std::make_unique<FakeSegmenter>(behaviour);
        });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2}, 1));
        QTRY_VERIFY(loading);
        queue.cancelStack(1);
        QVERIFY(queue.isBusy());
        gate.set_value();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!queue.isBusy());
        QCOMPARE(behaviour->calls.load(), 0);
        queue.enqueue(taskOf({0}, 2)); // and the next one is announced as ever
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(!queue.isBusy());
    }

    void cancellingAtOnceEndsTheRun()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QSignalSpy started(&queue, &SegmentationQueue::started);
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        for (int i = 1; i <= 20; ++i) { // the thread may not even have noticed that there was something to do
            queue.enqueue(taskOf({0, 1, 2}, i));
            if (i % 2)
                queue.cancel();
            else
                queue.cancelStack(i);
            QTRY_COMPARE(finished.count(), i);
            QVERIFY(!queue.isBusy());
        }
        QCOMPARE(started.count(), 20);
    }

    void whatIsBegunAfterCancellingCountsFromTheStart()
    {
        std::atomic<bool> loading = false;
        SegmentationQueue queue;
        std::promise<void> gate;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        queue.setLoader([behaviour, &loading, open = gate.get_future().share()] {
            loading = true;
            open.wait();
            return std::make_unique<FakeSegmenter>(behaviour);
        });
        QList<SegmentationProgress> progress;
        connect(&queue, &SegmentationQueue::progressed, this, [&](const SegmentationProgress& p) { progress << p; });
        SegmentationSummary summary;
        connect(&queue, &SegmentationQueue::finished, this, [&](const SegmentationSummary& s) { summary = s; });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2, 3}));
        QTRY_VERIFY(loading);
        queue.cancel();
        queue.enqueue(taskOf({4, 5, 6}));
        gate.set_value();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(progress.size(), qsizetype(3));
        QCOMPARE(progress.front().done, 1);
        QCOMPARE(progress.front().total, 3);
        QCOMPARE(summary.segmented, 3);
        QVERIFY(!summary.cancelled);
    }

    void theFrameInWorkWhileCancellingIsNotCountedForTheNextRun()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        behaviour->delay = std::chrono::hours(1); // until it is cancelled
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        QList<SegmentationProgress> progress;
        connect(&queue, &SegmentationQueue::progressed, this, [&](const SegmentationProgress& p) { progress << p; });
        SegmentationSummary summary;
        connect(&queue, &SegmentationQueue::finished, this, [&](const SegmentationSummary& s) { summary = s; });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2, 3}));
        QTRY_COMPARE(behaviour->calls.load(), 1);
        queue.cancel();
        queue.setLoader([quick = std::make_shared<FakeSegmenter::Behaviour>()] {
            return std::make_unique<FakeSegmenter>(quick);
        });
        queue.enqueue(taskOf({4, 5}));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(summary.segmented, 2);
        QCOMPARE(summary.failed, 0);
        QVERIFY(!summary.cancelled);
        QCOMPARE(progress.size(), qsizetype(2));
        QCOMPARE(progress.back().done, 2);
        QCOMPARE(progress.back().total, 2);
    }

    void aBrokenFrameDoesNotStopTheRun()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        queue.setLoader([behaviour] { return std::make_unique<FakeSegmenter>(behaviour); });
        SegmentationSummary summary;
        connect(&queue, &SegmentationQueue::finished, this, [&](const SegmentationSummary& s) { summary = s; });
        QSignalSpy failed(&queue, &SegmentationQueue::frameFailed);
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2}, 1, 1));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(summary.segmented, 2);
        QCOMPARE(summary.failed, 1);
    }

    void aModelThatCannotBeLoadedEndsTheRunWithItsMessage()
    {
        SegmentationQueue queue;
        queue.setLoader([]() -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return base::fail(base::ErrorCode::Corrupt, "The weights are damaged.");
        });
        QString message;
        connect(&queue, &SegmentationQueue::modelFailed, this,
                [&](const base::Error& error) { message = QString::fromStdString(error.message); });
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0, 1, 2}));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(message, QStringLiteral("The weights are damaged."));
        QVERIFY(!queue.isBusy());
    }

    void theModelIsLoadedOnceAndAgainWhenItChanges()
    {
        SegmentationQueue queue;
        auto behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        std::atomic<int> loads = 0;
        const auto loader = [behaviour, &loads] {
            ++loads;
            return std::make_unique<FakeSegmenter>(behaviour);
        };
        queue.setLoader(loader);
        queue.loadModel();
        QSignalSpy finished(&queue, &SegmentationQueue::finished);
        queue.enqueue(taskOf({0}));
        QTRY_COMPARE(finished.count(), 1);
        queue.enqueue(taskOf({1}));
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(loads.load(), 1);
        queue.setLoader(loader);
        queue.enqueue(taskOf({2}));
        QTRY_COMPARE(finished.count(), 3);
        QCOMPARE(loads.load(), 2);
    }
};

QTEST_MAIN(JobsTest)
#include "tst_jobs.moc"

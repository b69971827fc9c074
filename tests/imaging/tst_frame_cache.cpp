// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <condition_variable>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include <QtTest>

#include "core/imaging/frame_cache.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using base::ErrorCode;

namespace {

constexpr int kTimes = 100;
constexpr std::size_t kFrameBytes = 100;

/// Frames of 100 bytes that count how often they are decoded; frame 13 is broken; decoding can be held up.
class CountingStack final : public ImageStack {
public:
    CountingStack() { m_info.times = kTimes; }
    const StackInfo& info() const override { return m_info; }
    std::string frameName(const FrameIndex&) const override { return {}; }

    base::Result<base::Image> read(const FrameIndex& index) const override
    {
        std::unique_lock lock(m_mutex);
        ++m_reads[index.time];
        ++m_started;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_held; });
        if (index.time == 13)
            return base::fail(ErrorCode::Corrupt, "broken");
        return tests::gradient(10, 10, index.time);
    }

    int reads(int time) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_reads[time];
    }
    void hold()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = true;
        m_started = 0;
    }
    void waitForStarted(int count) const
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_started >= count; });
    }
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = false;
        m_changed.notify_all();
    }

private:
    StackInfo m_info;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    mutable std::map<int, int> m_reads;
    mutable int m_started = 0;
    bool m_held = false;
};

FrameCacheOptions withoutReadAhead(std::size_t frames)
{
    return {frames * kFrameBytes, 0};
}

/// The answer to a request; waits for it.
base::Result<FrameCache::Frame> wanted(FrameCache& cache, int time)
{
    const auto promise = std::make_shared<std::promise<base::Result<FrameCache::Frame>>>();
    auto answer = promise->get_future();
    cache.request({time, 0, 0}, [promise](const FrameIndex&, const auto& frame) { promise->set_value(frame); });
    return answer.get();
}

} // namespace

class TestFrameCache : public QObject {
    Q_OBJECT

    std::shared_ptr<CountingStack> m_stack;

private slots:
    void init() { m_stack = std::make_shared<CountingStack>(); }

    void aKeptFrameIsNotDecodedAgain()
    {
        FrameCache cache(m_stack, withoutReadAhead(10));
        const auto first = wanted(cache, 4);
        const auto second = wanted(cache, 4);
        QVERIFY(first.has_value() && second.has_value());
        QCOMPARE(first->get(), second->get());
        QCOMPARE(m_stack->reads(4), 1);
    }

    void theLeastRecentlyUsedFrameGoesFirst()
    {
        FrameCache cache(m_stack, withoutReadAhead(3));
        for (const int t : {0, 1, 2, 0, 3})
            QVERIFY(wanted(cache, t).has_value());
        for (const int t : {0, 2, 3, 1})
            QVERIFY(wanted(cache, t).has_value());
        QCOMPARE(m_stack->reads(0), 1);
        QCOMPARE(m_stack->reads(1), 2); // it had to make room for 3
        QCOMPARE(m_stack->reads(2), 1);
    }

    void theBoundHoldsForBytes()
    {
        FrameCache cache(m_stack, {5 * kFrameBytes + 1, 0});
        for (int t = 20; t < kTimes; ++t)
            QVERIFY(wanted(cache, t).has_value());
        for (int t = kTimes - 5; t < kTimes; ++t)
            QVERIFY(wanted(cache, t).has_value());
        QCOMPARE(m_stack->reads(kTimes - 5), 1);
        QVERIFY(wanted(cache, kTimes - 6).has_value());
        QCOMPARE(m_stack->reads(kTimes - 6), 2); // a sixth frame does not fit
    }

    void aFrameLargerThanTheBoundIsReturnedButNotKept()
    {
        FrameCache cache(m_stack, {kFrameBytes - 1, 8});
        QVERIFY(wanted(cache, 0).has_value());
        QVERIFY(wanted(cache, 0).has_value());
        QCOMPARE(m_stack->reads(0), 2);
        QCOMPARE(m_stack->reads(1), 0);
    }

    void aBrokenFrameIsAnErrorOfItself()
    {
        FrameCache cache(m_stack, withoutReadAhead(10));
        const auto broken = wanted(cache, 13);
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().code, ErrorCode::Corrupt);
        QVERIFY(wanted(cache, 14).has_value());
        QVERIFY(!wanted(cache, 13).has_value());
        QCOMPARE(m_stack->reads(13), 2); // it is not kept
    }

    void readAheadFollowsTheDirectionOfTravel()
    {
        FrameCache cache(m_stack, {50 * kFrameBytes, 4});
        QVERIFY(wanted(cache, 50).has_value());
        QTRY_COMPARE(m_stack->reads(54), 1);
        QCOMPARE(m_stack->reads(49), 0);
        QVERIFY(wanted(cache, 49).has_value());
        QTRY_COMPARE(m_stack->reads(45), 1);
        QCOMPARE(m_stack->reads(44), 0);
        QCOMPARE(m_stack->reads(55), 0);
        for (int t = 45; t <= 54; ++t)
            QCOMPARE(m_stack->reads(t), 1);
    }

    void readAheadStaysWithinTheStackAndHalfTheStore()
    {
        FrameCache cache(m_stack, {10 * kFrameBytes, 50});
        QVERIFY(wanted(cache, 97).has_value());
        QTRY_COMPARE(m_stack->reads(99), 1);
        QVERIFY(wanted(cache, 20).has_value());
        QVERIFY(wanted(cache, 21).has_value());
        QTRY_COMPARE(m_stack->reads(26), 1);
        QVERIFY(wanted(cache, 21).has_value());
        QCOMPARE(m_stack->reads(27), 0);
        QCOMPARE(m_stack->reads(21), 1); // what was read ahead did not push it out
    }

    void aRequestIsAnsweredOnTheWorkerThread()
    {
        FrameCache cache(m_stack, withoutReadAhead(10));
        std::promise<std::pair<std::thread::id, bool>> promise;
        auto answer = promise.get_future();
        cache.request({7, 0, 0}, [&](const FrameIndex& index, const base::Result<FrameCache::Frame>& frame) {
            promise.set_value({std::this_thread::get_id(), index.time == 7 && frame.has_value()});
        });
        const auto [thread, good] = answer.get();
        QVERIFY(good);
        QVERIFY(thread != std::this_thread::get_id());
    }

    void theNewestRequestComesFirst()
    {
        FrameCache cache(m_stack, withoutReadAhead(10));
        std::mutex mutex;
        std::vector<int> order;
        const auto note = [&](const FrameIndex& index, const base::Result<FrameCache::Frame>&) {
            const std::scoped_lock lock(mutex);
            order.push_back(index.time);
        };
        m_stack->hold();
        cache.request({1, 0, 0}, note);
        m_stack->waitForStarted(1);
        for (const int t : {2, 3, 4})
            cache.request({t, 0, 0}, note);
        m_stack->release();
        const auto answered = [&] {
            const std::scoped_lock lock(mutex);
            return order.size();
        };
        QTRY_COMPARE(answered(), std::size_t(4));
        QVERIFY(order == (std::vector<int>{1, 4, 3, 2}));
    }

    void requestsThatWaitAtTheEndAreAnsweredAsCancelled()
    {
        std::atomic<int> cancelled = 0;
        std::atomic<int> delivered = 0;
        const auto count = [&](const FrameIndex&, const base::Result<FrameCache::Frame>& frame) {
            ++(frame ? delivered : cancelled);
            if (!frame)
                QCOMPARE(frame.error().code, ErrorCode::Cancelled);
        };
        {
            FrameCache cache(m_stack, withoutReadAhead(10));
            m_stack->hold();
            cache.request({1, 0, 0}, count);
            m_stack->waitForStarted(1);
            cache.request({2, 0, 0}, count);
            m_stack->release();
            // The destructor lets the frame in work finish; the other request may go either way.
        }
        QCOMPARE(cancelled + delivered, 2);
        QVERIFY(delivered >= 1);
        QCOMPARE(m_stack->reads(2), delivered - 1);
    }

    void theSameFrameIsDecodedOnceForSeveralThreads()
    {
        FrameCache cache(m_stack, withoutReadAhead(10));
        m_stack->hold();
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { good += wanted(cache, 5).has_value(); });
        m_stack->waitForStarted(1);
        m_stack->release();
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good.load(), 4);
        QCOMPARE(m_stack->reads(5), 1);
    }

    void manyThreadsGetTheRightFrames()
    {
        FrameCache cache(m_stack, {20 * kFrameBytes, 4});
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] {
                for (int k = 0; k < 300; ++k) {
                    const int t = (k * (2 * i + 1) + 7 * i) % kTimes;
                    const auto frame = wanted(cache, t);
                    const bool expected = t == 13 ? !frame.has_value()
                                                  : frame && tests::equalPixels(**frame, tests::gradient(10, 10, t));
                    wrong += !expected;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFrameCache)
#include "tst_frame_cache.moc"

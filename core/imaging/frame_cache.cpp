// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/frame_cache.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/imaging/frame_store.h"

namespace blastoscope::imaging {

using Frame = FrameCache::Frame;
using FrameResult = base::Result<Frame>;

struct FrameCache::Impl {
    struct Request {
        FrameIndex index;
        Callback callback;
    };

    Impl(std::shared_ptr<const ImageStack> stack, const FrameCacheOptions& options)
        : stack(std::move(stack)), readAhead(options.readAhead), store(options.maxBytes)
    {
    }

    /// The frame from the store, from a thread that is decoding it, or decoded here. `wanted` by a caller, or read
    /// ahead.
    FrameResult load(const FrameIndex& index, bool wanted);
    FrameResult decode(const FrameIndex& index) const;
    void planReadAhead(const FrameIndex& index, std::size_t frameBytes);
    void work();

    const std::shared_ptr<const ImageStack> stack;
    const int readAhead;

    mutable std::mutex mutex; ///< guards everything below
    std::condition_variable wake;
    FrameStore store;
    std::map<FrameIndex, std::shared_future<FrameResult>> inWork;
    std::deque<Request> requests; ///< newest first
    std::deque<FrameIndex> ahead;
    std::optional<FrameIndex> last; ///< the frame wanted last
    int direction = 1;              ///< of travel along time
    Statistics counts;
    bool stopping = false;
    std::thread worker;
};

FrameResult FrameCache::Impl::decode(const FrameIndex& index) const
{
    try {
        auto image = stack->read(index);
        if (!image)
            return tl::unexpected(image.error());
        return std::make_shared<const base::Image>(std::move(*image));
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for the frame.");
    }
}

FrameResult FrameCache::Impl::load(const FrameIndex& index, bool wanted)
{
    std::promise<FrameResult> promise;
    {
        std::unique_lock lock(mutex);
        if (Frame kept = store.take(index)) {
            counts.hits += wanted;
            return kept;
        }
        counts.misses += wanted;
        if (const auto found = inWork.find(index); found != inWork.end()) {
            const std::shared_future<FrameResult> future = found->second;
            lock.unlock();
            return future.get();
        }
        inWork.emplace(index, promise.get_future().share());
    }
    FrameResult frame = decode(index);
    {
        const std::scoped_lock lock(mutex);
        if (frame)
            store.put(index, *frame);
        inWork.erase(index);
    }
    promise.set_value(frame);
    return frame;
}

void FrameCache::Impl::planReadAhead(const FrameIndex& index, std::size_t frameBytes)
{
    const std::scoped_lock lock(mutex);
    if (last && index.time != last->time)
        direction = index.time > last->time ? 1 : -1;
    last = index;
    ahead.clear();
    // What is read ahead must not push out what was just looked at.
    const std::size_t room = frameBytes > 0 ? store.maxBytes() / 2 / frameBytes : 0;
    const int count = int(std::min(room, std::size_t(std::max(readAhead, 0))));
    for (int i = 1; i <= count; ++i) {
        const FrameIndex next{index.time + i * direction, index.plane, index.channel};
        if (contains(stack->info(), next) && !store.has(next))
            ahead.push_back(next);
    }
    if (!ahead.empty())
        wake.notify_one();
}

void FrameCache::Impl::work()
{
    std::unique_lock lock(mutex);
    while (true) {
        wake.wait(lock, [this] { return stopping || !requests.empty() || !ahead.empty(); });
        if (stopping)
            return;
        if (!requests.empty()) {
            const Request request = std::move(requests.front());
            requests.pop_front();
            lock.unlock();
            const FrameResult frame = load(request.index, true);
            request.callback(request.index, frame);
            planReadAhead(request.index, frame ? (*frame)->bytes.size() : 0);
        } else {
            const FrameIndex next = ahead.front();
            ahead.pop_front();
            lock.unlock();
            load(next, false);
        }
        lock.lock();
    }
}

FrameCache::FrameCache(std::shared_ptr<const ImageStack> stack, FrameCacheOptions options)
    : m_impl(std::make_unique<Impl>(std::move(stack), options))
{
    m_impl->worker = std::thread([impl = m_impl.get()] { impl->work(); });
}

FrameCache::~FrameCache()
{
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->stopping = true;
        m_impl->wake.notify_one();
    }
    m_impl->worker.join();
    const FrameResult answer = base::fail(base::ErrorCode::Cancelled, "The frame is no longer wanted.");
    for (const Impl::Request& request : m_impl->requests)
        request.callback(request.index, answer);
}

base::Result<Frame> FrameCache::get(const FrameIndex& index)
{
    FrameResult frame = m_impl->load(index, true);
    m_impl->planReadAhead(index, frame ? (*frame)->bytes.size() : 0);
    return frame;
}

Frame FrameCache::peek(const FrameIndex& index) const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->store.take(index);
}

void FrameCache::request(const FrameIndex& index, Callback callback)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->requests.push_front({index, std::move(callback)});
    m_impl->wake.notify_one();
}

FrameCache::Statistics FrameCache::statistics() const
{
    const std::scoped_lock lock(m_impl->mutex);
    Statistics statistics = m_impl->counts;
    statistics.bytes = m_impl->store.bytes();
    statistics.frames = m_impl->store.size();
    return statistics;
}

} // namespace blastoscope::imaging

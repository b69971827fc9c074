// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/frame_cache.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

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

    /// The frame from the store, or decoded.
    FrameResult load(const FrameIndex& index);
    FrameResult decode(const FrameIndex& index) const;
    void planReadAhead(const FrameIndex& index, std::size_t frameBytes);
    void work();

    const std::shared_ptr<const ImageStack> stack;
    const int readAhead;

    std::mutex mutex; ///< guards `requests` and `stopping`
    std::condition_variable wake;
    std::deque<Request> requests; ///< newest first
    bool stopping = false;

    // The worker's own.
    FrameStore store;
    std::deque<FrameIndex> ahead;
    std::optional<FrameIndex> last; ///< the frame wanted last
    int direction = 1;              ///< of travel along time

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

FrameResult FrameCache::Impl::load(const FrameIndex& index)
{
    if (Frame kept = store.take(index))
        return kept;
    FrameResult frame = decode(index);
    if (frame)
        store.put(index, *frame);
    return frame;
}

void FrameCache::Impl::planReadAhead(const FrameIndex& index, std::size_t frameBytes)
{
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
            const FrameResult frame = load(request.index);
            request.callback(request.index, frame);
            planReadAhead(request.index, frame ? (*frame)->bytes.size() : 0);
        } else {
            const FrameIndex next = ahead.front();
            ahead.pop_front();
            lock.unlock();
            load(next);
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

void FrameCache::request(const FrameIndex& index, Callback callback)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->requests.push_front({index, std::move(callback)});
    m_impl->wake.notify_one();
}

} // namespace blastoscope::imaging

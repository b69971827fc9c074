// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace blastoscope::nn {

/// Makes the batches of coming steps on a thread of its own. Steps must be taken in ascending order without gaps from
/// the first one asked for.
template<typename Batch>
class Prefetcher {
public:
    using Producer = std::function<Batch(std::int64_t step)>;

    explicit Prefetcher(Producer producer, std::size_t depth = 3) : m_producer(std::move(producer)), m_depth(depth) {}
    ~Prefetcher() { stop(); }
    Prefetcher(const Prefetcher&) = delete;
    Prefetcher& operator=(const Prefetcher&) = delete;

    /// The batch of `step`; waits for it. Rethrows what the producer threw.
    Batch take(std::int64_t step)
    {
        if (!m_thread.joinable() || step != m_nextToTake)
            restart(step);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_failure; });
        if (m_ready.empty())
            std::rethrow_exception(m_failure);
        Batch batch = std::move(m_ready.front());
        m_ready.pop_front();
        ++m_nextToTake;
        m_changed.notify_all();
        return batch;
    }

private:
    void restart(std::int64_t step)
    {
        stop();
        m_ready.clear();
        m_failure = nullptr;
        m_stop = false;
        m_nextToTake = step;
        m_thread = std::thread([this, step] { run(step); });
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

    void run(std::int64_t step)
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_stop || m_ready.size() < m_depth; });
            if (m_stop)
                return;
            lock.unlock();
            try {
                Batch batch = m_producer(step++);
                lock.lock();
                m_ready.push_back(std::move(batch));
            } catch (...) {
                lock.lock();
                m_failure = std::current_exception();
                m_changed.notify_all();
                return;
            }
            m_changed.notify_all();
        }
    }

    Producer m_producer;
    std::size_t m_depth;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_ready;
    std::exception_ptr m_failure;
    std::int64_t m_nextToTake = 0;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace blastoscope::nn

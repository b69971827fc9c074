// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/sample_store.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace blastoscope::nn {
namespace {

void lowerThreadPriority()
{
#ifdef __linux__
    // On Linux the nice value belongs to the thread; failing to lower it costs speed, nothing else.
    constexpr int kBelowTheTrainer = 4;
    const auto thread = id_t(syscall(SYS_gettid));
    (void)setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + kBelowTheTrainer);
#endif
}

} // namespace

SampleStore::SampleStore(std::shared_ptr<const SampleSource> source, SampleStoreOptions options,
                         std::vector<TrainingSample> ready)
    : m_source(std::move(source)), m_options(options), m_samples(std::size_t(options.capacity))
{
    for (TrainingSample& sample : ready) {
        if (m_next == m_options.capacity)
            break;
        m_samples[std::size_t(m_next++)] = std::make_shared<const TrainingSample>(std::move(sample));
    }
    m_rendered = m_next;
    if (m_next == m_options.capacity)
        return;
    for (int i = 0; i < std::max(1, m_options.threads); ++i)
        m_threads.emplace_back([this] { renderLoop(); });
}

SampleStore::~SampleStore()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

std::shared_ptr<const TrainingSample> SampleStore::at(std::int64_t index)
{
    if (index < 0 || index >= m_options.capacity)
        throw std::out_of_range("sample " + std::to_string(index) + " of " + std::to_string(m_options.capacity));
    std::unique_lock lock(m_mutex);
    if (index > m_wanted) {
        m_wanted = index;
        m_changed.notify_all();
    }
    m_changed.wait(lock, [&] { return m_samples[std::size_t(index)] || m_failure; });
    if (!m_samples[std::size_t(index)])
        std::rethrow_exception(m_failure);
    return m_samples[std::size_t(index)];
}

std::int64_t SampleStore::rendered() const
{
    const std::lock_guard lock(m_mutex);
    return m_rendered;
}

std::int64_t SampleStore::firstGap() const
{
    const std::lock_guard lock(m_mutex);
    const auto gap = std::find(m_samples.begin(), m_samples.end(), nullptr);
    return gap - m_samples.begin();
}

void SampleStore::renderLoop()
{
    lowerThreadPriority();
    std::unique_lock lock(m_mutex);
    const auto mayRender = [this] { return m_options.ahead == 0 || m_next <= m_wanted + m_options.ahead; };
    for (;;) {
        m_changed.wait(lock, [&] { return m_stop || m_failure || m_next == m_options.capacity || mayRender(); });
        if (m_stop || m_failure || m_next == m_options.capacity)
            return;
        const std::int64_t index = m_next++;
        lock.unlock();
        std::shared_ptr<const TrainingSample> sample;
        std::exception_ptr failure;
        try {
            sample = std::make_shared<const TrainingSample>(m_source->sample(std::uint64_t(index)));
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure) {
            m_failure = failure;
        } else {
            m_samples[std::size_t(index)] = std::move(sample);
            ++m_rendered;
        }
        m_changed.notify_all();
    }
}

} // namespace blastoscope::nn

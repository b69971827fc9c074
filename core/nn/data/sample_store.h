// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

struct SampleStoreOptions {
    std::int64_t capacity = 1000; ///< samples 0 ... capacity - 1 exist
    int threads = 1;              ///< rendering threads, at low priority
    /// Rendering pauses when this many samples lie beyond the largest index asked for so far (0: never pauses).
    std::int64_t ahead = 0;
};

/// The samples of a run: rendered in the background in the order of their index and kept in memory. What `at` returns
/// depends on the index alone, never on how far the rendering has come, so that batches are reproducible.
class SampleStore {
public:
    /// `ready` holds already rendered samples 0, 1, ... (from a cache file); rendering goes on after them.
    SampleStore(std::shared_ptr<const SampleSource> source, SampleStoreOptions options,
                std::vector<TrainingSample> ready = {});
    /// Stops rendering and waits for the threads.
    ~SampleStore();
    SampleStore(const SampleStore&) = delete;
    SampleStore& operator=(const SampleStore&) = delete;

    /// Sample `index` in [0, capacity); waits until it is rendered. Rethrows what the source threw. Thread-safe.
    std::shared_ptr<const TrainingSample> at(std::int64_t index);
    /// How many samples are rendered. Thread-safe.
    std::int64_t rendered() const;
    /// Samples 0 ... firstGap() - 1 are rendered. Thread-safe.
    std::int64_t firstGap() const;
    std::int64_t capacity() const { return m_options.capacity; }

private:
    void renderLoop();

    std::shared_ptr<const SampleSource> m_source;
    SampleStoreOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<const TrainingSample>> m_samples;
    std::int64_t m_next = 0;
    std::int64_t m_rendered = 0;
    std::int64_t m_wanted = -1;
    bool m_stop = false;
    std::exception_ptr m_failure;
    std::vector<std::thread> m_threads;
};

} // namespace blastoscope::nn

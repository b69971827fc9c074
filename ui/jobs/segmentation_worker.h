// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "ui/jobs/segmentation_queue.h"

namespace blastoscope::ui {

/// The thread behind a SegmentationQueue. Public members may be called from any thread; what it finds is posted to the
/// queue's thread.
class SegmentationQueue::Worker : public QThread {
public:
    explicit Worker(SegmentationQueue& queue) : m_queue(queue) {}
    ~Worker() override;

    void setLoader(SegmenterLoader loader);
    void requestModel();
    void append(SegmentationTask task);
    void cancelAll();
    void cancelStack(int stack);
    bool hasWork() const;

protected:
    void run() override;

private:
    using Clock = std::chrono::steady_clock;
    struct Entry {
        SegmentationTask task;
        std::size_t next = 0; ///< index into task.times
    };
    struct Image {
        SegmentationTask task;
        int time = 0;
        base::CancellationToken cancel;
    };
    /// What happened since the queue was last empty.
    struct Tally {
        int done = 0; ///< whatever came out
        int total = 0;
        int segmented = 0;
        int failed = 0;
        bool cancelled = false;
        Clock::time_point begin;
    };

    bool waitForWork();
    bool ensureModel();
    std::optional<Image> takeImage();
    void segment(const Image& image);
    void drop(const base::Error& error);
    void countImage(const Image& image, bool segmented);
    void finishIfEmpty();
    template<typename Function>
    void post(Function function);

    SegmentationQueue& m_queue;

    mutable std::mutex m_mutex; ///< guards everything up to m_quit
    std::condition_variable m_wake;
    std::deque<Entry> m_entries;
    SegmenterLoader m_loader;
    bool m_loaderChanged = false;
    bool m_modelWanted = false;
    base::CancellationToken m_cancel; ///< of the image in work
    std::optional<int> m_stackInWork;
    Tally m_tally;
    bool m_quit = false;

    std::unique_ptr<inference::Segmenter> m_segmenter; ///< touched by the worker alone
};

} // namespace blastoscope::ui

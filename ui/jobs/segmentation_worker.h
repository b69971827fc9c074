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
    void ask(PromptTask task);
    void forgetPrompt();
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
        int stretch = 0;
    };
    struct Question {
        PromptTask task;
        base::CancellationToken cancel; ///< its answer
        base::CancellationToken look;   ///< looking at its frame, which may serve the next question as well
    };
    /// The frame that was asked about last.
    struct LookedAt {
        int stack = 0;
        imaging::FrameIndex index;
        std::unique_ptr<inference::PromptedImage> image;
    };
    /// What happened since the queue was last empty.
    struct Tally {
        bool begun = false; ///< somebody waits for the end, even if nothing is left to be done
        int done = 0;       ///< whatever came out
        int total = 0;
        int segmented = 0;
        int failed = 0;
        bool cancelled = false;
        Clock::time_point begin;
    };

    bool waitForWork();
    bool ensureModel();
    void tellOfAnotherDevice();
    std::optional<Image> takeImage();
    void segment(const Image& image);
    std::optional<Question> takeQuestion();
    void answer(const Question& question);
    base::Result<std::vector<annotation::Instance>> answersTo(const Question& question);
    base::Status lookAt(const Question& question);
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
    std::optional<Question> m_question;      ///< that waits
    std::optional<Question> m_questionAsked; ///< the last one, whatever became of it
    Tally m_tally;
    int m_stretch = 0; ///< counts what was begun anew after cancelling, so that what was in work is not taken for its
    bool m_quit = false;

    std::unique_ptr<inference::Segmenter> m_segmenter; ///< touched by the worker alone
    std::string m_deviceReason;                        ///< of the device that was last told of; the same
    std::optional<LookedAt> m_lookedAt;                ///< the same; goes before its segmenter
};

template<typename Function>
void SegmentationQueue::Worker::post(Function function)
{
    QMetaObject::invokeMethod(&m_queue, std::move(function), Qt::QueuedConnection);
}

} // namespace blastoscope::ui

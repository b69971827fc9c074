// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/segmentation_worker.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/inference/segmented_frame.h"
#include "ui/jobs/background_priority.h"

namespace blastoscope::ui {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Reads and segments; whatever a library throws becomes an error of this one frame.
base::Result<inference::Segmentation> segmentImage(inference::Segmenter& segmenter, const SegmentationTask& task,
                                                   int time, const base::CancellationToken& cancel)
{
    try {
        const auto picture = task.images->read({time, task.plane, task.channel});
        if (!picture)
            return tl::unexpected(picture.error());
        return segmenter.segment(*picture, cancel);
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Internal, "The frame could not be segmented.", exception.what());
    }
}

} // namespace

SegmentationQueue::Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_cancel.cancel();
        if (m_questionAsked) {
            m_questionAsked->cancel.cancel();
            m_questionAsked->look.cancel();
        }
    }
    m_wake.notify_all();
    wait();
}

void SegmentationQueue::Worker::setLoader(SegmenterLoader loader)
{
    const std::lock_guard lock(m_mutex);
    m_loader = std::move(loader);
    m_loaderChanged = true;
}

void SegmentationQueue::Worker::requestModel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_modelWanted = true;
    }
    m_wake.notify_all();
}

void SegmentationQueue::Worker::append(SegmentationTask task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tally.cancelled) {
            m_tally = {};
            ++m_stretch;
        }
        if (!std::exchange(m_tally.begun, true))
            m_tally.begin = Clock::now();
        m_tally.total += int(task.times.size());
        // Somebody is looking at a single frame; a stack can wait for it.
        if (task.times.size() == 1)
            m_entries.push_front({std::move(task)});
        else
            m_entries.push_back({std::move(task)});
    }
    m_wake.notify_all();
}

void SegmentationQueue::Worker::cancelAll()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_cancel.cancel();
    m_tally.cancelled = m_tally.begun;
}

void SegmentationQueue::Worker::cancelStack(int stack)
{
    const std::lock_guard lock(m_mutex);
    for (const Entry& entry : m_entries) {
        if (entry.task.stack == stack)
            m_tally.total -= int(entry.task.times.size() - entry.next);
    }
    std::erase_if(m_entries, [stack](const Entry& entry) { return entry.task.stack == stack; });
    if (m_stackInWork == stack)
        m_cancel.cancel();
}

bool SegmentationQueue::Worker::hasWork() const
{
    const std::lock_guard lock(m_mutex);
    return m_tally.begun;
}

void SegmentationQueue::Worker::run()
{
    lowerThreadPriority();
    while (waitForWork()) {
        if (!ensureModel())
            continue;
        if (const auto question = takeQuestion()) {
            answer(*question);
            tellOfAnotherDevice();
            continue;
        }
        if (const auto image = takeImage())
            segment(*image);
        tellOfAnotherDevice();
        finishIfEmpty();
    }
    m_lookedAt.reset();
    m_segmenter.reset();
}

bool SegmentationQueue::Worker::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_quit || m_modelWanted || m_question || m_tally.begun; });
    return !m_quit;
}

bool SegmentationQueue::Worker::ensureModel()
{
    SegmenterLoader loader;
    {
        const std::lock_guard lock(m_mutex);
        m_modelWanted = false;
        if (m_segmenter && !m_loaderChanged)
            return true;
        m_loaderChanged = false;
        loader = m_loader;
    }
    m_lookedAt.reset();
    m_segmenter.reset(); // before the next one, so that two never share the memory
    post([this] { emit m_queue.modelLoading(); });
    if (!loader) {
        drop({base::ErrorCode::NotFound, "No model is chosen. Choose one in the status bar.", {}});
        return false;
    }
    auto segmenter = loader();
    if (!segmenter) {
        drop(segmenter.error());
        return false;
    }
    m_segmenter = std::move(*segmenter);
    m_deviceReason = m_segmenter->device().reason;
    post([this, model = m_segmenter->model(), device = m_segmenter->device()] {
        emit m_queue.modelLoaded(model, device);
    });
    return true;
}

void SegmentationQueue::Worker::tellOfAnotherDevice()
{
    const inference::DeviceInfo& device = m_segmenter->device();
    if (std::exchange(m_deviceReason, device.reason) != device.reason)
        post([this, device] { emit m_queue.deviceChanged(device); });
}

std::optional<SegmentationQueue::Worker::Image> SegmentationQueue::Worker::takeImage()
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty())
        return std::nullopt;
    Entry& entry = m_entries.front();
    m_cancel = base::CancellationToken();
    m_stackInWork = entry.task.stack;
    Image image{entry.task, entry.task.times[entry.next], m_cancel, m_stretch};
    if (++entry.next == entry.task.times.size())
        m_entries.pop_front();
    return image;
}

void SegmentationQueue::Worker::segment(const Image& image)
{
    const auto found = segmentImage(*m_segmenter, image.task, image.time, image.cancel);
    if (found) {
        post([this, image, frame = inference::toSegmentedFrame(*found, m_segmenter->model())] {
            emit m_queue.frameSegmented(image.task, image.time, frame);
        });
    } else if (found.error().code != base::ErrorCode::Cancelled) {
        post([this, image, error = found.error()] { emit m_queue.frameFailed(image.task, image.time, error); });
    }
    countImage(image, found.has_value());
}

void SegmentationQueue::Worker::countImage(const Image& image, bool segmented)
{
    const std::lock_guard lock(m_mutex);
    m_stackInWork.reset();
    if (image.stretch != m_stretch)
        return;
    ++m_tally.done;
    m_tally.segmented += segmented ? 1 : 0;
    m_tally.failed += !segmented && !image.cancel.isCancelled() ? 1 : 0;
    SegmentationProgress progress{image.task.name, image.time, m_tally.done, m_tally.total, std::nullopt};
    progress.secondsLeft = secondsSince(m_tally.begin) / m_tally.done * (m_tally.total - m_tally.done);
    post([this, progress] { emit m_queue.progressed(progress); });
}

void SegmentationQueue::Worker::drop(const base::Error& error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_entries.clear();
        if (m_question)
            post([this, number = m_question->task.number, error] { emit m_queue.promptFailed(number, error); });
        m_question.reset();
    }
    post([this, error] { emit m_queue.modelFailed(error); });
    finishIfEmpty();
}

void SegmentationQueue::Worker::finishIfEmpty()
{
    SegmentationSummary summary;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_entries.empty() || !m_tally.begun)
            return;
        summary = {m_tally.segmented, m_tally.failed, m_tally.cancelled, secondsSince(m_tally.begin)};
        m_tally = {};
    }
    post([this, summary] {
        m_queue.m_busy = hasWork();
        emit m_queue.finished(summary);
        if (m_queue.m_busy)
            emit m_queue.started();
    });
}

} // namespace blastoscope::ui

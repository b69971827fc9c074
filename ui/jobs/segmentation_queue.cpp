// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/segmentation_queue.h"

#include <utility>

#include "ui/jobs/segmentation_worker.h"

namespace blastoscope::ui {

SegmentationQueue::SegmentationQueue(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this))
{
    m_worker->start();
}

SegmentationQueue::~SegmentationQueue() = default;

void SegmentationQueue::setLoader(SegmenterLoader loader)
{
    m_worker->setLoader(std::move(loader));
}

void SegmentationQueue::loadModel()
{
    m_worker->requestModel();
}

void SegmentationQueue::enqueue(SegmentationTask task)
{
    if (task.times.empty())
        return;
    m_worker->append(std::move(task));
    if (!std::exchange(m_busy, true))
        emit started();
}

void SegmentationQueue::ask(PromptTask task)
{
    m_worker->ask(std::move(task));
}

void SegmentationQueue::forgetPrompt()
{
    m_worker->forgetPrompt();
}

void SegmentationQueue::cancel()
{
    m_worker->cancelAll();
}

void SegmentationQueue::cancelStack(int stack)
{
    m_worker->cancelStack(stack);
}

} // namespace blastoscope::ui

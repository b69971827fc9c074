// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/segmentation_runs.h"

#include <utility>

#include "core/annotation/persons_work.h"

namespace blastoscope::ui {

SegmentationRuns::SegmentationRuns(Workspace& workspace, SegmentationQueue& queue, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_queue(queue)
{
    connect(&queue, &SegmentationQueue::frameSegmented, this, &SegmentationRuns::apply);
    connect(&queue, &SegmentationQueue::frameFailed, this,
            [this](const SegmentationTask& task, int time, const base::Error& error) {
                if (OpenStack* stack = m_workspace.find(task.stack))
                    emit frameFailed(stack, time, error);
                countDown(task);
            });
    connect(&queue, &SegmentationQueue::modelFailed, this, [this] { m_wholeStacks.clear(); });
    connect(&queue, &SegmentationQueue::finished, this, [this](const SegmentationSummary& summary) {
        if (summary.cancelled)
            m_wholeStacks.clear();
    });
    connect(&workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        m_queue.cancelStack(stack->id());
        std::erase_if(m_wholeStacks, [stack](const auto& entry) { return entry.first.first == stack->id(); });
    });
}

void SegmentationRuns::segmentFrame(OpenStack& stack, annotation::ReplacePolicy policy)
{
    enqueue(stack, {stack.index().time}, policy);
}

void SegmentationRuns::segmentStack(OpenStack& stack, annotation::ReplacePolicy policy)
{
    segmentRange(stack, {0, stack.document().frameCount() - 1}, policy);
}

void SegmentationRuns::segmentRange(OpenStack& stack, const annotation::FrameRange& range,
                                    annotation::ReplacePolicy policy)
{
    const int begin = range.contains(stack.index().time) ? stack.index().time - range.first : 0;
    std::vector<int> times;
    for (int i = 0; i < range.count(); ++i) {
        const int time = range.first + (begin + i) % range.count();
        const bool keep = policy == annotation::ReplacePolicy::KeepReviewed &&
                          annotation::isReviewed(stack.document().frame(time).review);
        if (!keep)
            times.push_back(time);
    }
    const std::size_t frames = times.size();
    const annotation::RunId run = enqueue(stack, std::move(times), policy);
    if (range.count() > 1 && range.count() == stack.document().frameCount() && frames > 0)
        m_wholeStacks[{stack.id(), run}] = frames;
}

void SegmentationRuns::segmentAllStacks()
{
    if (OpenStack* current = m_workspace.current())
        segmentStack(*current);
    for (const auto& stack : m_workspace.stacks()) {
        if (stack.get() != m_workspace.current())
            segmentStack(*stack);
    }
}

annotation::RunId SegmentationRuns::enqueue(OpenStack& stack, std::vector<int> times, annotation::ReplacePolicy policy)
{
    SegmentationTask task;
    task.stack = stack.id();
    task.name = stack.name();
    task.images = stack.images();
    task.times = std::move(times);
    task.plane = stack.index().plane;
    task.channel = stack.index().channel;
    task.run = stack.document().newRun();
    task.policy = policy;
    const annotation::RunId run = task.run;
    m_queue.enqueue(std::move(task));
    return run;
}

void SegmentationRuns::apply(const SegmentationTask& task, int time, const annotation::SegmentedFrame& result)
{
    OpenStack* stack = m_workspace.find(task.stack);
    if (!stack)
        return;
    const auto outcome = stack->document().applySegmentation(time, result, task.policy, task.run);
    if (!outcome)
        emit frameFailed(stack, time, outcome.error());
    else if (!outcome->applied)
        emit frameKept(stack, time);
    countDown(task);
}

void SegmentationRuns::countDown(const SegmentationTask& task)
{
    const auto left = m_wholeStacks.find({task.stack, task.run});
    if (left == m_wholeStacks.end() || --left->second > 0)
        return;
    m_wholeStacks.erase(left);
    if (OpenStack* stack = m_workspace.find(task.stack))
        emit stackSegmented(stack, task.run);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stack_metrics.h"

#include <QTimerEvent>

#include "core/measure/stack_lineage.h"

namespace blastoscope::ui {

namespace {

/// Small batches: the first results show soon, and a change in between doesn't wait long.
constexpr std::size_t kBatch = 16;

} // namespace

StackMetrics::StackMetrics(OpenStack& stack, QObject* parent) : QObject(parent), m_stack(stack)
{
    connect(&stack, &OpenStack::annotationsChanged, this, [this](const annotation::ChangeEvent& event) {
        if (event.kind == annotation::ChangeKind::Reset)
            markAllDirty();
        else if (event.frame >= 0)
            markDirty(event.frame);
    });
    connect(&stack, &OpenStack::propertiesChanged, this, &StackMetrics::markAllDirty);
    connect(&stack.lineage(), &StackLineage::changed, this, &StackMetrics::markAllDirty);
    markAllDirty();
}

const MeasuredFrame* StackMetrics::at(int time) const
{
    const auto it = m_frames.find(time);
    return it == m_frames.end() ? nullptr : &it->second;
}

void StackMetrics::markDirty(int time)
{
    m_dirty.insert(time);
    if (!m_timer.isActive() && !m_job)
        m_timer.start(0, this);
}

void StackMetrics::markAllDirty()
{
    for (int time = 0; time < m_stack.document().frameCount(); ++time) {
        const annotation::FrameAnnotation& frame = m_stack.document().frame(time);
        if (frame.segmented || !frame.instances.empty() || m_frames.contains(time))
            markDirty(time);
    }
}

void StackMetrics::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    startNext();
}

void StackMetrics::startNext()
{
    std::vector<std::pair<int, annotation::FrameAnnotation>> batch;
    if (const int now = m_stack.index().time; m_dirty.contains(now))
        batch.emplace_back(now, m_stack.document().frame(now)); // the one that is looked at goes first
    for (auto it = m_dirty.begin(); it != m_dirty.end() && batch.size() < kBatch; ++it) {
        if (batch.empty() || *it != batch.front().first)
            batch.emplace_back(*it, m_stack.document().frame(*it));
    }
    if (batch.empty())
        return;
    for (const auto& [time, frame] : batch)
        m_dirty.erase(time);
    m_job = std::make_unique<Job<Results>>(
        tr("Measuring"),
        [batch = std::move(batch), umPerPixel = m_stack.properties().umPerPixel, tracks = m_stack.lineage().tracks()](
            const base::CancellationToken& cancel, const base::ProgressCallback&) -> base::Result<Results> {
            Results results;
            for (const auto& [time, frame] : batch) {
                if (cancel.isCancelled())
                    return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
                results.emplace_back(time, MeasuredFrame{measure::measureFrame(frame, umPerPixel, tracks->lineage),
                                                         assignColors(frame, tracks->colors)});
            }
            return results;
        });
    m_job->onSuccess([this](Results results) { take(std::move(results)); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (!m_dirty.empty())
            startNext();
    });
    m_job->start(QThread::LowPriority);
}

void StackMetrics::take(Results results)
{
    std::vector<int> times;
    for (auto& [time, frame] : results) {
        const annotation::FrameAnnotation& annotation = m_stack.document().frame(time);
        if (annotation.segmented || !annotation.instances.empty())
            m_frames.insert_or_assign(time, std::move(frame));
        else
            m_frames.erase(time);
        times.push_back(time);
    }
    emit measured(times);
}

} // namespace blastoscope::ui

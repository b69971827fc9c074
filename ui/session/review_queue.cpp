// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/review_queue.h"

#include <algorithm>
#include <utility>

#include <QTimerEvent>

#include "core/annotation/persons_work.h"

namespace blastoscope::ui {

namespace {

constexpr std::size_t kBatch = 16;

} // namespace

void ReviewQueue::setStack(OpenStack* stack)
{
    if (stack == m_stack)
        return;
    if (m_stack)
        m_stack->disconnect(this);
    m_job.reset();
    m_timer.stop();
    m_dirty.clear();
    m_entries.clear();
    m_facts.clear();
    m_stack = stack;
    if (stack) {
        m_facts.resize(std::size_t(stack->document().frameCount()));
        connect(stack, &OpenStack::annotationsChanged, this, &ReviewQueue::note);
        markAllDirty();
    }
    emit changed();
}

const review::QueueEntry* ReviewQueue::entryOf(int frame) const
{
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [frame](const auto& e) { return e.frame == frame; });
    return it == m_entries.end() ? nullptr : &*it;
}

std::optional<int> ReviewQueue::neediest(int current) const
{
    for (const review::QueueEntry& entry : m_entries)
        if (entry.frame != current && m_stack &&
            m_stack->document().frame(entry.frame).review == annotation::ReviewState::ToDo)
            return entry.frame;
    return std::nullopt;
}

void ReviewQueue::note(const annotation::ChangeEvent& event)
{
    if (event.kind == annotation::ChangeKind::Reset)
        markAllDirty();
    else if (event.frame >= 0)
        markDirty(event.frame);
}

void ReviewQueue::markDirty(int frame)
{
    m_dirty.insert(frame);
    if (!m_timer.isActive() && !m_job)
        m_timer.start(0, this);
}

void ReviewQueue::markAllDirty()
{
    for (int frame = 0; frame < m_stack->document().frameCount(); ++frame)
        markDirty(frame);
}

void ReviewQueue::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    startNext();
}

void ReviewQueue::startNext()
{
    std::vector<std::pair<int, annotation::FrameAnnotation>> batch;
    while (!m_dirty.empty() && batch.size() < kBatch) {
        const int frame = *m_dirty.begin();
        batch.emplace_back(frame, m_stack->document().frame(frame));
        m_dirty.erase(m_dirty.begin());
    }
    if (batch.empty())
        return;
    const review::QueueOptions options{.seed = review::seedOf(m_stack->embryoId())};
    m_job = std::make_unique<Job<Result>>(
        tr("Looking for frames that need eyes"),
        [batch = std::move(batch), facts = m_facts, options](const base::CancellationToken& cancel,
                                                             const auto&) mutable -> base::Result<Result> {
            Result result;
            for (const auto& [frame, annotation] : batch) {
                if (cancel.isCancelled())
                    return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
                result.facts.emplace_back(frame, review::factsOf(annotation));
                facts[std::size_t(frame)] = result.facts.back().second;
            }
            result.entries = review::rankFrames(facts, options);
            return result;
        });
    m_job->onSuccess([this](Result result) { take(std::move(result)); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (!m_dirty.empty())
            startNext();
        else
            emit changed();
    });
    m_job->start(QThread::LowPriority);
}

void ReviewQueue::take(Result result)
{
    for (auto& [frame, facts] : result.facts)
        m_facts[std::size_t(frame)] = std::move(facts);
    m_entries = std::move(result.entries);
}

ReviewProgress& ReviewProgress::operator+=(const ReviewProgress& other)
{
    frames += other.frames;
    accepted += other.accepted;
    corrected += other.corrected;
    rejected += other.rejected;
    return *this;
}

ReviewProgress reviewProgressOf(const OpenStack& stack)
{
    ReviewProgress progress{.frames = stack.document().frameCount()};
    for (int frame = 0; frame < progress.frames; ++frame) {
        const annotation::ReviewState review = stack.document().frame(frame).review;
        progress.corrected += review == annotation::ReviewState::Corrected;
        progress.rejected += review == annotation::ReviewState::Rejected;
        progress.accepted += annotation::isReviewed(review);
    }
    return progress;
}

} // namespace blastoscope::ui

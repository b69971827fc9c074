// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/tracking_runs.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QElapsedTimer>
#include <QTimerEvent>

#include "core/measure/measured_stack.h"
#include "core/tracking/tracker.h"

namespace blastoscope::ui {
namespace {

constexpr int kSliceMs = 8;

} // namespace

TrackingRuns::TrackingRuns(Workspace& workspace, QObject* parent) : QObject(parent)
{
    connect(&workspace, &Workspace::stackClosed, this, &TrackingRuns::drop);
}

void TrackingRuns::track(OpenStack& stack)
{
    enqueue({&stack, stack.document().newRun(), true});
}

void TrackingRuns::trackSegmented(OpenStack& stack, annotation::RunId run)
{
    if (isTracked(stack.document()))
        emit keptTracks(&stack);
    else
        enqueue({&stack, run, false});
}

void TrackingRuns::enqueue(Request request)
{
    m_requests.push_back(std::move(request));
    if (m_requests.size() > 1)
        return;
    emit started();
    startNext();
}

base::Result<TrackingRuns::Found> TrackingRuns::follow(const Frames& frames, const base::CancellationToken& cancel,
                                                       const base::ProgressCallback& progress)
{
    std::vector<tracking::CellFrame> cells;
    for (const auto& [time, frame] : frames)
        cells.push_back(tracking::cellFrameOf(time, frame));
    if (auto tracked = tracking::trackCells(cells, cancel, progress); !tracked)
        return tl::unexpected(tracked.error());
    Found found;
    for (const tracking::CellFrame& frame : cells) {
        found.push_back({frame.frame, {}});
        for (const tracking::Cell& cell : frame.cells)
            found.back().tracks.push_back({cell.id, cell.trackId});
    }
    return found;
}

void TrackingRuns::startNext()
{
    const Request& request = m_requests.front();
    m_stale = m_cancelled = false;
    connect(request.stack, &OpenStack::annotationsChanged, this, &TrackingRuns::noteChange, Qt::UniqueConnection);
    const annotation::StackDocument& document = request.stack->document();
    Frames frames;
    for (int time = 0; time < document.frameCount(); ++time)
        if (measure::isKnown(document.frame(time)))
            frames.emplace_back(time, document.frame(time));
    m_summary = {.frames = int(frames.size()), .changed = m_summary.changed, .asked = request.asked};
    m_job = std::make_unique<Job<Found>>(
        tr("Following cells"),
        [frames = std::move(frames)](const base::CancellationToken& cancel, const base::ProgressCallback& progress) {
            return follow(frames, cancel, progress);
        });
    m_job->onSuccess([this](Found found) { take(std::move(found)); });
    connect(m_job.get(), &JobBase::progressed, this, [this](const base::Progress& progress) {
        if (!m_requests.empty())
            emit progressed(m_requests.front().stack, progress);
    });
    connect(m_job.get(), &JobBase::failed, this, &TrackingRuns::failed);
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (m_stale && !m_cancelled)
            startNext();
        else if (!m_timer.isActive())
            finish(true);
    });
    m_job->start(QThread::LowPriority);
}

void TrackingRuns::take(Found found)
{
    std::set<int> tracks;
    for (const FrameTracks& frame : found)
        for (const annotation::TrackOfInstance& cell : frame.tracks)
            if (cell.track)
                tracks.insert(*cell.track);
    m_summary.tracks = int(tracks.size());
    m_found = std::move(found);
    m_next = 0;
    if (!m_stale && !m_cancelled)
        m_timer.start(0, this);
}

void TrackingRuns::noteChange(const annotation::ChangeEvent& event)
{
    using annotation::ChangeKind;
    const bool matters = event.kind != ChangeKind::OrderChanged && event.kind != ChangeKind::HistoryChanged;
    if (matters && !m_applying)
        m_stale = true;
}

void TrackingRuns::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const annotation::StackDocument& document = m_requests.front().stack->document();
    if (m_stale) {
        m_timer.stop();
        const bool isTakenBack = document.redoKind() == annotation::StepKind::TrackCells;
        if (isTakenBack) // while it was written
            finish(true);
        else
            startNext();
        return;
    }
    applySome();
    if (m_next < m_found.size())
        return;
    m_timer.stop();
    finish(false);
}

void TrackingRuns::applySome()
{
    const Request& request = m_requests.front();
    annotation::StackDocument& document = request.stack->document();
    QElapsedTimer clock;
    clock.start();
    m_applying = true;
    for (; m_next < m_found.size() && clock.elapsed() < kSliceMs; ++m_next) {
        const auto& [time, tracks] = m_found[m_next];
        for (const annotation::TrackOfInstance& cell : tracks)
            m_summary.changed += document.frame(time).find(cell.id)->trackId != cell.track;
        if (const auto set = document.setTracks(time, tracks, request.run); !set)
            emit failed(set.error());
    }
    m_applying = false;
}

void TrackingRuns::cancel()
{
    while (m_requests.size() > 1) // those that wait
        m_requests.pop_back();
    m_cancelled = true;
    if (m_job) {
        m_job->cancel();
    } else if (m_timer.isActive()) {
        m_timer.stop();
        finish(true);
    }
}

void TrackingRuns::finish(bool cancelled)
{
    const Request request = std::move(m_requests.front());
    m_requests.pop_front();
    TrackingSummary summary = std::exchange(m_summary, {});
    summary.cancelled = cancelled;
    m_found.clear();
    if (request.stack)
        request.stack->disconnect(this);
    emit finished(request.stack, summary);
    if (!m_requests.empty() && !m_job && !m_timer.isActive())
        startNext();
}

void TrackingRuns::drop(const OpenStack* stack)
{
    if (m_requests.empty())
        return;
    const bool isInWork = m_requests.front().stack == stack;
    std::erase_if(m_requests, [stack](const Request& request) { return request.stack == stack; });
    if (!isInWork)
        return;
    m_job.reset();
    m_timer.stop();
    m_found.clear();
    m_summary = {};
    if (!m_requests.empty())
        startNext();
    else
        emit finished(nullptr, {.cancelled = true});
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stack_lineage.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QTimerEvent>

#include "core/measure/measured_stack.h"

namespace blastoscope::ui {
namespace {

constexpr int kDelayMs = 200; ///< edits come in bursts: a drag, a run that ends, steps that are undone one by one

using Frames = std::vector<std::pair<int, annotation::FrameAnnotation>>;

tracking::Lineage lineageOf(const Frames& frames, const base::CancellationToken& cancel)
{
    std::vector<tracking::CellFrame> cells;
    for (const auto& [time, frame] : frames)
        cells.push_back(tracking::cellFrameOf(time, frame));
    return tracking::lineageOf(cells, cancel);
}

} // namespace

StackLineage::StackLineage(annotation::StackDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_tracks(std::make_shared<const StackTracks>())
{
    m_connection = document.subscribe([this](const annotation::ChangeEvent& event) { note(event); });
}

void StackLineage::note(const annotation::ChangeEvent& event)
{
    using annotation::ChangeKind;
    if (event.kind == ChangeKind::OrderChanged || event.kind == ChangeKind::HistoryChanged)
        return;
    if (m_job)
        m_stale = true;
    else if (!m_timer.isActive())
        m_timer.start(kDelayMs, this);
}

void StackLineage::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    find();
}

void StackLineage::find()
{
    m_stale = false;
    if (!isTracked(m_document)) {
        take({});
        return;
    }
    Frames frames;
    for (int time = 0; time < m_document.frameCount(); ++time)
        if (measure::isKnown(m_document.frame(time)))
            frames.emplace_back(time, m_document.frame(time));
    m_job = std::make_unique<Job<tracking::Lineage>>(
        tr("Finding out who descends from whom"),
        [frames = std::move(frames)](const base::CancellationToken& cancel, const auto&)
            -> base::Result<tracking::Lineage> { return lineageOf(frames, cancel); });
    m_job->onSuccess([this](tracking::Lineage lineage) { take(std::move(lineage)); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (m_stale)
            m_timer.start(kDelayMs, this);
    });
    m_job->start(QThread::LowPriority);
}

void StackLineage::take(tracking::Lineage lineage)
{
    if (lineage == m_tracks->lineage)
        return;
    TrackColors colors = trackColors(lineage);
    m_tracks = std::make_shared<const StackTracks>(StackTracks{std::move(lineage), std::move(colors)});
    emit changed();
}

std::vector<int> divisionFrames(const tracking::Lineage& lineage)
{
    std::set<int> frames;
    for (const auto& [id, track] : lineage) {
        std::set<int> births;
        for (const int daughter : track.daughters)
            births.insert(lineage.at(daughter).firstFrame());
        if (!births.empty())
            frames.insert(*births.begin());
    }
    return {frames.begin(), frames.end()};
}

bool isTracked(const annotation::StackDocument& document)
{
    for (int time = 0; time < document.frameCount(); ++time) {
        const auto& instances = document.frame(time).instances;
        if (std::any_of(instances.begin(), instances.end(), [](const auto& i) { return i.trackId.has_value(); }))
            return true;
    }
    return false;
}

} // namespace blastoscope::ui

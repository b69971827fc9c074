// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/frame_edits.h"

#include <utility>

#include <QElapsedTimer>
#include <QTimerEvent>

namespace blastoscope::ui {
namespace {

constexpr int kSliceMs = 8; ///< of work between two looks at the events of the window

} // namespace

FrameEdits::FrameEdits(annotation::StackDocument& document, annotation::StepKind kind, QObject* parent)
    : QObject(parent), m_document(document), m_kind(kind), m_run(document.newRun())
{
}

void FrameEdits::start(std::vector<int> frames, Change change)
{
    m_frames = std::move(frames);
    m_change = std::move(change);
    m_timer.start(0, this);
}

void FrameEdits::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const base::Status status = changeSome();
    const bool isDone = !status || m_next == m_frames.size();
    if (isDone)
        m_timer.stop();
    emit progressed(int(m_next), int(m_frames.size()));
    if (!status)
        emit failed(status.error());
    if (isDone)
        emit finished();
}

base::Status FrameEdits::changeSome()
{
    const annotation::JoinedChanges step(m_document, m_kind, m_run);
    QElapsedTimer clock;
    clock.start();
    while (m_next < m_frames.size() && clock.elapsed() < kSliceMs)
        if (auto status = m_change(m_document, m_frames[m_next++]); !status)
            return status;
    return {};
}

} // namespace blastoscope::ui

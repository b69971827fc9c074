// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QBasicTimer>
#include <QObject>

#include "core/annotation/document.h"
#include "core/tracking/lineage.h"
#include "ui/canvas/track_colors.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// The tracks of a stack: who descends from whom, and how they are painted.
struct StackTracks {
    tracking::Lineage lineage;
    TrackColors colors;
};

/// Keeps the lineage of one stack up to date with its annotations, in a job shortly after something changed. The same
/// annotations give the same lineage.
class StackLineage : public QObject {
    Q_OBJECT
public:
    explicit StackLineage(annotation::StackDocument& document, QObject* parent = nullptr);

    /// Never null; empty while nothing is tracked. May be read from any thread.
    const std::shared_ptr<const StackTracks>& tracks() const { return m_tracks; }
    bool isUpToDate() const { return !m_timer.isActive() && !m_job; }

signals:
    /// Not for edits that leave tracks and descent as they were.
    void changed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void note(const annotation::ChangeEvent& event);
    void find();
    void take(tracking::Lineage lineage);

    const annotation::StackDocument& m_document;
    annotation::Connection m_connection;
    std::shared_ptr<const StackTracks> m_tracks;
    QBasicTimer m_timer;
    bool m_stale = false; ///< something changed since the job began
    std::unique_ptr<Job<tracking::Lineage>> m_job;
};

/// The frames where the daughters of a division show up, ascending.
std::vector<int> divisionFrames(const tracking::Lineage& lineage);

/// Whether any object of the document has a track.
bool isTracked(const annotation::StackDocument& document);

} // namespace blastoscope::ui

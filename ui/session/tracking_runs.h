// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

#include "ui/jobs/job.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// What following the cells of a stack did.
struct TrackingSummary {
    int frames = 0;         ///< that were looked at; with less than two there is nothing to follow
    int tracks = 0;         ///< that were found in them
    int changed = 0;        ///< objects that have another track now
    bool asked = false;     ///< by a person; otherwise it followed a segmentation
    bool cancelled = false; ///< what was written by then stays; undo takes it back
};

/// Follows the cells of open stacks through time and writes their tracks into the documents; one request is one undo
/// step. Works on a copy: when the annotations change meanwhile, they are followed anew. Locked objects get a track
/// like all others, because it leaves their silhouette alone.
class TrackingRuns : public QObject {
    Q_OBJECT
public:
    explicit TrackingRuns(Workspace& workspace, QObject* parent = nullptr);

    /// Whatever tracks there were before.
    void track(OpenStack& stack);
    /// After a segmentation, and as part of its step. Not where an object has a track already, from a file, a person or
    /// an earlier request: keptTracks() then.
    void trackSegmented(OpenStack& stack, annotation::RunId run);
    bool isBusy() const { return !m_requests.empty(); }

public slots:
    void cancel();

signals:
    void started();
    void progressed(const blastoscope::ui::OpenStack* stack, const blastoscope::base::Progress& progress);
    void keptTracks(blastoscope::ui::OpenStack* stack);
    void failed(const blastoscope::base::Error& error);
    /// One request; isBusy() while there are others. `stack` is null when it was closed.
    void finished(blastoscope::ui::OpenStack* stack, const blastoscope::ui::TrackingSummary& summary);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct FrameTracks {
        int time = 0;
        std::vector<annotation::TrackOfInstance> tracks;
    };
    using Found = std::vector<FrameTracks>;
    struct Request {
        QPointer<OpenStack> stack;
        annotation::RunId run = annotation::kNoRun;
        bool asked = false;
    };

    using Frames = std::vector<std::pair<int, annotation::FrameAnnotation>>;

    static base::Result<Found> follow(const Frames& frames, const base::CancellationToken& cancel,
                                      const base::ProgressCallback& progress);
    void enqueue(Request request);
    void startNext();
    void take(Found found);
    void noteChange(const annotation::ChangeEvent& event);
    /// Puts as much as fits between two pictures of the screen into the document.
    void applySome();
    void finish(bool cancelled);
    void drop(const OpenStack* stack);

    std::deque<Request> m_requests; ///< the first one is in work
    TrackingSummary m_summary;
    Found m_found;
    std::size_t m_next = 0; ///< of m_found to be written
    bool m_stale = false;   ///< the annotations are no longer those that were followed
    bool m_cancelled = false;
    bool m_applying = false; ///< the changes are our own
    QBasicTimer m_timer;
    std::unique_ptr<Job<Found>> m_job;
};

} // namespace blastoscope::ui

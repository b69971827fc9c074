// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <utility>

#include <QObject>

#include "core/annotation/frame_range.h"
#include "ui/jobs/segmentation_queue.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// Sends frames of open stacks to the queue and puts what comes back into their documents; one request is one undo step
/// per stack. Reviewed frames and the work of a person stay unless ReplaceAll is asked for.
class SegmentationRuns : public QObject {
    Q_OBJECT
public:
    SegmentationRuns(Workspace& workspace, SegmentationQueue& queue, QObject* parent = nullptr);

    void segmentFrame(OpenStack& stack, annotation::ReplacePolicy policy = annotation::ReplacePolicy::KeepReviewed);
    /// From the current frame to the end, then from the beginning: what one looks at comes first.
    void segmentStack(OpenStack& stack, annotation::ReplacePolicy policy = annotation::ReplacePolicy::KeepReviewed);
    /// The same for a part of the stack: what one looks at comes first when it is among them.
    void segmentRange(OpenStack& stack, const annotation::FrameRange& range,
                      annotation::ReplacePolicy policy = annotation::ReplacePolicy::KeepReviewed);
    void segmentAllStacks();

signals:
    /// Every frame of a request for a whole stack of two frames or more was looked at, by the model or in vain.
    void stackSegmented(blastoscope::ui::OpenStack* stack, blastoscope::annotation::RunId run);
    /// The model ran; the frame is reviewed and was left alone.
    void frameKept(blastoscope::ui::OpenStack* stack, int time);
    void frameFailed(blastoscope::ui::OpenStack* stack, int time, const blastoscope::base::Error& error);

private:
    /// The run that the frames make up.
    annotation::RunId enqueue(OpenStack& stack, std::vector<int> times, annotation::ReplacePolicy policy);
    void apply(const SegmentationTask& task, int time, const annotation::SegmentedFrame& result);
    void countDown(const SegmentationTask& task);

    using StackRun = std::pair<int, annotation::RunId>; ///< with the id of the stack

    Workspace& m_workspace;
    SegmentationQueue& m_queue;
    std::map<StackRun, std::size_t> m_wholeStacks; ///< frames of each that are still to come
};

} // namespace blastoscope::ui

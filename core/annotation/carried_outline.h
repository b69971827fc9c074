// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/annotation/instance.h"
#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::annotation {

class StackDocument;

// Outlines carried from one frame to others, so that a recording need not be drawn frame by frame. Where the object has
// outlines of a person in several frames, those between them are interpolated.

/// An object of the frame that is carried from.
struct CarriedObject {
    InstanceId id = 0;
    /// An outline of a person in the last frame that the object becomes. Those of the object's own track are found
    /// without it.
    std::optional<InstanceId> end;
};

/// What is to be carried where; frames are time indices of the stack.
struct CarryRequest {
    int from = 0; ///< frame of the objects
    int to = 0;   ///< the last one that is carried to; may come before `from`
    std::vector<CarriedObject> objects;
};

/// The outline of one object in one frame.
struct CarriedOutline {
    Instance instance;                ///< as drawn by a person; its id is that of the object that is carried
    std::vector<InstanceId> replaced; ///< what a model found in its place
};

/// What carrying does in one frame.
struct CarriedFrame {
    int frame = 0;
    std::vector<CarriedOutline> outlines; ///< at least one
};

/// What carrying will do.
struct CarriedOutlines {
    std::vector<CarriedFrame> frames;  ///< that change, the nearest one first
    std::vector<DepthRelation> order;  ///< of the objects among themselves
    int reviewedFrames = 0;            ///< left alone: accepted or corrected
    int ownFrames = 0;                 ///< left alone: each object has an outline of a person there already
    std::vector<int> interpolatedWith; ///< frames whose outlines were used besides those of `from`; ascending
};

/// `range` holds the frames of the request from `from` to `to`, in this order. In each frame but the first, an object
/// gets its silhouette or, between two outlines of a person, one whose signed distance, centre and size lie between
/// theirs. A reviewed frame stays as it is, and so do objects of a person: where one has the track of the carried
/// object or shows the same (amodal IoU of at least .5), nothing is put beside it. Objects of a model of which that is
/// true are replaced, and lend their track to an object without one. Pure; on any thread.
/// Fails with InvalidArgument when `range` does not fit the request or there is nothing to carry to, with NotFound for
/// an object that does not exist and for an end that is no outline of a person, and with Cancelled.
base::Result<CarriedOutlines> carryOutlines(const std::vector<FrameAnnotation>& range, const CarryRequest& request,
                                            const base::CancellationToken& cancel = {});

/// One undo step, with depth relations: those of what is replaced and, where they say nothing, those of the frame that
/// is carried from. The state of review stays. Fails with NotFound, and changes nothing, when what would be replaced is
/// gone. On the thread of the document.
base::Status applyCarried(StackDocument& document, const CarriedOutlines& carried);

/// What in a frame may be an end: an outline of a person, or one that a person accepted with its frame.
bool canBeEnd(const FrameAnnotation& frame, const Instance& instance);

/// The end of the object's own track; otherwise the one that shows the same (amodal IoU of at least .5) best and has no
/// other track.
std::optional<InstanceId> likelyEnd(const Instance& object, const FrameAnnotation& last);

/// The nearest later frame, otherwise the nearest earlier one, in which the track of the object has an end.
std::optional<int> nextFrameWithEnd(const StackDocument& document, int frame, InstanceId id);

} // namespace blastoscope::annotation

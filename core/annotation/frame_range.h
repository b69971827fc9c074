// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

// What is done to many frames of a stack at once. The functions are pure and say what happens to one of them; the
// caller goes from frame to frame, with JoinedChanges of one run, so that all of it is one undo step.

/// Frames from 0, both ends included.
struct FrameRange {
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }
    bool contains(int frame) const { return frame >= first && frame <= last; }
    bool operator==(const FrameRange&) const = default;
};

/// What a frame becomes that a person accepts: corrected when a person drew, edited or snapped something in it. An
/// import alone is no correction.
ReviewState acceptedState(const FrameAnnotation& frame);

/// Neither segmented nor drawn in: accepting it says that there is no cell, which nobody says by the way.
bool isUntouched(const FrameAnnotation& frame);

/// The state that a frame of a range gets with this verdict (Accepted stands for Corrected, too); nothing where it
/// stays as it is: it is in that state, or it would be accepted and is untouched.
std::optional<ReviewState> reviewInRange(const FrameAnnotation& frame, ReviewState verdict);

/// Which objects are deleted.
struct RemovalChoice {
    std::optional<int> classId = std::nullopt;       ///< nothing: of every class
    bool onlyToDo = true;                            ///< only in frames that nobody reviewed
    std::optional<double> belowScore = std::nullopt; ///< only what a model found, and with a smaller score

    bool operator==(const RemovalChoice&) const = default;
};

/// Locked objects are never among them.
std::vector<InstanceId> removedInRange(const FrameAnnotation& frame, const RemovalChoice& choice);
/// Objects of the choice that only their lock keeps.
int keptByLock(const FrameAnnotation& frame, const RemovalChoice& choice);

} // namespace blastoscope::annotation

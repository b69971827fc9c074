// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

/// What a step does, for its name in the Edit menu. The numbers are stored in project files: new ones go to the end.
enum class StepKind {
    SegmentFrames,
    AddInstance,
    RemoveInstances,
    ReshapeInstance,
    ChangeAttributes,
    ChangeOrder,
    ChangeReview,
    ClearFrame,
    SplitInstance,
    MergeInstances,
    DuplicateInstances,
    ImportAnnotations,
    TrackCells,
    CorrectTracks,
};
inline constexpr int kStepKinds = int(StepKind::CorrectTracks) + 1;

using RunId = int;                  ///< changes with the same one belong to one step; see StackDocument::newRun()
inline constexpr RunId kNoRun = 0;  ///< a change that is a step of its own
using StepId = std::uint64_t; ///< unique among the steps of a document

/// What moved a document from one state to the next.
enum class EditAction {
    Do,
    Undo,
    Redo,
    Load, ///< everything was replaced and the history is gone
};

/// One change of a step in the form of encodeChange().
struct ChangeRecord {
    std::size_t place = 0; ///< within its step, from 0
    int frame = 0;
    std::string bytes;
};

/// A step of the undo history as it stands after an edit.
struct StepRecord {
    StepId id = 0;
    StepKind kind = StepKind::SegmentFrames;
    RunId run = kNoRun;
    bool undone = false;
    std::size_t position = 0;          ///< from the oldest of its side; the next one to undo or redo is last
    std::size_t changeCount = 0;       ///< of the whole step
    std::vector<int> frames;           ///< that it touches, ascending
    std::vector<ChangeRecord> changes; ///< the changes that are new or different now
};

/// A frame as it is after an edit.
struct FrameRecord {
    int frame = 0;
    FrameAnnotation content;
    InstanceId nextId = 1; ///< the smallest id that was never used in this frame
};

/// Everything that one call changed in a document, as a value: enough to bring a stored copy to the same state.
struct Edit {
    EditAction action = EditAction::Do;
    StepKind kind = StepKind::SegmentFrames;
    std::vector<FrameRecord> frames;
    /// Objects that a change of a single frame concerns; empty when it is the frame as a whole.
    std::vector<InstanceId> ids;
    std::vector<StepRecord> steps;
    std::vector<StepId> forgotten; ///< steps that cannot be done again any more
};

/// A document as it was stored: what restore() takes.
struct StoredDocument {
    std::vector<FrameAnnotation> frames; ///< one per frame of the stack
    std::vector<InstanceId> nextIds;     ///< as many
    std::vector<StepRecord> steps;       ///< both sides, without their changes
};

/// Receives edits in the order they happen, on the thread of the document, before its observers hear of them.
using EditRecorder = std::function<void(Edit)>;

} // namespace blastoscope::annotation

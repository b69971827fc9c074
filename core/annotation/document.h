// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation/change_event.h"
#include "core/annotation/edit.h"
#include "core/annotation/found_frame.h"
#include "core/annotation/instance.h"
#include "core/annotation/undo_history.h"
#include "core/base/error.h"

namespace blastoscope::annotation {

/// The annotations of every time index of one stack, and the only place that changes them: each change is one step of
/// an undo history without a limit of steps (but with one of memory), and is told to all observers as one typed event.
/// Not thread-safe: one thread owns the document, usually that of the window.
class StackDocument {
public:
    /// Empty annotations for `frameCount` frames of width x height pixels.
    StackDocument(int frameCount, int width, int height);

    int frameCount() const { return int(m_frames.size()); }
    int width() const { return m_width; }
    int height() const { return m_height; }
    /// `index` in [0, frameCount()).
    const FrameAnnotation& frame(int index) const;

    [[nodiscard]] Connection subscribe(ChangeObserver observer);

    /// Takes over annotations that were read from a file; ends the undo history and counts as saved. Fails
    /// (InvalidArgument) when the number of frames or the size of a frame does not match; sizes of 0 are filled in.
    base::Status load(std::vector<FrameAnnotation> frames);

    /// Each of these is one undo step. They fail with NotFound for a frame or instance that does not exist and with
    /// InvalidArgument for a mask of another size; nothing is changed then. A change to the same value is no step.
    base::Result<InstanceId> addInstance(int frame, Instance instance);
    base::Status removeInstances(int frame, const std::vector<InstanceId>& ids);
    /// A new silhouette; without `visible` the visible part follows from the depth order. Without `origin` a model's
    /// instance becomes an edited one and others stay what they are.
    base::Status setShape(int frame, InstanceId id, masks::RleMask amodal,
                          std::optional<masks::RleMask> visible = std::nullopt,
                          std::optional<Origin> origin = std::nullopt);
    base::Status setAttributes(int frame, InstanceId id, const InstanceAttributes& attributes);
    /// Tracks of instances of that frame; those that have theirs already are left out, and none may be named twice. The
    /// frames of a run make up one step; the run may be that of the segmentation whose cells are followed.
    base::Status setTracks(int frame, const std::vector<TrackOfInstance>& tracks, RunId run = kNoRun);
    /// Relations between instances of that frame, no pair twice.
    base::Status setOrder(int frame, std::vector<DepthRelation> order);
    base::Status setReview(int frame, ReviewState review);
    base::Status clearFrame(int frame);

    /// A number for one run of a model, or of something else that changes many frames. The frames of a run make up one
    /// undo step, however much is edited between them (an edit of a frame that the run fills again later begins a
    /// second step).
    RunId newRun() { return ++m_lastRun; }
    /// Replaces what a model found earlier in this frame; see mergeFound() for what stays.
    base::Result<SegmentationOutcome> applySegmentation(int frame, const SegmentedFrame& found, ReplacePolicy policy,
                                                        RunId run);
    /// The same for what a file says about this frame; all frames of an import are one run.
    base::Result<SegmentationOutcome> applyImport(int frame, const ImportedFrame& imported, ReplacePolicy policy,
                                                  RunId run);

    /// From now on every change is handed to `recorder`, which stores it: no step of the history is forgotten any more.
    /// The first edit it receives is wholeState(). An empty recorder ends that; nothing may be missing then.
    void setRecorder(EditRecorder recorder);
    /// The same for a document that was restored from where `recorder` stores: without wholeState().
    void resumeRecorder(EditRecorder recorder);
    /// All frames and the history as one edit of kind Load.
    Edit wholeState() const;
    /// Takes over a stored document with its history; counts as saved. Fails as load() does, and with Corrupt for an
    /// impossible history (nothing is changed then).
    base::Status restore(StoredDocument stored);

    /// The step whose changes must be supplied before undo() or redo() can do something; usually nothing.
    std::optional<StepId> missingForUndo() const { return m_history.missingForUndo(); }
    std::optional<StepId> missingForRedo() const { return m_history.missingForRedo(); }
    /// Gives back the changes of that step, each in the form of encodeChange(). Fails with NotFound when it is not
    /// waited for, and with Corrupt or Unsupported when the changes cannot be used.
    base::Status supplyStep(StepId id, const std::vector<std::string>& changes);

    bool canUndo() const { return m_history.canUndo(); }
    bool canRedo() const { return m_history.canRedo(); }
    /// What undo() and redo() would take back or do again.
    std::optional<StepKind> undoKind() const { return m_history.undoKind(); }
    std::optional<StepKind> redoKind() const { return m_history.redoKind(); }
    /// The frame that changed (the first one of a run), so that the view can go there; nothing when there is no step.
    std::optional<int> undo();
    std::optional<int> redo();
    /// Beyond this many bytes (256 MiB at first) the oldest steps are forgotten, or only held by the recorder when
    /// there is one. The newest step always stays.
    void setUndoMemoryLimit(std::size_t bytes);
    std::size_t undoMemory() const { return m_history.bytes(); }

    /// True when something differs from what was loaded or marked as saved last.
    bool isModified() const { return !m_history.isClean(); }
    void markSaved();

private:
    base::Status checkFrame(int frame) const;
    base::Result<const Instance*> checkInstance(int frame, InstanceId id) const;
    bool hasCanvasSize(const masks::RleMask& mask) const;
    InstanceId takeId(int frame);
    void perform(StepKind kind, std::unique_ptr<FrameChange> change, RunId run = kNoRun);
    std::optional<int> announce(const std::vector<ChangeEvent>& events);
    base::Status checkFrames(std::vector<FrameAnnotation>& frames) const;
    FrameRecord recordOf(int frame) const;
    void record(EditAction action, StepKind kind, const std::vector<ChangeEvent>& events, std::vector<StepRecord> steps,
                std::vector<StepId> forgotten = {});
    base::Status checkFound(const SegmentedFrame& found) const;
    base::Result<MergedFrame> merged(int frame, const SegmentedFrame& found, ReplacePolicy policy);

    friend class JoinedChanges;
    struct Join {
        StepKind kind;
        RunId run;
    };

    int m_width = 0;
    int m_height = 0;
    std::optional<Join> m_join; ///< what changes become part of at the moment
    std::vector<FrameAnnotation> m_frames;
    std::vector<InstanceId> m_nextIds; ///< per frame; ids are never used again
    UndoHistory m_history;
    RunId m_lastRun = kNoRun;
    EditRecorder m_recorder;
    std::shared_ptr<ObserverList> m_observers;
};

/// While it lives, the changes of a document make up one undo step: a command that reshapes one object and removes
/// others. One at a time.
class JoinedChanges {
public:
    JoinedChanges(StackDocument& document, StepKind kind) : JoinedChanges(document, kind, document.newRun()) {}
    /// A part of a run: all parts are one step, though other things may happen between them.
    JoinedChanges(StackDocument& document, StepKind kind, RunId run) : m_document(document)
    {
        document.m_join = StackDocument::Join{kind, run};
    }
    ~JoinedChanges() { m_document.m_join.reset(); }
    JoinedChanges(const JoinedChanges&) = delete;
    JoinedChanges& operator=(const JoinedChanges&) = delete;

private:
    StackDocument& m_document;
};

} // namespace blastoscope::annotation

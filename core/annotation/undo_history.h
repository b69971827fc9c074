// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/annotation/edit.h"
#include "core/annotation/frame_change.h"
#include "core/base/error.h"

namespace blastoscope::annotation {

/// The steps that can be undone and done again, newest last. Beyond a limit of memory the oldest steps are forgotten,
/// or, when somebody stores them, give up their changes: those are supplied again when the step is next in line.
class UndoHistory {
public:
    using Changes = std::vector<std::unique_ptr<FrameChange>>;

    /// Adds a change that was made already and says what that did to the history. Changes of one run join one step as
    /// long as no later step touches the same frame. Steps to redo are forgotten, except that a run of a
    /// model leaves those of other frames alone. The encoded change is part of the result only while steps are stored.
    struct PushResult {
        std::optional<StepRecord> step;
        std::vector<StepId> forgotten;
    };
    PushResult push(StepKind kind, std::unique_ptr<FrameChange> change, RunId run);

    bool canUndo() const { return !m_done.steps.empty(); }
    bool canRedo() const { return !m_undone.steps.empty(); }
    std::optional<StepKind> undoKind() const;
    std::optional<StepKind> redoKind() const;
    /// The next step, when its changes must be supplied before undo() or redo() can do something.
    std::optional<StepId> missingForUndo() const { return m_done.missing(); }
    std::optional<StepId> missingForRedo() const { return m_undone.missing(); }
    /// Gives back the changes of the step that is missing on one of the two sides. Fails with NotFound when no side
    /// waits for this step, and with Corrupt when the changes do not fit the frames as they are.
    base::Status supply(StepId id, Changes changes, const std::vector<FrameAnnotation>& frames);

    /// Exchange the content of the newest step with `frames`; one event per changed frame, first changed first. Nothing
    /// happens while the step is missing.
    std::vector<ChangeEvent> undo(std::vector<FrameAnnotation>& frames);
    std::vector<ChangeEvent> redo(std::vector<FrameAnnotation>& frames);
    void clear();

    /// From now on steps are stored by somebody: none is forgotten for lack of memory.
    void setStored(bool stored) { m_stored = stored; }
    /// The step that undo() or redo() moved last, with all its changes.
    StepRecord movedByUndo() const { return m_undone.recordOfLast(true); }
    StepRecord movedByRedo() const { return m_done.recordOfLast(false); }
    /// Every step with its changes; those that are not in memory come without.
    std::vector<StepRecord> records() const;
    /// Takes over steps without their changes, in place of what is there. Fails with Corrupt for impossible ones.
    base::Status restore(std::vector<StepRecord> steps, int frameCount);
    RunId lastRun() const;

    void setMemoryLimit(std::size_t bytes);
    /// Heap memory of all steps.
    std::size_t bytes() const { return m_bytes; }

    bool isClean() const { return m_state == m_cleanState; }
    void markClean() { m_cleanState = m_state; }

private:
    struct Step {
        StepId id = 0;
        StepKind kind = StepKind::SegmentFrames;
        RunId run = kNoRun;
        std::uint64_t signature = 0; ///< exclusive-or over the signatures of its changes
        Changes changes;             ///< empty while they are missing
        std::size_t changeCount = 0;
        std::vector<int> frames; ///< ascending

        std::size_t bytes = 0;

        bool touches(int frame) const;
        void touch(int frame);
        std::size_t measure() const;
        StepRecord record(bool undone, std::size_t position) const;
    };
    struct Side {
        std::deque<Step> steps;       ///< next to undo or redo is last
        std::size_t missingCount = 0; ///< the steps whose changes are missing: always the oldest ones

        std::optional<StepId> missing() const;
        StepRecord recordOfLast(bool undone) const;
        Step takeLast();
    };

    Step& stepFor(StepKind kind, RunId run, int frame, std::size_t& position);
    std::vector<ChangeEvent> exchange(Step& step, std::vector<FrameAnnotation>& frames, bool backwards);
    std::vector<StepId> forgetUndone(RunId run, int frame);
    void trim();
    void trim(Side& side);

    Side m_done;
    Side m_undone;
    bool m_stored = false;
    std::size_t m_limit = std::size_t(256) << 20;
    std::size_t m_bytes = 0;
    StepId m_lastStep = 0;
    std::uint64_t m_changes = 0;
    std::uint64_t m_state = 0; ///< exclusive-or over the signatures of all changes in force: names the content
    std::uint64_t m_cleanState = 0;
};

} // namespace blastoscope::annotation

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/annotation/frame_change.h"

namespace blastoscope::annotation {

/// What a step does, for its name in the Edit menu.
enum class StepKind {
    SegmentFrames,
    AddInstance,
    RemoveInstances,
    ReshapeInstance,
    ChangeAttributes,
    ChangeOrder,
    ChangeReview,
    ClearFrame,
};

using RunId = int;
inline constexpr RunId kNoRun = 0;

/// The steps that can be undone and done again, newest last; the oldest are forgotten beyond a limit of memory.
class UndoHistory {
public:
    /// Adds a change that was made already. Changes of one run join one step as long as no later step touches the
    /// same frame. Steps to redo are forgotten, except that a run leaves those of other frames alone.
    void push(StepKind kind, std::unique_ptr<FrameChange> change, RunId run);

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    std::optional<StepKind> undoKind() const;
    std::optional<StepKind> redoKind() const;
    /// Exchange the content of the newest step with `frames`; one event per changed frame, first changed first.
    std::vector<ChangeEvent> undo(std::vector<FrameAnnotation>& frames);
    std::vector<ChangeEvent> redo(std::vector<FrameAnnotation>& frames);
    void clear();

    void setMemoryLimit(std::size_t bytes);
    /// Heap memory of all steps.
    std::size_t bytes() const { return m_bytes; }

    bool isClean() const { return m_state == m_cleanState; }
    void markClean() { m_cleanState = m_state; }

private:
    struct Step {
        StepKind kind = StepKind::SegmentFrames;
        RunId run = kNoRun;
        std::uint64_t signature = 0; ///< exclusive-or over the signatures of its changes
        std::vector<std::unique_ptr<FrameChange>> changes;

        std::size_t bytes = 0;

        bool touches(int frame) const;
        std::size_t measure() const;
    };

    Step& stepFor(StepKind kind, RunId run, int frame);
    std::vector<ChangeEvent> exchange(Step& step, std::vector<FrameAnnotation>& frames, bool backwards);
    void forgetUndone(RunId run, int frame);
    void trim();

    std::deque<Step> m_done;
    std::deque<Step> m_undone; ///< next to redo is last
    std::size_t m_limit = std::size_t(256) << 20;
    std::size_t m_bytes = 0;
    std::uint64_t m_changes = 0;
    std::uint64_t m_state = 0; ///< exclusive-or over the signatures of all changes in force: names the content
    std::uint64_t m_cleanState = 0;
};

} // namespace blastoscope::annotation

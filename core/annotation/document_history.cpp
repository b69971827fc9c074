// SPDX-License-Identifier: Apache-2.0
// How a document comes from a file, and how its changes are kept, taken back and handed on.
#include "core/annotation/document.h"

#include <algorithm>
#include <set>
#include <utility>

namespace blastoscope::annotation {
namespace {

/// The objects that one change of one frame names; none when the frame changed as a whole.
std::vector<InstanceId> objectsOf(const std::vector<ChangeEvent>& events)
{
    if (events.size() != 1)
        return {};
    switch (events.front().kind) {
    case ChangeKind::InstancesAdded:
    case ChangeKind::InstancesRemoved:
    case ChangeKind::ShapesChanged:
    case ChangeKind::AttributesChanged: return events.front().ids;
    default: return {};
    }
}

} // namespace

base::Status StackDocument::checkFrames(std::vector<FrameAnnotation>& frames) const
{
    if (int(frames.size()) != frameCount())
        return base::fail(base::ErrorCode::InvalidArgument, "The annotations are for " + std::to_string(frames.size())
                                                                + " frames but the stack has "
                                                                + std::to_string(frameCount()) + ".");
    for (FrameAnnotation& frame : frames) {
        if (frame.width == 0 && frame.height == 0) {
            frame.width = m_width;
            frame.height = m_height;
        }
        const bool fits =
            frame.width == m_width && frame.height == m_height
            && std::all_of(frame.instances.begin(), frame.instances.end(), [this](const Instance& instance) {
                   return hasCanvasSize(instance.amodal) && (!instance.visible || hasCanvasSize(*instance.visible));
               });
        if (!fits)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The annotations were made on images of another size than " + std::to_string(m_width)
                                  + " x " + std::to_string(m_height) + ".");
    }
    return {};
}

base::Status StackDocument::load(std::vector<FrameAnnotation> frames)
{
    if (auto status = checkFrames(frames); !status)
        return status;
    m_frames = std::move(frames);
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        m_nextIds[i] = std::max(m_nextIds[i], m_frames[i].nextId());
    m_history.clear();
    if (m_recorder)
        m_recorder(wholeState());
    m_observers->notify({ChangeKind::Reset, -1, {}});
    return {};
}

base::Status StackDocument::restore(StoredDocument stored)
{
    if (auto status = checkFrames(stored.frames); !status)
        return status;
    if (auto status = m_history.restore(std::move(stored.steps), frameCount()); !status)
        return status;
    m_frames = std::move(stored.frames);
    stored.nextIds.resize(m_frames.size(), 1);
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        m_nextIds[i] = std::max({m_nextIds[i], stored.nextIds[i], m_frames[i].nextId()});
    m_lastRun = std::max(m_lastRun, m_history.lastRun());
    m_history.markClean();
    m_observers->notify({ChangeKind::Reset, -1, {}});
    return {};
}

void StackDocument::setRecorder(EditRecorder recorder)
{
    resumeRecorder(std::move(recorder));
    if (m_recorder)
        m_recorder(wholeState());
}

void StackDocument::resumeRecorder(EditRecorder recorder)
{
    m_recorder = std::move(recorder);
    m_history.setStored(bool(m_recorder));
}

Edit StackDocument::wholeState() const
{
    Edit edit;
    edit.action = EditAction::Load;
    for (int frame = 0; frame < frameCount(); ++frame)
        edit.frames.push_back(recordOf(frame));
    edit.steps = m_history.records();
    return edit;
}

base::Status StackDocument::supplyStep(StepId id, const std::vector<std::string>& changes)
{
    UndoHistory::Changes decoded;
    for (const std::string& bytes : changes) {
        auto change = decodeChange(bytes);
        if (!change)
            return tl::unexpected(change.error());
        decoded.push_back(std::move(*change));
    }
    return m_history.supply(id, std::move(decoded), m_frames);
}

std::optional<int> StackDocument::undo()
{
    const auto kind = m_history.undoKind();
    const std::vector<ChangeEvent> events = m_history.undo(m_frames);
    if (m_recorder && !events.empty())
        record(EditAction::Undo, *kind, events, {m_history.movedByUndo()});
    return announce(events);
}

std::optional<int> StackDocument::redo()
{
    const auto kind = m_history.redoKind();
    const std::vector<ChangeEvent> events = m_history.redo(m_frames);
    if (m_recorder && !events.empty())
        record(EditAction::Redo, *kind, events, {m_history.movedByRedo()});
    return announce(events);
}

void StackDocument::setUndoMemoryLimit(std::size_t bytes)
{
    m_history.setMemoryLimit(bytes);
    m_observers->notify({ChangeKind::HistoryChanged, -1, {}});
}

void StackDocument::markSaved()
{
    m_history.markClean();
    m_observers->notify({ChangeKind::HistoryChanged, -1, {}});
}

void StackDocument::perform(StepKind kind, std::unique_ptr<FrameChange> change, RunId run)
{
    if (m_join && run == kNoRun) {
        kind = m_join->kind;
        run = m_join->run;
    }
    const ChangeEvent event = change->exchange(m_frames[std::size_t(change->frame())]);
    UndoHistory::PushResult pushed = m_history.push(kind, std::move(change), run);
    if (m_recorder)
        record(EditAction::Do, kind, {event}, {std::move(*pushed.step)}, std::move(pushed.forgotten));
    m_observers->notify(event);
}

FrameRecord StackDocument::recordOf(int frame) const
{
    return {frame, m_frames[std::size_t(frame)], m_nextIds[std::size_t(frame)]};
}

void StackDocument::record(EditAction action, StepKind kind, const std::vector<ChangeEvent>& events,
                           std::vector<StepRecord> steps, std::vector<StepId> forgotten)
{
    Edit edit;
    edit.action = action;
    edit.kind = kind;
    edit.ids = objectsOf(events);
    edit.steps = std::move(steps);
    edit.forgotten = std::move(forgotten);
    std::set<int> frames;
    for (const ChangeEvent& event : events)
        if (frames.insert(event.frame).second)
            edit.frames.push_back(recordOf(event.frame));
    m_recorder(std::move(edit));
}

std::optional<int> StackDocument::announce(const std::vector<ChangeEvent>& events)
{
    if (events.empty())
        return std::nullopt;
    const int first = events.front().frame;
    const std::shared_ptr<ObserverList> observers = m_observers;
    for (const ChangeEvent& event : events)
        observers->notify(event);
    return first;
}

} // namespace blastoscope::annotation

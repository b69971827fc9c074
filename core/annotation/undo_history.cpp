// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/undo_history.h"

#include <algorithm>
#include <map>
#include <set>

namespace blastoscope::annotation {
namespace {

/// splitmix64: spreads a serial number over 64 bits, so that exclusive-or sums of different sets differ.
std::uint64_t signatureOf(std::uint64_t serial)
{
    std::uint64_t z = serial * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// Whether the changes can be exchanged one after the other with the frames as they are, tried on copies.
bool fit(const UndoHistory::Changes& changes, bool backwards, const std::vector<FrameAnnotation>& frames)
{
    std::map<int, FrameAnnotation> copies;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const FrameChange& change = *changes[backwards ? changes.size() - 1 - k : k];
        auto copy = decodeChange(encodeChange(change)); // exchanging would use the change itself up
        const bool known = change.frame() >= 0 && std::size_t(change.frame()) < frames.size();
        if (!known || !copy)
            return false;
        const auto it = copies.try_emplace(change.frame(), frames[std::size_t(change.frame())]).first;
        if (!(*copy)->fits(it->second))
            return false;
        (*copy)->exchange(it->second);
    }
    return true;
}

} // namespace

bool UndoHistory::Step::touches(int frame) const
{
    return std::binary_search(frames.begin(), frames.end(), frame);
}

void UndoHistory::Step::touch(int frame)
{
    if (const auto it = std::lower_bound(frames.begin(), frames.end(), frame); it == frames.end() || *it != frame)
        frames.insert(it, frame);
}

std::size_t UndoHistory::Step::measure() const
{
    std::size_t sum = sizeof(*this) + changes.capacity() * sizeof(changes[0]) + frames.capacity() * sizeof(int);
    for (const auto& change : changes)
        sum += change->bytes();
    return sum;
}

StepRecord UndoHistory::Step::record(bool undone, std::size_t position) const
{
    StepRecord record{id, kind, run, undone, position, changeCount, frames, {}};
    for (std::size_t i = 0; i < changes.size(); ++i)
        record.changes.push_back({i, changes[i]->frame(), encodeChange(*changes[i])});
    return record;
}

std::optional<StepId> UndoHistory::Side::missing() const
{
    return !steps.empty() && missingCount == steps.size() ? std::optional(steps.back().id) : std::nullopt;
}

StepRecord UndoHistory::Side::recordOfLast(bool undone) const
{
    return steps.back().record(undone, steps.size() - 1);
}

UndoHistory::Step UndoHistory::Side::takeLast()
{
    Step step = std::move(steps.back());
    steps.pop_back();
    return step;
}

UndoHistory::PushResult UndoHistory::push(StepKind kind, std::unique_ptr<FrameChange> change, RunId run)
{
    const int frame = change->frame();
    PushResult result;
    result.forgotten = forgetUndone(kind == StepKind::SegmentFrames ? run : kNoRun, frame);
    std::size_t position = 0;
    Step& step = stepFor(kind, run, frame, position);
    const std::uint64_t signature = signatureOf(++m_changes);
    step.signature ^= signature;
    m_state ^= signature;
    step.touch(frame);
    const std::size_t place = step.changeCount++;
    if (m_stored)
        result.step = StepRecord{step.id, step.kind, step.run, false,       position,
                                 step.changeCount, step.frames, {{place, frame, encodeChange(*change)}}};
    if (position >= m_done.missingCount) { // otherwise the step is in the store, and so is this change of it
        const std::size_t added = change->bytes() + sizeof(change);
        step.changes.push_back(std::move(change));
        step.bytes += added;
        m_bytes += added;
    }
    trim();
    return result;
}

UndoHistory::Step& UndoHistory::stepFor(StepKind kind, RunId run, int frame, std::size_t& position)
{
    if (run != kNoRun)
        for (position = m_done.steps.size(); position-- > 0;) {
            if (m_done.steps[position].run == run)
                return m_done.steps[position];
            if (m_done.steps[position].touches(frame))
                break;
        }
    position = m_done.steps.size();
    Step& step = m_done.steps.emplace_back();
    step.id = ++m_lastStep;
    step.kind = kind;
    step.run = run;
    step.bytes = sizeof(Step);
    m_bytes += step.bytes;
    return step;
}

std::vector<StepId> UndoHistory::forgetUndone(RunId run, int frame)
{
    auto& steps = m_undone.steps;
    const bool independent =
        run != kNoRun && std::none_of(steps.begin(), steps.end(), [frame](const Step& s) { return s.touches(frame); });
    std::vector<StepId> forgotten;
    if (independent)
        return forgotten;
    for (const Step& step : steps) {
        m_bytes -= step.bytes;
        forgotten.push_back(step.id);
    }
    steps.clear();
    m_undone.missingCount = 0;
    return forgotten;
}

std::optional<StepKind> UndoHistory::undoKind() const
{
    return m_done.steps.empty() ? std::nullopt : std::optional(m_done.steps.back().kind);
}

std::optional<StepKind> UndoHistory::redoKind() const
{
    return m_undone.steps.empty() ? std::nullopt : std::optional(m_undone.steps.back().kind);
}

base::Status UndoHistory::supply(StepId id, Changes changes, const std::vector<FrameAnnotation>& frames)
{
    const bool forUndo = m_done.missing() == id;
    if (!forUndo && m_undone.missing() != id)
        return base::fail(base::ErrorCode::NotFound, "This step of the undo history is not waited for.");
    Side& side = forUndo ? m_done : m_undone;
    Step& step = side.steps.back();
    if (changes.size() != step.changeCount || !fit(changes, forUndo, frames))
        return base::fail(base::ErrorCode::Corrupt,
                          "A step of the undo history does not fit the annotations. What came before it cannot be "
                          "undone.");
    step.changes = std::move(changes);
    m_bytes -= step.bytes;
    step.bytes = step.measure();
    m_bytes += step.bytes;
    --side.missingCount;
    return {};
}

std::vector<ChangeEvent> UndoHistory::undo(std::vector<FrameAnnotation>& frames)
{
    if (m_done.steps.empty() || m_done.missing())
        return {};
    m_undone.steps.push_back(m_done.takeLast());
    return exchange(m_undone.steps.back(), frames, true);
}

std::vector<ChangeEvent> UndoHistory::redo(std::vector<FrameAnnotation>& frames)
{
    if (m_undone.steps.empty() || m_undone.missing())
        return {};
    m_done.steps.push_back(m_undone.takeLast());
    return exchange(m_done.steps.back(), frames, false);
}

std::vector<ChangeEvent> UndoHistory::exchange(Step& step, std::vector<FrameAnnotation>& frames, bool backwards)
{
    std::vector<ChangeEvent> events(step.changes.size());
    for (std::size_t k = 0; k < step.changes.size(); ++k) {
        const std::size_t i = backwards ? step.changes.size() - 1 - k : k;
        FrameChange& change = *step.changes[i];
        events[i] = change.exchange(frames[std::size_t(change.frame())]);
    }
    m_state ^= step.signature;
    m_bytes -= step.bytes;
    step.bytes = step.measure();
    m_bytes += step.bytes;
    if (m_stored)
        trim();
    return events;
}

void UndoHistory::clear()
{
    m_done = {};
    m_undone = {};
    m_bytes = 0;
    m_state = m_cleanState = 0;
}

std::vector<StepRecord> UndoHistory::records() const
{
    std::vector<StepRecord> records;
    for (const Side* side : {&m_done, &m_undone})
        for (std::size_t i = 0; i < side->steps.size(); ++i)
            records.push_back(side->steps[i].record(side == &m_undone, i));
    return records;
}

base::Status UndoHistory::restore(std::vector<StepRecord> steps, int frameCount)
{
    std::sort(steps.begin(), steps.end(),
              [](const StepRecord& a, const StepRecord& b) { return a.position < b.position; });
    std::set<StepId> ids;
    for (const StepRecord& record : steps) {
        const bool framesExist = std::all_of(record.frames.begin(), record.frames.end(),
                                             [&](int frame) { return frame >= 0 && frame < frameCount; });
        if (!framesExist || record.changeCount == 0 || !ids.insert(record.id).second)
            return base::fail(base::ErrorCode::Corrupt, "The undo history contradicts the annotations.");
    }
    clear();
    for (StepRecord& record : steps) {
        Side& side = record.undone ? m_undone : m_done;
        Step& step = side.steps.emplace_back();
        step.id = record.id;
        step.kind = record.kind;
        step.run = record.run;
        step.changeCount = record.changeCount;
        step.frames = std::move(record.frames);
        std::sort(step.frames.begin(), step.frames.end());
        step.signature = signatureOf(++m_changes);
        step.bytes = step.measure();
        m_bytes += step.bytes;
        m_lastStep = std::max(m_lastStep, step.id);
        ++side.missingCount;
    }
    return {};
}

RunId UndoHistory::lastRun() const
{
    RunId last = kNoRun;
    for (const Side* side : {&m_done, &m_undone})
        for (const Step& step : side->steps)
            last = std::max(last, step.run);
    return last;
}

void UndoHistory::setMemoryLimit(std::size_t bytes)
{
    m_limit = bytes;
    trim();
}

void UndoHistory::trim()
{
    trim(m_done);
    trim(m_undone);
}

void UndoHistory::trim(Side& side)
{
    while (m_bytes > m_limit && side.missingCount + 1 < side.steps.size()) {
        if (!m_stored) {
            m_bytes -= side.steps.front().bytes;
            side.steps.pop_front();
            side.missingCount -= side.missingCount > 0;
            continue;
        }
        Step& step = side.steps[side.missingCount++];
        m_bytes -= step.bytes;
        step.changes.clear();
        step.changes.shrink_to_fit();
        step.bytes = step.measure();
        m_bytes += step.bytes;
    }
}

} // namespace blastoscope::annotation

// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/undo_history.h"

#include <algorithm>

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

} // namespace

bool UndoHistory::Step::touches(int frame) const
{
    return std::any_of(changes.begin(), changes.end(),
                       [frame](const auto& change) { return change->frame() == frame; });
}

std::size_t UndoHistory::Step::measure() const
{
    std::size_t sum = sizeof(*this) + changes.capacity() * sizeof(changes[0]);
    for (const auto& change : changes)
        sum += change->bytes();
    return sum;
}

void UndoHistory::push(StepKind kind, std::unique_ptr<FrameChange> change, RunId run)
{
    forgetUndone(run, change->frame());
    Step& step = stepFor(kind, run, change->frame());
    const std::uint64_t signature = signatureOf(++m_changes);
    const std::size_t added = change->bytes() + sizeof(change);
    step.signature ^= signature;
    step.bytes += added;
    step.changes.push_back(std::move(change));
    m_state ^= signature;
    m_bytes += added;
    trim();
}

UndoHistory::Step& UndoHistory::stepFor(StepKind kind, RunId run, int frame)
{
    if (run != kNoRun)
        for (auto step = m_done.rbegin(); step != m_done.rend(); ++step) {
            if (step->run == run)
                return *step;
            if (step->touches(frame))
                break;
        }
    Step& step = m_done.emplace_back();
    step.kind = kind;
    step.run = run;
    step.bytes = sizeof(Step);
    m_bytes += step.bytes;
    return step;
}

void UndoHistory::forgetUndone(RunId run, int frame)
{
    const bool independent = run != kNoRun && std::none_of(m_undone.begin(), m_undone.end(), [frame](const Step& s) {
                                 return s.touches(frame);
                             });
    if (independent)
        return;
    for (const Step& step : m_undone)
        m_bytes -= step.bytes;
    m_undone.clear();
}

std::optional<StepKind> UndoHistory::undoKind() const
{
    return m_done.empty() ? std::nullopt : std::optional(m_done.back().kind);
}

std::optional<StepKind> UndoHistory::redoKind() const
{
    return m_undone.empty() ? std::nullopt : std::optional(m_undone.back().kind);
}

std::vector<ChangeEvent> UndoHistory::undo(std::vector<FrameAnnotation>& frames)
{
    if (m_done.empty())
        return {};
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    return exchange(m_undone.back(), frames, true);
}

std::vector<ChangeEvent> UndoHistory::redo(std::vector<FrameAnnotation>& frames)
{
    if (m_undone.empty())
        return {};
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    return exchange(m_done.back(), frames, false);
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
    return events;
}

void UndoHistory::clear()
{
    m_done.clear();
    m_undone.clear();
    m_bytes = 0;
    m_state = m_cleanState = 0;
}

void UndoHistory::setMemoryLimit(std::size_t bytes)
{
    m_limit = bytes;
    trim();
}

void UndoHistory::trim()
{
    while (m_bytes > m_limit && m_done.size() > 1) {
        m_bytes -= m_done.front().bytes;
        m_done.pop_front();
    }
    while (m_bytes > m_limit && m_undone.size() > 1) {
        m_bytes -= m_undone.front().bytes;
        m_undone.pop_front();
    }
}

} // namespace blastoscope::annotation

// SPDX-License-Identifier: Apache-2.0
#include "core/review/review_queue.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/base/random.h"
#include "core/base/sha256.h"

namespace blastoscope::review {
namespace {

using annotation::ReviewState;

constexpr int kNeighbourhood = 3;    ///< frames; what lies further away says nothing about a count
constexpr double kUsualChange = 0.2; ///< of a count: objects that are no blastomeres come into the picture and leave it
constexpr double kSmallVolume = 0.5; ///< of the stack's median
constexpr double kLargeVolume = 1.7;
constexpr std::size_t kEnoughFrames = 5; ///< for a median of volumes
constexpr std::size_t kRandomEvery = 5;
constexpr double kRandomWeight = 0.1;

/// Counts of a frame that a person threw away are no neighbours.
bool isNeighbour(const FrameFacts& facts)
{
    return facts.known && facts.review != ReviewState::Rejected;
}

std::optional<int> countBeside(std::span<const FrameFacts> facts, int frame, int direction)
{
    for (int step = 1; step <= kNeighbourhood; ++step) {
        const int other = frame + step * direction;
        if (other < 0 || other >= int(facts.size()))
            break;
        if (isNeighbour(facts[std::size_t(other)]))
            return facts[std::size_t(other)].cells;
    }
    return std::nullopt;
}

bool differsFromBoth(std::span<const FrameFacts> facts, int frame)
{
    const auto before = countBeside(facts, frame, -1), after = countBeside(facts, frame, 1);
    return before && after && *before == *after && facts[std::size_t(frame)].cells != *before;
}

/// Whether the frame before is the one that is odd, so that this one only goes back to what was.
bool followsAnOddOne(std::span<const FrameFacts> facts, int frame)
{
    for (int other = frame - 1; other >= std::max(0, frame - kNeighbourhood); --other)
        if (isNeighbour(facts[std::size_t(other)]))
            return differsFromBoth(facts, other);
    return false;
}

std::optional<Reason> countJump(std::span<const FrameFacts> facts, int frame)
{
    const int cells = facts[std::size_t(frame)].cells;
    const auto before = countBeside(facts, frame, -1);
    if (!before || *before == cells)
        return std::nullopt;
    const double was = *before;
    if (!facts[std::size_t(frame)].ofEmbryo && std::abs(cells - was) <= kUsualChange * was)
        return std::nullopt;
    if (differsFromBoth(facts, frame))
        return Reason{ReasonKind::CountDiffers, .9, was, {}};
    if (followsAnOddOne(facts, frame))
        return std::nullopt;
    if (cells < *before)
        return Reason{ReasonKind::CountFalls, .8, was, {}};
    if (cells > 2 * *before && *before > 0)
        return Reason{ReasonKind::CountLeaps, .7, was, {}};
    return Reason{ReasonKind::CountRises, .3, was, {}};
}

std::optional<double> medianVolume(std::span<const FrameFacts> facts)
{
    std::vector<double> volumes;
    for (const FrameFacts& frame : facts)
        if (isNeighbour(frame) && frame.cells > 0)
            volumes.push_back(frame.volume);
    if (volumes.size() < kEnoughFrames)
        return std::nullopt;
    const auto middle = volumes.begin() + std::ptrdiff_t(volumes.size() / 2);
    std::nth_element(volumes.begin(), middle, volumes.end());
    return *middle;
}

std::optional<Reason> oddVolume(const FrameFacts& facts, std::optional<double> usual)
{
    if (!usual || facts.cells == 0 || !facts.ofEmbryo)
        return std::nullopt;
    const double ratio = facts.volume / *usual;
    if (ratio >= kSmallVolume && ratio <= kLargeVolume)
        return std::nullopt;
    return Reason{ReasonKind::ImplausibleVolume, .6, ratio, {}};
}

double needOf(const std::vector<Reason>& reasons)
{
    double calm = 1;
    for (const Reason& reason : reasons)
        calm *= 1 - reason.weight;
    return 1 - calm;
}

QueueEntry entryOf(std::span<const FrameFacts> facts, int frame, std::optional<double> usualVolume)
{
    QueueEntry entry{.frame = frame, .reasons = facts[std::size_t(frame)].reasons};
    if (auto reason = countJump(facts, frame))
        entry.reasons.push_back(std::move(*reason));
    if (auto reason = oddVolume(facts[std::size_t(frame)], usualVolume))
        entry.reasons.push_back(std::move(*reason));
    return entry;
}

void sortByNeed(std::vector<QueueEntry>& entries)
{
    for (QueueEntry& entry : entries) {
        std::stable_sort(entry.reasons.begin(), entry.reasons.end(),
                         [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
        entry.need = needOf(entry.reasons);
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const QueueEntry& a, const QueueEntry& b) { return a.need > b.need; });
}

/// Every fifth place is one of the random frames, as long as there are any; the rest of them comes at the end.
std::vector<QueueEntry> interleaved(std::vector<QueueEntry> needy, std::vector<QueueEntry> random)
{
    std::vector<QueueEntry> all;
    auto next = random.begin();
    for (QueueEntry& entry : needy) {
        if (all.size() % kRandomEvery == kRandomEvery - 1 && next != random.end())
            all.push_back(std::move(*next++));
        all.push_back(std::move(entry));
    }
    std::move(next, random.end(), std::back_inserter(all));
    return all;
}

} // namespace

std::vector<QueueEntry> rankFrames(std::span<const FrameFacts> facts, const QueueOptions& options)
{
    const std::vector<int> picked = randomFrames(int(facts.size()), options.randomShare, options.seed);
    const auto usualVolume = medianVolume(facts);
    std::vector<QueueEntry> needy, random;
    for (int frame = 0; frame < int(facts.size()); ++frame) {
        const FrameFacts& own = facts[std::size_t(frame)];
        if (!own.known || own.review != ReviewState::ToDo)
            continue;
        QueueEntry entry = entryOf(facts, frame, usualVolume);
        const bool byChanceAlone = entry.reasons.empty();
        if (std::binary_search(picked.begin(), picked.end(), frame))
            entry.reasons.push_back({ReasonKind::Random, kRandomWeight, 0, {}});
        if (!entry.reasons.empty())
            (byChanceAlone ? random : needy).push_back(std::move(entry));
    }
    sortByNeed(needy);
    sortByNeed(random);
    return interleaved(std::move(needy), std::move(random));
}

std::vector<int> randomFrames(int frameCount, double share, std::uint64_t seed)
{
    if (frameCount <= 0 || share <= 0)
        return {};
    std::vector<int> frames(std::size_t(frameCount), 0);
    std::iota(frames.begin(), frames.end(), 0);
    base::Random random(seed);
    for (int i = frameCount - 1; i > 0; --i)
        std::swap(frames[std::size_t(i)], frames[std::size_t(random.integer(0, i))]);
    const auto wanted = std::size_t(std::clamp(std::ceil(share * frameCount), 1., double(frameCount)));
    frames.resize(wanted);
    std::sort(frames.begin(), frames.end());
    return frames;
}

std::uint64_t seedOf(const std::string& embryoId)
{
    constexpr int kHexDigits = 16;
    return std::stoull(base::sha256Hex(embryoId.data(), embryoId.size()).substr(0, kHexDigits), nullptr, 16);
}

} // namespace blastoscope::review

// SPDX-License-Identifier: Apache-2.0
#include "tests/tracking/tracking_score.h"

#include <cstdlib>
#include <set>
#include <tuple>

namespace blastoscope::tests {
namespace {

struct Division {
    std::set<int> daughters;
    int frame = 0; ///< first one with daughters
};

/// By mother; a cell that two sisters flow together to is no division.
std::map<int, Division> divisionsOf(const SimulatedLapse& lapse)
{
    std::map<int, Division> divisions;
    for (const auto& frame : lapse.frames)
        for (const auto& cell : frame.cells)
            if (const auto mother = lapse.motherOf.find(cell.id); mother != lapse.motherOf.end()) {
                auto [entry, isNew] = divisions.try_emplace(mother->second);
                if (isNew)
                    entry->second.frame = frame.frame;
                entry->second.daughters.insert(cell.id);
            }
    std::erase_if(divisions, [](const auto& entry) { return entry.second.daughters.size() < 2; });
    return divisions;
}

} // namespace

Score& Score::operator+=(const Score& other)
{
    found += other.found;
    said += other.said;
    wanted += other.wanted;
    return *this;
}

Score scoreLinks(const SimulatedLapse& truth, const tracking::Lineage& lineage)
{
    using Link = std::tuple<int, int, int, int>; // frame and id, frame and id
    std::set<Link> wanted;
    std::map<int, int> lastSeen;
    for (const auto& frame : truth.frames)
        for (const auto& cell : frame.cells) {
            if (const auto last = lastSeen.find(cell.id); last != lastSeen.end())
                wanted.insert({last->second, cell.id, frame.frame, cell.id});
            lastSeen[cell.id] = frame.frame;
        }
    Score score{0, 0, int(wanted.size())};
    for (const auto& [id, track] : lineage)
        for (std::size_t i = 1; i < track.points.size(); ++i) {
            const auto &a = track.points[i - 1], &b = track.points[i];
            ++score.said;
            score.found += wanted.contains({a.frame, a.cell, b.frame, b.cell});
        }
    return score;
}

Score scoreDivisions(const SimulatedLapse& exact, const tracking::Lineage& lineage, int tolerance)
{
    const auto wanted = divisionsOf(exact);
    Score score{0, 0, int(wanted.size())};
    for (const auto& [id, track] : lineage) {
        if (track.daughters.empty())
            continue;
        ++score.said;
        Division said{{}, 1 << 30};
        for (const int daughter : track.daughters) {
            said.daughters.insert(lineage.at(daughter).points.front().cell);
            said.frame = std::min(said.frame, lineage.at(daughter).firstFrame());
        }
        const auto truth = wanted.find(track.points.back().cell);
        score.found += truth != wanted.end() && truth->second.daughters == said.daughters &&
                       std::abs(truth->second.frame - said.frame) <= tolerance;
    }
    return score;
}

} // namespace blastoscope::tests

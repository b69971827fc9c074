// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/late_divisions.h"

#include <algorithm>
#include <array>

#include "core/tracking/link_cost.h"

namespace blastoscope::tracking {
namespace {

/// Where a path is to be cut: places [0, cut) are the mother.
struct Cut {
    std::size_t path = 0;
    std::size_t cut = 0;
    double gain = 0; ///< of explaining it as a division
};

/// The best cut of `path` that makes the path from `start` on its second daughter; gain 0 when there is none.
Cut bestCut(const TrackSet& set, std::size_t path, CellPlace start)
{
    Cut best{path, 0, 0};
    const Cell& late = set.frames[start.position].cells[start.index];
    const auto& places = set.paths[path].places;
    for (std::size_t cut = 1; cut < places.size(); ++cut) {
        const CellPlace last = places[cut - 1], next = places[cut];
        if (next.position > start.position || last.position + kLongestGap + 1 < start.position)
            continue;
        const Cell mother = set.cellAt(last, start.position), first = set.cellAt(next, start.position);
        const auto link = linkCost(mother, first);
        const auto division = divisionCost(mother, std::array{&first, &late});
        if (!division)
            continue;
        const double gain = link.value_or(2 * kUnexplained) + kUnexplained - *division;
        if (gain > best.gain)
            best = {path, cut, gain};
    }
    return best;
}

} // namespace

void splitLateDivisions(TrackSet& set)
{
    const std::size_t count = set.paths.size();
    for (std::size_t late = 0; late < count; ++late) {
        if (set.paths[late].places.empty() || set.paths[late].mother)
            continue;
        const CellPlace start = set.paths[late].places.front();
        Cut best;
        for (std::size_t path = 0; path < set.paths.size(); ++path)
            if (path != late)
                if (const Cut cut = bestCut(set, path, start); cut.gain > best.gain)
                    best = cut;
        if (best.gain <= 0)
            continue;
        const std::size_t first = set.paths.size();
        set.paths.push_back({{}, best.path});
        for (const std::size_t daughter : set.daughtersOf(best.path))
            set.paths[daughter].mother = first;
        auto& places = set.paths[best.path].places;
        set.paths[first].places.assign(places.begin() + long(best.cut), places.end());
        places.resize(best.cut);
        set.paths[late].mother = best.path;
    }
}

} // namespace blastoscope::tracking

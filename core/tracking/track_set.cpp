// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/track_set.h"

#include <set>
#include <utility>

#include "core/tracking/frame_linking.h"
#include "core/tracking/link_cost.h"

namespace blastoscope::tracking {

TrackSet TrackSet::follow(std::span<const CellFrame> frames, const Registration& registration,
                          const base::CancellationToken& cancel, const base::ProgressCallback& progress)
{
    TrackSet set{frames, registration, {}};
    std::vector<std::size_t> open; // paths that may go on
    for (std::size_t p = 0; p < frames.size() && !cancel.isCancelled(); ++p) {
        if (progress)
            progress({std::int64_t(p), std::int64_t(frames.size()), "Following cells"});
        std::erase_if(open,
                      [&](std::size_t path) { return p - set.paths[path].places.back().position > kLongestGap + 1; });
        std::vector<Candidate> candidates;
        for (const std::size_t path : open) {
            const CellPlace last = set.paths[path].places.back();
            candidates.push_back({set.cellAt(last, p), p - last.position - 1});
        }
        std::vector<std::optional<std::size_t>> pathOf(frames[p].cells.size()), motherOf(frames[p].cells.size());
        std::set<std::size_t> divided;
        for (const Step& step : linkFrame(candidates, frames[p].cells)) {
            const bool divides = step.children.size() > 1;
            for (const std::size_t child : step.children)
                (divides ? motherOf : pathOf)[child] = open[step.mother];
            if (divides)
                divided.insert(open[step.mother]);
        }
        std::erase_if(open, [&](std::size_t path) { return divided.contains(path); });
        for (std::size_t i = 0; i < pathOf.size(); ++i) {
            if (!pathOf[i]) {
                set.paths.push_back({{}, motherOf[i]});
                pathOf[i] = set.paths.size() - 1;
                open.push_back(*pathOf[i]);
            }
            set.paths[*pathOf[i]].places.push_back({p, i});
        }
    }
    return set;
}

std::vector<std::size_t> TrackSet::daughtersOf(std::size_t path) const
{
    std::vector<std::size_t> daughters;
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (paths[i].mother == path && !paths[i].places.empty())
            daughters.push_back(i);
    return daughters;
}

Cell TrackSet::cellAt(CellPlace place, std::size_t position) const
{
    return moved(frames[place.position].cells[place.index], registration.between(place.position, position));
}

void TrackSet::join(std::size_t first, std::size_t second)
{
    for (const std::size_t daughter : daughtersOf(second))
        paths[daughter].mother = first;
    auto& places = paths[first].places;
    const auto more = std::exchange(paths[second].places, {});
    places.insert(places.end(), more.begin(), more.end());
}

} // namespace blastoscope::tracking

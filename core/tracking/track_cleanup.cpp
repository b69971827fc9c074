// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/track_cleanup.h"

#include <algorithm>

namespace blastoscope::tracking {
namespace {

bool isPassing(const TrackSet& set, std::size_t index)
{
    const TrackPath& path = set.paths[index];
    if (path.places.empty() || path.places.size() >= kLastingFrames || path.places.front().position == 0 ||
        !set.daughtersOf(index).empty())
        return false;
    // A division shortly before the end has its mother as a witness.
    return !path.mother || path.places.back().position + 1 < set.frames.size();
}

} // namespace

void dropPassingCells(TrackSet& set)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < set.paths.size(); ++i) {
            if (!isPassing(set, i))
                continue;
            set.paths[i].places.clear();
            changed = true;
            if (!set.paths[i].mother)
                continue;
            const std::size_t mother = *set.paths[i].mother;
            if (const auto left = set.daughtersOf(mother); left.size() == 1)
                set.join(mother, left.front());
        }
    }
}

} // namespace blastoscope::tracking

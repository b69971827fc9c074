// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/tracker.h"

#include <algorithm>

#include "core/tracking/late_divisions.h"
#include "core/tracking/track_cleanup.h"

namespace blastoscope::tracking {

base::Status trackCells(std::span<CellFrame> frames, const base::CancellationToken& cancel,
                        const base::ProgressCallback& progress)
{
    const Registration registration(frames, cancel);
    TrackSet set = TrackSet::follow(frames, registration, cancel, progress);
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
    splitLateDivisions(set);
    dropPassingCells(set);

    std::erase_if(set.paths, [](const TrackPath& path) { return path.places.empty(); });
    std::stable_sort(set.paths.begin(), set.paths.end(), [](const TrackPath& a, const TrackPath& b) {
        return a.places.front().position < b.places.front().position;
    });
    for (CellFrame& frame : frames)
        for (Cell& cell : frame.cells)
            cell.trackId.reset();
    for (std::size_t i = 0; i < set.paths.size(); ++i)
        for (const CellPlace& place : set.paths[i].places)
            frames[place.position].cells[place.index].trackId = int(i) + 1;
    return {};
}

void trackAnnotations(std::span<annotation::FrameAnnotation* const> annotations)
{
    std::vector<CellFrame> frames;
    for (const annotation::FrameAnnotation* annotation : annotations)
        frames.push_back(cellFrameOf(int(frames.size()), *annotation));
    trackCells(frames);
    for (const CellFrame& frame : frames)
        for (const Cell& cell : frame.cells)
            annotations[std::size_t(frame.frame)]->find(cell.id)->trackId = cell.trackId;
}

} // namespace blastoscope::tracking

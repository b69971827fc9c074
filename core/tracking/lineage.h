// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/annotation/instance.h"
#include "core/base/cancellation.h"
#include "core/tracking/cell_frame.h"

namespace blastoscope::tracking {

/// A cell of a track in one frame.
struct TrackPoint {
    int frame = 0; ///< time index in the stack
    annotation::InstanceId cell = 0;
    bool operator==(const TrackPoint&) const = default;
};

/// One cell from division to division.
struct Track {
    int id = 0;
    std::optional<int> mother;      ///< track id
    std::vector<int> daughters;     ///< two or three track ids, ascending; empty when it does not divide
    /// Reverse cleavage: the track that this one's cell flowed into, together with a neighbour (fusions.h). A
    /// candidate.
    std::optional<int> flowedInto;
    std::vector<TrackPoint> points; ///< ascending, never empty
    /// Divisions since the 1-cell embryo. Known when its first ancestor was the only cell of the first frame with
    /// cells.
    std::optional<int> generation;
    double share = 0; ///< of the first cell, had all divisions been even: 1/4 for a grandchild; 0 without a generation

    int firstFrame() const { return points.front().frame; }
    int lastFrame() const { return points.back().frame; }
    bool operator==(const Track&) const = default;
};

/// The tracks of an embryo by their ids.
using Lineage = std::map<int, Track>;

/// Who is whose daughter, from tracks and silhouettes: of all ways to see a track that ends as the mother of two or
/// three that begin at most kLongestGap missing frames later, the cheapest ones by divisionCost() that explain more
/// than they cost; a late daughter costs more. So lineage needs no place in a file and follows edits of tracks. Cells
/// without a track are left out; of two cells of one track in a frame the first one counts. Empty when cancelled.
Lineage lineageOf(std::span<const CellFrame> frames, const base::CancellationToken& cancel = {});

} // namespace blastoscope::tracking

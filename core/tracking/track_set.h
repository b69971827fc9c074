// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/progress.h"
#include "core/tracking/cell_frame.h"
#include "core/tracking/registration.h"

namespace blastoscope::tracking {

/// A cell through time, from the division that made it to its own.
struct TrackPath {
    std::vector<CellPlace> places; ///< ascending in time, at most one per frame; empty once the path is given up
    std::optional<std::size_t> mother;
};

/// The paths through a sequence of frames while they are put together. Frames and registration must outlive it.
struct TrackSet {
    std::span<const CellFrame> frames;
    const Registration& registration;
    std::vector<TrackPath> paths;

    /// Links each frame with those before it: a cell may be missing from kLongestGap frames. Stops where it is
    /// cancelled.
    static TrackSet follow(std::span<const CellFrame> frames, const Registration& registration,
                           const base::CancellationToken& cancel = {}, const base::ProgressCallback& progress = {});

    std::vector<std::size_t> daughtersOf(std::size_t path) const;
    /// The cell at `place` in the coordinates of the frame at `position`.
    Cell cellAt(CellPlace place, std::size_t position) const;
    /// Appends `second` to `first`, which becomes the mother of its daughters.
    void join(std::size_t first, std::size_t second);
};

} // namespace blastoscope::tracking

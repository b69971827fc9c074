// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "ui/plots/stack_series.h"

namespace blastoscope::ui {

/// A track as a horizontal line.
struct TrackLine {
    std::size_t track = 0; ///< index of the track
    double row = 0;        ///< from the top, 0 for the first row; between two rows for a mother
    int from = 0;          ///< the frame where its mother divides, otherwise its first one
    int to = 0;            ///< the frame where it divides, otherwise its last one
    bool operator==(const TrackLine&) const = default;
};

/// A division as a vertical line from the first to the last daughter.
struct DivisionLine {
    std::size_t mother = 0; ///< index of the track
    int frame = 0;          ///< where the first daughter shows up
    double top = 0;         ///< rows
    double bottom = 0;
    bool operator==(const DivisionLine&) const = default;
};

struct LineageLayout {
    std::vector<TrackLine> lines; ///< in the order of the tracks
    std::vector<DivisionLine> divisions;
    int rows = 0;
};

/// The lineage as a drawing: each track that does not divide gets a row of its own among its family, daughters in the
/// order of their ids, and a mother lies in the middle of hers. Large families come first; short ones share rows where
/// they do not meet in time. The same tracks give the same drawing.
LineageLayout layoutOf(const std::vector<TrackSeries>& tracks);

} // namespace blastoscope::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/base/cancellation.h"
#include "core/tracking/cell_frame.h"

namespace blastoscope::tracking {

/// Whole pixels.
struct Shift {
    int dx = 0;
    int dy = 0;
    bool operator==(const Shift&) const = default;
};

/// The cell with its silhouette shifted; what leaves the frame is cut off, and a cell that would leave it wholly stays.
Cell moved(const Cell& cell, Shift shift);

/// How far the embryo as a whole moved: of no movement, that of the middle of all cells and those of single cells to
/// cells of a like size, the one that brings the silhouettes of both frames best over each other.
Shift shiftBetween(const CellFrame& before, const CellFrame& after);

/// Shifts along a sequence of frames. A frame without cells is skipped: the cells after it are compared with those
/// before it.
class Registration {
public:
    /// Once it is cancelled nothing moves any more.
    explicit Registration(std::span<const CellFrame> frames, const base::CancellationToken& cancel = {});

    /// From the frame at one position to that at another.
    Shift between(std::size_t from, std::size_t to) const;

private:
    std::vector<Shift> m_sinceFirst; ///< per position
};

} // namespace blastoscope::tracking

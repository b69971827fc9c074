// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/tracking/cell_frame.h"

namespace blastoscope::tracking {

/// A cell that may go on in a frame.
struct Candidate {
    Cell cell;               ///< in the coordinates of that frame
    std::size_t missing = 0; ///< frames for which it has not been seen
};

/// What becomes of one cell: itself, or two or three daughters.
struct Step {
    std::size_t mother = 0;            ///< among the candidates
    std::vector<std::size_t> children; ///< among the cells of the frame
};

/// The cheapest way to explain the cells of a frame by those before it: links by the augmented assignment, and
/// divisions wherever they make the whole cheaper. Candidates without a step end or stay missing, cells without one
/// begin.
std::vector<Step> linkFrame(const std::vector<Candidate>& before, const std::vector<Cell>& after);

} // namespace blastoscope::tracking

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// Cuts a mask along a line of two or more points. The parts, the largest first, make up the whole mask: pixels on the
/// cut go to the part they are nearest to, pieces that the line does not touch to the largest. The mask alone when the
/// line does not part it.
std::vector<RleMask> splitByLine(const RleMask& mask, std::span<const base::Point> line);

} // namespace blastoscope::masks

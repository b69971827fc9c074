// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// The pieces of a mask, the largest first; of equal ones the leftmost. Pixels that touch by a corner hang together.
std::vector<RleMask> components(const RleMask& mask);

/// Empty for an empty mask.
RleMask largestComponent(const RleMask& mask);

/// With all holes filled: unset pixels from which no way over edges leads out of the mask (a notch at the border of the
/// image is no hole).
RleMask withoutHoles(const RleMask& mask);

} // namespace blastoscope::masks

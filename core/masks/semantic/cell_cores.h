// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/semantic/ellipse_cover.h"

namespace blastoscope::masks {

/// Where cells of a depth map may be: the basins of the distance to what is not of depth 1, parted where the way
/// between two of them narrows below `neck` (0 to 1) of the half-width of the smaller one. Each as a disc: through the
/// part of its border that is the border of the whole, as far as that says more than the basin itself.
std::vector<Ellipse> cellCores(const DepthMap& map, double neck, double smallestRadius);

} // namespace blastoscope::masks

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::nn {

/// One connected region of a probability map.
struct MapRegion {
    base::Box box;         ///< map cells, finer than a cell: where the profile crosses the threshold
    double area = 0;       ///< sum of the probabilities over the region, cells
    double confidence = 0; ///< mean probability over the region
};

/// Regions of cells with at least `threshold` (8-connected) in a row-major width x height map, largest first. Regions
/// of less than `minArea` cells are dropped as noise.
std::vector<MapRegion> connectedRegions(std::span<const float> map, int width, int height, float threshold,
                                        double minArea);

/// An embryo of the frame; at least one of the two boxes is there.
struct FoundEmbryo {
    std::optional<base::Box> embryo; ///< the zona's outer contour
    std::optional<base::Box> clump;  ///< all its cells together
    double confidence = 0;           ///< of the embryo region, or of the clump's when there is no embryo region
};

/// Gives every clump region to the embryo region that holds its centre (several become one box); a clump outside of all
/// of them stands alone. Largest first, in the units of the regions.
std::vector<FoundEmbryo> pairRegions(const std::vector<MapRegion>& embryos, const std::vector<MapRegion>& clumps);

struct FinderBoxOptions {
    float threshold = 0.5f;
    double minEmbryoArea = 12; ///< cells; an embryo of 3.5 cells across is 14 px of a 192-px frame
    double minClumpArea = 4;
};

/// The embryos of one frame, in map cells. Both maps row-major, width x height.
std::vector<FoundEmbryo> embryosFromMaps(std::span<const float> clump, std::span<const float> embryo, int width,
                                         int height, const FinderBoxOptions& options = {});

} // namespace blastoscope::nn

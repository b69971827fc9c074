// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/masks/ellipse.h"

namespace blastoscope::masks {

/// How many silhouettes lie over each pixel as far as a semantic map knows: 0, 1, 2 (two or more) or kAnyDepth.
struct DepthMap {
    static constexpr std::uint8_t kAnyDepth = 255; ///< not known

    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> depths; ///< row-major
};

/// What an ellipse costs and which ones are allowed.
struct EllipseCoverOptions {
    double price = 0.006;     ///< of one more ellipse, as a share of the pixels that are covered
    double usualAspect = 1.2; ///< of the axes; more has its price
    double largestAspect = 1.8;
    double usualSpread = 0.3;  ///< of the radii of one embryo's cells about their median, as |ln|; more has its price
    double smallestRadius = 2; ///< px
};

/// What coverByEllipses() found.
struct EllipseCover {
    std::vector<Ellipse> ellipses;
    double cost = 0; ///< px
};

/// Ellipses that together give the depths of a map. Their cost is what they get wrong (a pixel counts by the difference
/// between its depth and the number of ellipses over it, at most 2) and the price of their number; a local search from
/// `start` moves and deforms them, joins, splits, leaves out and adds until nothing helps. They may reach beyond the
/// map. Deterministic; some tens of milliseconds for eight ellipses on 100 x 100 pixels.
EllipseCover coverByEllipses(const DepthMap& map, std::vector<Ellipse> start, const EllipseCoverOptions& options);

} // namespace blastoscope::masks

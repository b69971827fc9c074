// SPDX-License-Identifier: Apache-2.0
#include "core/inference/depth_order.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::inference
{

float VisibilityMap::at(int imageX, int imageY) const
{
    const int column = imageX - x, row = imageY - y;
    if (column < 0 || row < 0 || column >= width || row >= height)
        return 0;
    return values[std::size_t(row) * std::size_t(width) + std::size_t(column)];
}

std::optional<DepthOrder> pairOrder(int first, const Detection& a, const VisibilityMap& visibleA, int second,
                                    const Detection& b, const VisibilityMap& visibleB, const DepthOrderOptions& options)
{
    const base::Box common = base::intersected(a.box, b.box);
    if (common.isEmpty())
        return std::nullopt;
    // Boxes of masks lie on whole pixels.
    const int x = int(std::lround(common.x1)), y = int(std::lround(common.y1));
    const int width = int(std::lround(common.width())), height = int(std::lround(common.height()));
    const masks::Bitmap inA = a.amodal.crop(x, y, width, height), inB = b.amodal.crop(x, y, width, height);
    int overlap = 0;
    double topmostA = 0, topmostB = 0;
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            if (!inA.at(column, row) || !inB.at(column, row))
                continue;
            ++overlap;
            topmostA += visibleA.at(x + column, y + row);
            topmostB += visibleB.at(x + column, y + row);
        }
    }
    const double both = topmostA + topmostB;
    if (overlap < options.minOverlap || both < options.minShare * overlap)
        return std::nullopt;
    return pairOrder(first, second, topmostA / both, options);
}

std::optional<DepthOrder> pairOrder(int first, int second, double firstIsNearer, const DepthOrderOptions& options)
{
    const double confidence = std::max(firstIsNearer, 1 - firstIsNearer);
    if (confidence < options.minConfidence)
        return std::nullopt;
    return firstIsNearer > .5 ? DepthOrder{first, second, float(confidence)}
                              : DepthOrder{second, first, float(confidence)};
}

} // namespace blastoscope::inference

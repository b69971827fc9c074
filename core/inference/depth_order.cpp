// SPDX-License-Identifier: Apache-2.0
#include "core/inference/depth_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>

namespace blastoscope::inference {

float VisibilityMap::at(int imageX, int imageY) const
{
    const int column = imageX - x, row = imageY - y;
    if (column < 0 || row < 0 || column >= width || row >= height)
        return 0;
    return values[std::size_t(row) * std::size_t(width) + std::size_t(column)];
}

namespace {

/// None when the likelier answer is less probable than `least`.
std::optional<DepthOrder> likelierOrder(int first, int second, double firstIsNearer, double least)
{
    const double confidence = std::max(firstIsNearer, 1 - firstIsNearer);
    if (confidence < least)
        return std::nullopt;
    return firstIsNearer > .5 ? DepthOrder{first, second, float(confidence)}
                              : DepthOrder{second, first, float(confidence)};
}

} // namespace

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
    return likelierOrder(first, second, topmostA / both, options.minConfidence);
}

std::optional<DepthOrder> pairOrder(int first, int second, double firstIsNearer, const DepthOrderOptions& options)
{
    return likelierOrder(first, second, firstIsNearer, options.minProbability);
}

namespace {

using Farther = std::map<int, std::vector<int>>;

/// Whether `to` lies behind `from`, directly or by way of others.
bool reaches(const Farther& farther, int from, int to)
{
    std::set<int> seen;
    std::vector<int> open = {from};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == to)
            return true;
        const auto next = farther.find(at);
        if (seen.insert(at).second && next != farther.end())
            open.insert(open.end(), next->second.begin(), next->second.end());
    }
    return false;
}

} // namespace

std::vector<DepthOrder> withoutContradictions(const std::vector<DepthOrder>& orders)
{
    std::vector<std::size_t> byConfidence(orders.size());
    std::iota(byConfidence.begin(), byConfidence.end(), std::size_t(0));
    std::stable_sort(byConfidence.begin(), byConfidence.end(),
                     [&](std::size_t a, std::size_t b) { return orders[a].confidence > orders[b].confidence; });
    std::vector<bool> keeps(orders.size(), false);
    Farther farther;
    for (const std::size_t k : byConfidence) {
        keeps[k] = !reaches(farther, orders[k].farther, orders[k].nearer);
        if (keeps[k])
            farther[orders[k].nearer].push_back(orders[k].farther);
    }
    std::vector<DepthOrder> kept;
    for (std::size_t k = 0; k < orders.size(); ++k)
        if (keeps[k])
            kept.push_back(orders[k]);
    return kept;
}

} // namespace blastoscope::inference

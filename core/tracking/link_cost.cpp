// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/link_cost.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::tracking {
namespace {

constexpr double kLeastIou = .1;
constexpr double kSizeWeight = .3;
constexpr double kDistanceWeight = .2;
constexpr double kLeastInside = .4;
constexpr double kAsymmetryWeight = .5;
constexpr double kThirdDaughter = 1.2; ///< rare: dearer than a cell that begins without a reason

struct VolumeRange {
    double low, high; ///< V of a daughter / V of the mother
};
constexpr VolumeRange kOneOfTwo{.15, .9};
constexpr VolumeRange kOneOfThree{.1, .6};

/// Pixels that both cover; none between pictures of different sizes.
double commonArea(const Cell& a, const Cell& b)
{
    const bool sameCanvas =
        a.silhouette.width() == b.silhouette.width() && a.silhouette.height() == b.silhouette.height();
    if (!sameCanvas || base::intersected(a.box, b.box).isEmpty())
        return 0;
    return double(masks::intersectionArea(a.silhouette, b.silhouette));
}

} // namespace

std::optional<double> linkCost(const Cell& before, const Cell& after)
{
    const double common = commonArea(before, after);
    const double iou = common / (before.area + after.area - common);
    const double distance = std::hypot(after.centroid.x - before.centroid.x, after.centroid.y - before.centroid.y);
    if (iou < kLeastIou && distance > before.radius())
        return std::nullopt;
    return 1 - iou + kSizeWeight * std::abs(std::log(after.area / before.area)) +
           kDistanceWeight * std::min(1., distance / (.5 * before.radius()));
}

bool mayBeDaughter(const Cell& mother, const Cell& daughter)
{
    const double share = daughter.volume() / mother.volume();
    return share >= kOneOfThree.low && share <= kOneOfTwo.high &&
           commonArea(mother, daughter) >= kLeastInside * daughter.area;
}

std::optional<double> divisionCost(const Cell& mother, std::span<const Cell* const> daughters)
{
    const VolumeRange range = daughters.size() == 2 ? kOneOfTwo : kOneOfThree;
    double sum = 0, smallest = mother.volume(), largest = 0;
    for (const Cell* daughter : daughters) {
        const double share = daughter->volume() / mother.volume();
        if (share < range.low || share > range.high || !mayBeDaughter(mother, *daughter))
            return std::nullopt;
        sum += daughter->volume();
        smallest = std::min(smallest, daughter->volume());
        largest = std::max(largest, daughter->volume());
    }
    masks::RleMask all = daughters.front()->silhouette;
    for (const Cell* daughter : daughters.subspan(1))
        all = masks::united(all, daughter->silhouette);
    return 1 - masks::iou(mother.silhouette, all) + std::abs(std::log(sum / mother.volume())) +
           kAsymmetryWeight * std::log(largest / smallest) + (daughters.size() > 2 ? kThirdDaughter : 0);
}

} // namespace blastoscope::tracking

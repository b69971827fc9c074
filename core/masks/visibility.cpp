// SPDX-License-Identifier: Apache-2.0
#include "core/masks/visibility.h"

#include <algorithm>

namespace blastoscope::masks {

std::vector<SilhouettePair> overlappingPairs(std::span<const RleMask> silhouettes)
{
    std::vector<base::Box> boxes;
    for (const RleMask& mask : silhouettes)
        boxes.push_back(mask.boundingBox());
    std::vector<SilhouettePair> pairs;
    for (std::size_t i = 0; i < silhouettes.size(); ++i)
        for (std::size_t j = i + 1; j < silhouettes.size(); ++j)
            if (!base::intersected(boxes[i], boxes[j]).isEmpty() &&
                intersectionArea(silhouettes[i], silhouettes[j]) > 0)
                pairs.push_back({i, j});
    return pairs;
}

std::vector<std::optional<RleMask>> visibleMasks(std::span<const RleMask> silhouettes, std::span<const Cover> covers)
{
    std::vector<std::optional<RleMask>> visible(silhouettes.begin(), silhouettes.end());
    for (const auto& [i, j] : overlappingPairs(silhouettes)) {
        const bool iNearer = std::find(covers.begin(), covers.end(), Cover{i, j}) != covers.end();
        const bool jNearer = std::find(covers.begin(), covers.end(), Cover{j, i}) != covers.end();
        if (iNearer == jNearer) {
            visible[i].reset();
            visible[j].reset();
            continue;
        }
        auto& covered = visible[iNearer ? j : i];
        if (covered)
            covered = subtracted(*covered, silhouettes[iNearer ? i : j]);
    }
    return visible;
}

RleMask occlusionMap(std::span<const RleMask> silhouettes)
{
    if (silhouettes.empty())
        return {};
    RleMask once(silhouettes.front().width(), silhouettes.front().height());
    RleMask twice = once;
    for (const RleMask& mask : silhouettes) {
        twice = united(twice, intersected(once, mask));
        once = united(once, mask);
    }
    return twice;
}

} // namespace blastoscope::masks

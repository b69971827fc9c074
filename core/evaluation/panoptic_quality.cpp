// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/panoptic_quality.h"

#include <algorithm>
#include <vector>

namespace blastoscope::evaluation {

double panopticQuality(std::span<const masks::RleMask> truth, std::span<const masks::RleMask> found)
{
    constexpr double kMatch = 0.5;
    if (truth.empty() && found.empty())
        return 1;
    struct Pair {
        double iou;
        std::size_t truth, found;
    };
    std::vector<Pair> pairs;
    for (std::size_t t = 0; t < truth.size(); ++t) {
        for (std::size_t f = 0; f < found.size(); ++f) {
            if (const double iou = masks::iou(truth[t], found[f]); iou > kMatch)
                pairs.push_back({iou, t, f});
        }
    }
    // Silhouettes overlap, so that one mask may pass the threshold with several others.
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<bool> truthTaken(truth.size()), foundTaken(found.size());
    double sum = 0;
    std::size_t matches = 0;
    for (const Pair& pair : pairs) {
        if (truthTaken[pair.truth] || foundTaken[pair.found])
            continue;
        truthTaken[pair.truth] = foundTaken[pair.found] = true;
        sum += pair.iou;
        ++matches;
    }
    const double alone = double(truth.size() + found.size() - 2 * matches);
    return sum / (double(matches) + alone / 2);
}

} // namespace blastoscope::evaluation

// SPDX-License-Identifier: Apache-2.0
#include "core/inference/counting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace blastoscope::inference
{

namespace
{

bool areNearDuplicates(const Detection& a, const Detection& b, const NearDuplicateRule& rule)
{
    if (a.classId != b.classId || base::intersected(a.box, b.box).isEmpty())
        return false;
    const double logRatio = std::log(double(a.amodal.area()) / double(b.amodal.area()));
    return std::abs(logRatio) < rule.maxLogAreaRatio && masks::iou(a.amodal, b.amodal) > rule.minIou;
}

} // namespace

std::vector<std::size_t> withoutNearDuplicates(const std::vector<Detection>& detections, const NearDuplicateRule& rule)
{
    std::vector<std::size_t> order(detections.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return detections[a].score > detections[b].score; });
    std::vector<std::size_t> kept;
    for (const std::size_t candidate : order) {
        const auto repeats = [&](std::size_t better) {
            return areNearDuplicates(detections[better], detections[candidate], rule);
        };
        if (std::none_of(kept.begin(), kept.end(), repeats))
            kept.push_back(candidate);
    }
    return kept;
}

std::vector<int> countedDetections(const std::vector<Detection>& detections, double threshold, double mergeIou,
                                   int blastomereClass)
{
    std::vector<int> counted;
    const auto add = [&](bool blastomeres) {
        for (int i = 0; i < int(detections.size()); ++i) {
            const Detection& candidate = detections[std::size_t(i)];
            if ((candidate.classId == blastomereClass) != blastomeres || candidate.score < threshold)
                continue;
            const auto merges = [&](int k) {
                const Detection& better = detections[std::size_t(k)];
                return !base::intersected(better.box, candidate.box).isEmpty() &&
                       masks::iou(better.amodal, candidate.amodal) >= mergeIou;
            };
            if (std::none_of(counted.begin(), counted.end(), merges))
                counted.push_back(i);
        }
    };
    add(true);
    add(false);
    std::sort(counted.begin(), counted.end());
    return counted;
}

} // namespace blastoscope::inference

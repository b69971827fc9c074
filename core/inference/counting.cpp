// SPDX-License-Identifier: Apache-2.0
#include "core/inference/counting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace blastoscope::inference {

namespace {

bool areNearDuplicates(const Detection& a, const Detection& b, const NearDuplicateRule& rule)
{
    if (a.classId != b.classId || base::intersected(a.box, b.box).isEmpty())
        return false;
    const double logRatio = std::log(double(a.amodal.area()) / double(b.amodal.area()));
    return std::abs(logRatio) < rule.maxLogAreaRatio && masks::iou(a.amodal, b.amodal) > rule.minIou;
}

/// Whether a detection is the same object as one of `others`.
bool repeats(int index, const std::vector<int>& others, const std::vector<Detection>& detections, double mergeIou)
{
    const Detection& own = detections[std::size_t(index)];
    return std::any_of(others.begin(), others.end(), [&](int k) {
        const Detection& other = detections[std::size_t(k)];
        return !base::intersected(other.box, own.box).isEmpty() && masks::iou(other.amodal, own.amodal) >= mergeIou;
    });
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

std::vector<int> countedDetections(const std::vector<Detection>& detections,
                                   const std::vector<EmbryoFindings>& embryos, const nn::CountRule& rule,
                                   int blastomereClass)
{
    std::vector<int> blastomeres;
    for (int i = 0; i < int(detections.size()); ++i) {
        if (detections[std::size_t(i)].classId == blastomereClass &&
            !repeats(i, blastomeres, detections, rule.mergeIou))
            blastomeres.push_back(i);
    }
    std::vector<int> counted;
    for (const EmbryoFindings& embryo : embryos) {
        std::vector<int> own;
        std::vector<double> scores;
        for (const int i : embryo.detections) {
            if (!std::binary_search(blastomeres.begin(), blastomeres.end(), i))
                continue;
            own.push_back(i);
            scores.push_back(double(detections[std::size_t(i)].score));
        }
        counted.insert(counted.end(), own.begin(),
                       own.begin() + nn::mostProbableCount(scores, embryo.countProbabilities, rule));
    }
    for (int i = 0; i < int(detections.size()); ++i) {
        const Detection& other = detections[std::size_t(i)];
        if (other.classId != blastomereClass && double(other.score) >= rule.threshold &&
            !repeats(i, counted, detections, rule.mergeIou))
            counted.push_back(i);
    }
    std::sort(counted.begin(), counted.end());
    return counted;
}

} // namespace blastoscope::inference

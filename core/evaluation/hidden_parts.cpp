// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/hidden_parts.h"

#include <unordered_map>

namespace blastoscope::evaluation {
namespace {

using masks::RleMask;

constexpr double kSameObject = 0.5; ///< IoU of whole silhouettes

bool hidesEnough(const GroundTruth& truth, const std::optional<RleMask>& visible)
{
    if (!visible || truth.isCrowd || truth.isIgnored)
        return false;
    const double whole = double(truth.mask.area());
    return whole > 0 && whole - double(masks::intersectionArea(truth.mask, *visible)) >= kSmallestHiddenShare * whole;
}

/// A true object as its hidden part is compared.
struct HiddenPart {
    bool wanted = false;
    RleMask hidden;
    RleMask behind; ///< where other objects are visible, and the hidden part itself
};

std::vector<HiddenPart> hiddenPartsOf(const OccludedImage& occluded)
{
    const auto& truths = occluded.image.groundTruths;
    std::vector<HiddenPart> parts(truths.size());
    for (std::size_t g = 0; g < truths.size(); ++g) {
        parts[g].wanted = hidesEnough(truths[g], occluded.visible[g]);
        if (!parts[g].wanted)
            continue;
        parts[g].hidden = parts[g].behind = masks::subtracted(truths[g].mask, *occluded.visible[g]);
        for (std::size_t other = 0; other < truths.size(); ++other)
            if (other != g && occluded.visible[other])
                parts[g].behind = masks::united(parts[g].behind, *occluded.visible[other]);
    }
    return parts;
}

} // namespace

int countHiddenParts(std::span<const OccludedImage> images)
{
    int count = 0;
    for (const OccludedImage& occluded : images)
        for (std::size_t g = 0; g < occluded.image.groundTruths.size(); ++g)
            count += hidesEnough(occluded.image.groundTruths[g], occluded.visible[g]);
    return count;
}

CocoMetrics evaluateHiddenParts(std::span<const OccludedImage> images)
{
    std::vector<EvaluationImage> evaluated;
    std::unordered_map<std::int64_t, std::vector<HiddenPart>> partsOf;
    for (const OccludedImage& occluded : images) {
        auto& parts = partsOf[occluded.image.id] = hiddenPartsOf(occluded);
        EvaluationImage& image = evaluated.emplace_back(occluded.image);
        for (std::size_t g = 0; g < parts.size(); ++g)
            image.groundTruths[g].isIgnored = !parts[g].wanted;
    }
    return evaluateCoco(evaluated, [&](const EvaluationImage& image, std::size_t detection, std::size_t truth) {
        const RleMask& found = image.detections[detection].mask;
        if (masks::iou(found, image.groundTruths[truth].mask) < kSameObject)
            return 0.0;
        const HiddenPart& part = partsOf.at(image.id)[truth];
        return part.wanted ? masks::iou(masks::intersected(found, part.behind), part.hidden) : 1.0;
    });
}

} // namespace blastoscope::evaluation

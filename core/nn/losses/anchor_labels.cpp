// SPDX-License-Identifier: Apache-2.0
#include "core/nn/losses/anchor_labels.h"

#include "core/nn/ops/box_coder.h"

namespace blastoscope::nn {

namespace {

constexpr double kInside = 0.7;

} // namespace

torch::Tensor mayBeBackground(const torch::Tensor& boxes, const Targets& targets)
{
    const auto flags = boxes.options().dtype(torch::kBool);
    if (targets.exhaustive)
        return torch::ones({boxes.size(0)}, flags);
    if (targets.boxes.size(0) == 0)
        return torch::zeros({boxes.size(0)}, flags);
    const auto own = boxes.unsqueeze(1);
    const auto listed = targets.boxes.unsqueeze(0);
    const auto first = torch::max(own.narrow(2, 0, 2), listed.narrow(2, 0, 2));
    const auto last = torch::min(own.narrow(2, 2, 2), listed.narrow(2, 2, 2));
    const auto common = (last - first).clamp_min(0).prod(2);
    const auto area = (boxes.narrow(1, 2, 2) - boxes.narrow(1, 0, 2)).clamp_min(0).prod(1, true);
    return (common >= kInside * area).any(1);
}

AnchorLabels labelAnchors(const torch::Tensor& anchors, const Targets& targets, double positiveIou, double negativeIou)
{
    TORCH_CHECK(anchors.dim() == 2 && anchors.size(1) == 4, "labelAnchors: anchors must be [N, 4], got ",
                anchors.sizes());
    const auto count = anchors.size(0);
    AnchorLabels result{torch::zeros({count}, anchors.options().dtype(torch::kLong)),
                        torch::zeros({count}, anchors.options().dtype(torch::kLong))};
    const auto background = mayBeBackground(anchors, targets);
    result.label.masked_fill_(~background, -1);
    if (targets.boxes.size(0) == 0)
        return result;
    const auto iou = boxIou(anchors, targets.boxes);
    const auto ignored = targets.ignore.to(torch::kBool);
    const auto real = iou.masked_fill(ignored, 0);
    const auto [best, instance] = real.max(1);
    const auto bestOfInstance = std::get<0>(real.max(0));
    // An instance that no anchor touches has a maximum of 0, which must not make every anchor positive.
    const auto attains = ((real == bestOfInstance) & (bestOfInstance > 0)).any(1);
    const auto positive = (best >= positiveIou) | attains;
    const auto doubtful = (best >= negativeIou) | (iou.masked_fill(~ignored, 0) >= negativeIou).any(1);
    result.label.masked_fill_(doubtful, -1);
    result.label.masked_fill_(positive, 1);
    // The best instance by overlap: for an anchor that is positive only because it attains a maximum this is still the
    // instance it fits best.
    result.instance = instance;
    return result;
}

} // namespace blastoscope::nn

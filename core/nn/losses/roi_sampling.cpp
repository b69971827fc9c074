// SPDX-License-Identifier: Apache-2.0
#include "core/nn/losses/roi_sampling.h"

#include <algorithm>

#include "core/nn/losses/anchor_labels.h"
#include "core/nn/ops/box_coder.h"

namespace blastoscope::nn {

namespace {

struct Matched {
    torch::Tensor label;    ///< [n] int64, -1 takes no part
    torch::Tensor instance; ///< [n] int64
};

Matched matchProposals(const torch::Tensor& boxes, const Targets& targets, double positiveIou)
{
    const auto longs = boxes.options().dtype(torch::kLong);
    const auto unknown = ~mayBeBackground(boxes, targets);
    if (targets.boxes.size(0) == 0)
        return {torch::zeros({boxes.size(0)}, longs).masked_fill(unknown, -1), torch::zeros({boxes.size(0)}, longs)};
    const auto iou = boxIou(boxes, targets.boxes);
    const auto ignored = targets.ignore.to(torch::kBool);
    const auto [best, instance] = iou.masked_fill(ignored, 0).max(1);
    const auto doubtful = (iou.masked_fill(~ignored, 0) >= positiveIou).any(1);
    auto label = torch::zeros({boxes.size(0)}, longs).masked_fill(doubtful | unknown, -1);
    label = torch::where(best >= positiveIou, targets.labels.index_select(0, instance), label);
    return {label, instance};
}

} // namespace

RoiSample RoiSample::select(const torch::Tensor& index) const
{
    return {rois.index_select(0, index), labels.index_select(0, index), instance.index_select(0, index)};
}

torch::Tensor drawWithoutReplacement(const torch::Tensor& from, int64_t count, at::Generator& generator)
{
    if (from.size(0) <= count)
        return from;
    const auto order = torch::randperm(from.size(0), generator, torch::kLong);
    return from.index_select(0, order.narrow(0, 0, count).to(from.device()));
}

RoiSample sampleRois(const std::vector<torch::Tensor>& proposals, const std::vector<Targets>& targets,
                     const RoiSamplingOptions& options, at::Generator& generator)
{
    TORCH_CHECK(!proposals.empty() && proposals.size() == targets.size(), "sampleRois: ", proposals.size(),
                " images with proposals but ", targets.size(), " with targets");
    std::vector<torch::Tensor> rois, labels, instances;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const auto& truth = targets[i];
        const auto usable = truth.ignore.to(torch::kBool).logical_not().nonzero().flatten();
        const auto boxes = torch::cat({proposals[i], truth.boxes.index_select(0, usable)});
        const auto matched = matchProposals(boxes, truth, options.positiveIou);
        const auto maxPositive = int64_t(options.perImage * options.positiveShare);
        const auto positive = drawWithoutReplacement((matched.label > 0).nonzero().flatten(), maxPositive, generator);
        const auto negative = drawWithoutReplacement((matched.label == 0).nonzero().flatten(),
                                                     options.perImage - positive.size(0), generator);
        const auto chosen = torch::cat({positive, negative});
        const auto image = torch::full({chosen.size(0), 1}, double(i), boxes.options());
        rois.push_back(torch::cat({image, boxes.index_select(0, chosen)}, 1));
        labels.push_back(matched.label.index_select(0, chosen));
        instances.push_back(matched.instance.index_select(0, chosen));
    }
    return {torch::cat(rois), torch::cat(labels), torch::cat(instances)};
}

} // namespace blastoscope::nn

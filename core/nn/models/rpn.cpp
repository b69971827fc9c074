// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/rpn.h"

#include <algorithm>

#include "core/nn/layers/precision.h"
#include "core/nn/losses/anchor_labels.h"
#include "core/nn/losses/roi_sampling.h"
#include "core/nn/losses/smooth_l1.h"
#include "core/nn/ops/box_coder.h"
#include "core/nn/ops/nms.h"

namespace blastoscope::nn {

namespace {

constexpr double kMinProposalSide = 1e-3;

/// The best anchors of every level of every image, decoded.
struct Candidates {
    torch::Tensor boxes;  ///< [B, M, 4]
    torch::Tensor scores; ///< [B, M]
    torch::Tensor levels; ///< [M] int64
};

Candidates bestPerLevel(const RpnOutput& output, const ProposalOptions& options)
{
    const auto batch = output.objectness.size(0);
    std::vector<torch::Tensor> scores, indices, levels;
    int64_t start = 0;
    for (std::size_t level = 0; level < output.levelSizes.size(); ++level) {
        const auto count = output.levelSizes[level];
        const auto kept = std::min<int64_t>(count, options.preNms);
        auto [score, index] = output.objectness.narrow(1, start, count).topk(kept, 1);
        scores.push_back(score);
        indices.push_back(index + start);
        levels.push_back(torch::full({kept}, int64_t(level), index.options()));
        start += count;
    }
    const auto index = torch::cat(indices, 1);
    const auto deltas = output.deltas.gather(1, index.unsqueeze(2).expand({-1, -1, 4}));
    const auto anchors = output.anchors.index_select(0, index.flatten());
    const auto boxes = BoxCoder().decode(deltas.reshape({-1, 4}), anchors);
    const auto clipped = clipBoxes(boxes, double(options.imageHeight), double(options.imageWidth));
    return {clipped.reshape({batch, -1, 4}), torch::cat(scores, 1), torch::cat(levels)};
}

} // namespace

std::vector<torch::Tensor> selectProposals(const RpnOutput& output, const ProposalOptions& options)
{
    TORCH_CHECK(options.imageHeight > 0 && options.imageWidth > 0, "selectProposals: the image size is missing");
    const torch::NoGradGuard noGrad;
    const auto device = output.objectness.device();
    auto candidates = bestPerLevel(output, options);
    // Suppression is sequential: one copy to the CPU serves all images.
    const auto boxes = candidates.boxes.cpu();
    const auto scores = candidates.scores.cpu();
    const auto levels = candidates.levels.cpu();
    std::vector<torch::Tensor> proposals;
    for (int64_t image = 0; image < boxes.size(0); ++image) {
        const auto own = boxes[image];
        const auto sides = own.narrow(1, 2, 2) - own.narrow(1, 0, 2);
        const auto usable = (sides >= kMinProposalSide).all(1).nonzero().flatten();
        const auto usableBoxes = own.index_select(0, usable);
        const auto kept = batchedNms(usableBoxes, scores[image].index_select(0, usable), levels.index_select(0, usable),
                                     options.nmsThreshold, options.postNms);
        proposals.push_back(usableBoxes.index_select(0, kept).to(device));
    }
    return proposals;
}

RegionProposalNetworkImpl::RegionProposalNetworkImpl(const RpnOptions& o) : options(o)
{
    TORCH_CHECK(!o.anchors.sizes.empty() && o.anchors.sizes.size() == o.anchors.strides.size(),
                "RegionProposalNetwork: one anchor size per stride is needed");
    const int perCell = anchorsPerCell(0);
    conv = register_module("conv", Conv2d(Conv2dOptions{.in = o.channels, .out = o.channels}));
    objectness = register_module("objectness", Conv2d(Conv2dOptions{.in = o.channels, .out = perCell, .kernel = 1}));
    deltas = register_module("deltas", Conv2d(Conv2dOptions{.in = o.channels, .out = 4 * perCell, .kernel = 1}));
    for (auto& layer : {conv, objectness, deltas})
        torch::nn::init::normal_(layer->weight, 0, 0.01);
}

int RegionProposalNetworkImpl::anchorsPerCell(std::size_t level) const
{
    const auto sizes = level == 0 ? 1 + options.fineSizes.size() : 1;
    return int(sizes * options.anchors.ratios.size());
}

torch::Tensor RegionProposalNetworkImpl::anchorsOf(int level, int64_t height, int64_t width,
                                                   torch::Device device) const
{
    const auto own = levelAnchors(options.anchors, level, height, width, device);
    if (level > 0 || options.fineSizes.empty())
        return own;
    const auto ratios = int64_t(options.anchors.ratios.size());
    std::vector<torch::Tensor> sizes = {own.reshape({height * width, ratios, 4})};
    for (const double size : options.fineSizes) {
        AnchorOptions fine = options.anchors;
        fine.sizes[0] = size;
        sizes.push_back(levelAnchors(fine, 0, height, width, device).reshape({height * width, ratios, 4}));
    }
    return torch::cat(sizes, 1).reshape({-1, 4});
}

RpnOutput RegionProposalNetworkImpl::forward(const std::vector<torch::Tensor>& levels)
{
    TORCH_CHECK(levels.size() == options.anchors.sizes.size(), "RegionProposalNetwork: ", levels.size(),
                " levels for ", options.anchors.sizes.size(), " anchor sizes");
    RpnOutput output;
    std::vector<torch::Tensor> logits, boxes, anchors;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto batch = levels[i].size(0);
        const int used = anchorsPerCell(i);
        const auto x = conv(levels[i]).relu_();
        const auto score = objectness(x).permute({0, 2, 3, 1}).narrow(3, 0, used);
        const auto delta = deltas(x).permute({0, 2, 3, 1}).narrow(3, 0, 4 * used);
        logits.push_back(atLeastFp32(score.reshape({batch, -1})));
        boxes.push_back(atLeastFp32(delta.reshape({batch, -1, 4})));
        anchors.push_back(anchorsOf(int(i), levels[i].size(2), levels[i].size(3), levels[i].device()));
        output.levelSizes.push_back(anchors.back().size(0));
    }
    output.objectness = torch::cat(logits, 1);
    output.deltas = torch::cat(boxes, 1);
    output.anchors = torch::cat(anchors);
    return output;
}

LossMap RegionProposalNetworkImpl::losses(const RpnOutput& output, const std::vector<Targets>& targets,
                                          at::Generator& generator) const
{
    TORCH_CHECK(output.objectness.size(0) == int64_t(targets.size()), "RegionProposalNetwork: ", targets.size(),
                " targets for ", output.objectness.size(0), " images");
    const BoxCoder coder;
    const auto maxPositive = int64_t(options.samplesPerImage * options.positiveShare);
    std::vector<torch::Tensor> positives, negatives, wanted;
    const auto perImage = output.anchors.size(0);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto labels = labelAnchors(output.anchors, targets[i], options.positiveIou, options.negativeIou);
        const auto positive =
            drawWithoutReplacement((labels.label == 1).nonzero().flatten(), maxPositive, generator);
        const auto negative = drawWithoutReplacement((labels.label == 0).nonzero().flatten(),
                                                     options.samplesPerImage - positive.size(0), generator);
        const auto offset = int64_t(i) * perImage;
        positives.push_back(positive + offset);
        negatives.push_back(negative + offset);
        if (positive.size(0) > 0)
            wanted.push_back(coder.encode(
                targets[i].boxes.index_select(0, labels.instance.index_select(0, positive)),
                output.anchors.index_select(0, positive)));
    }
    const auto positive = torch::cat(positives);
    const auto sampled = torch::cat({positive, torch::cat(negatives)});
    const auto total = double(std::max<int64_t>(sampled.size(0), 1));
    const auto logits = output.objectness.reshape(-1).index_select(0, sampled);
    auto truth = torch::zeros_like(logits);
    truth.narrow(0, 0, positive.size(0)).fill_(1);
    const auto objectnessLoss =
        torch::binary_cross_entropy_with_logits(logits, truth, {}, {}, at::Reduction::Sum) / total;
    const auto predicted = output.deltas.reshape({-1, 4}).index_select(0, positive);
    const auto boxLoss = wanted.empty() ? predicted.sum() : smoothL1Sum(predicted, torch::cat(wanted)) / total;
    return {{"rpn_objectness", objectnessLoss}, {"rpn_box", boxLoss}};
}

} // namespace blastoscope::nn

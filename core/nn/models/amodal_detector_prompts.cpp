// SPDX-License-Identifier: Apache-2.0
// The detector asked about single boxes of a picture that it has looked at before.
#include "core/nn/models/amodal_detector.h"

#include "core/nn/models/detector_layout.h"
#include "core/nn/ops/roi_align.h"

namespace blastoscope::nn {
PictureFeatures AmodalDetectorImpl::features(const torch::Tensor& image, Precision precision)
{
    TORCH_CHECK(image.dim() == 4 && image.size(0) == 1, "AmodalDetector: one image [1, 1, H, W] expected, got ",
                image.sizes());
    const torch::NoGradGuard noGrad;
    auto extracted = extract(image, precision);
    const ProposalOptions testing{.preNms = options.rpn.testPreNms,
                                  .postNms = options.rpn.testPostNms,
                                  .nmsThreshold = options.rpn.nmsThreshold,
                                  .imageHeight = image.size(2),
                                  .imageWidth = image.size(3)};
    return {std::move(extracted.levels), selectProposals(extracted.proposals, testing).front(), image.size(2),
            image.size(3)};
}

torch::Tensor AmodalDetectorImpl::regressed(const PictureFeatures& picture, const torch::Tensor& boxes)
{
    const auto rois = torch::cat({torch::zeros({boxes.size(0), 1}, boxes.options()), boxes}, 1);
    const auto head = box_head(roiAlignPyramid(picture.levels, kLevelStrides, rois, kBoxPool, options.canonicalSize));
    const auto decoded = BoxCoder(kBoxHeadWeights).decode(head.deltas, boxes).reshape({boxes.size(0), -1, 4});
    const auto label = head.logits.narrow(1, 1, options.classes).argmax(1) + 1;
    const auto own = decoded.gather(1, label.reshape({-1, 1, 1}).expand({-1, 1, 4})).squeeze(1);
    return clipBoxes(own, double(picture.height), double(picture.width));
}

DetectorOutput AmodalDetectorImpl::detectAt(const PictureFeatures& picture, const torch::Tensor& boxes,
                                            const DetectOptions& detectOptions)
{
    TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 4, "AmodalDetector: boxes must be [n, 4], got ", boxes.sizes());
    const torch::NoGradGuard noGrad;
    auto rois = clipBoxes(boxes.to(picture.levels.front().device(), torch::kFloat32), double(picture.height),
                          double(picture.width));
    const auto hasArea = [](const torch::Tensor& b) {
        return ((b.select(1, 2) - b.select(1, 0) > 1) & (b.select(1, 3) - b.select(1, 1) > 1)).nonzero().flatten();
    };
    rois = rois.index_select(0, hasArea(rois));
    if (rois.size(0) > 0) {
        const auto second = regressed(picture, rois);
        rois = torch::cat({rois, second.index_select(0, hasArea(second))});
    }
    auto outputs = detectBoxes(picture.levels, {rois}, picture.height, picture.width, detectOptions);
    addMasks(outputs, picture.levels);
    return outputs.front();
}

} // namespace blastoscope::nn

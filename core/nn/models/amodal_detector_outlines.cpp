// SPDX-License-Identifier: Apache-2.0
// The mask branch of the detector measured apart from its boxes.
#include "core/nn/losses/mask_losses.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/detector_layout.h"

namespace blastoscope::nn {
namespace {

double meanIou(const torch::Tensor& logits, const torch::Tensor& truth)
{
    return binaryMaskIou(logits > 0, truth).mean().item<double>();
}

/// The objects of a batch that are not ignored.
struct KnownObjects {
    torch::Tensor rois;   ///< [R, 5] image and box, grown as the mask branch's are
    torch::Tensor labels; ///< [R]
    torch::Tensor amodal; ///< [R, 1, kMaskSize, kMaskSize]
};

KnownObjects knownObjects(const std::vector<Targets>& targets, double margin)
{
    std::vector<torch::Tensor> rois, labels, amodal;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto instance = torch::logical_not(targets[i].ignore).nonzero().flatten();
        const auto boxes = expandBoxes(targets[i].boxes.index_select(0, instance), margin);
        rois.push_back(torch::cat({torch::full({boxes.size(0), 1}, double(i), boxes.options()), boxes}, 1));
        labels.push_back(targets[i].labels.index_select(0, instance));
        amodal.push_back(cropBinaryMasks(targets[i].amodal, instance, boxes, kMaskSize));
    }
    return {torch::cat(rois), torch::cat(labels), torch::cat(amodal)};
}

} // namespace

OutlineQuality AmodalDetectorImpl::outlineQuality(const TrainingBatch& batch, Precision precision)
{
    const torch::NoGradGuard noGrad;
    const auto known = knownObjects(batch.targets, options.mask.margin);
    OutlineQuality quality;
    quality.objects = known.rois.size(0);
    if (quality.objects == 0)
        return quality;
    const auto output = predictMasks(extract(batch.images, precision).levels, known.rois);
    quality.silhouetteIou = meanIou(selectClass(output.masks.amodal, known.labels), known.amodal);
    if (code_head.is_empty())
        return quality;
    const auto ofCode = [&](const torch::Tensor& latents) {
        return meanIou(vq_vae->decode(latents).logits.to(torch::kFloat32), known.amodal);
    };
    const auto right = vq_vae->codesOf(known.amodal);
    quality.codeAccuracy = (output.codeLogits.argmax(1) == right).to(torch::kFloat64).mean().item<double>();
    quality.initialIou = ofCode(latentsOf(output.codeLogits));
    quality.codedIou = ofCode(vq_vae->embed(right));
    return quality;
}

} // namespace blastoscope::nn

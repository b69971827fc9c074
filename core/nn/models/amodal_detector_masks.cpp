// SPDX-License-Identifier: Apache-2.0
// The mask branch of the detector: which heads there are, what they predict for RoIs and what they are trained on.
#include "core/nn/models/amodal_detector.h"

#include <algorithm>

#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/detector_layout.h"
#include "core/nn/ops/roi_align.h"

namespace blastoscope::nn {

void MaskPlusOptions::check(int roiChannels) const
{
    TORCH_CHECK(context.empty() || context.back() == roiChannels, "maskPlus: the last of \"context\" must be ",
                roiChannels, ", the channels of the RoI features");
    TORCH_CHECK(std::all_of(context.begin(), context.end(), [](int width) { return width > 0; }) && pyramidWidth >= 0,
                "maskPlus: widths must be positive");
    const auto count = [&](double scale) { return std::count(auxiliaryScales.begin(), auxiliaryScales.end(), scale); };
    TORCH_CHECK(count(0.5) <= 1 && count(2) <= 1 && std::size_t(count(0.5) + count(2)) == auxiliaryScales.size(),
                "maskPlus: \"auxiliaryScales\" may hold 0.5 and 2, each once");
    TORCH_CHECK(earlyWeight > 0 && earlyShare >= 0 && earlyShare <= 1,
                "maskPlus: \"earlyWeight\" must be positive and \"earlyShare\" between 0 and 1");
}

FcnMaskHeadOptions AmodalDetectorImpl::maskHeadOptions(int channels) const
{
    const auto& mask = options.mask;
    const auto& plus = mask.maskPlus;
    FcnMaskHeadOptions head{.in = channels, .hidden = mask.hidden};
    head.outputs = mask.classAgnostic ? 1 : options.classes;
    head.kinds = mask.asn.enabled ? 1 : 2;
    if (plus.pyramid)
        head.pyramidWidth = plus.pyramidWidth > 0 ? plus.pyramidWidth : mask.hidden;
    head.boundary = plus.boundary;
    return head;
}

void AmodalDetectorImpl::registerMaskHeads(int channels)
{
    const auto& mask = options.mask;
    const int seen = mask.asn.enabled ? mask.asn.hidden : channels;
    if (mask.kind == MaskHeadKind::Fcn) {
        fcn_mask_head = register_module("fcn_mask_head", FcnMaskHead(maskHeadOptions(seen)));
    } else {
        TORCH_CHECK(mask.vqVae.maskSize == kMaskSize, "AmodalDetector: shape codes must describe ", kMaskSize, " x ",
                    kMaskSize, " masks");
        vq_vae = register_module("vq_vae", VqVae(mask.vqVae));
        vq_vae->eval();
        for (auto& parameter : vq_vae->parameters())
            parameter.requires_grad_(false);
        code_head = register_module("code_head", CodeHead(CodeHeadOptions{.in = seen,
                                                                          .hidden = mask.hidden,
                                                                          .grid = mask.vqVae.gridSize(),
                                                                          .codes = mask.vqVae.codes,
                                                                          .classifier = mask.codeClassifier}));
        if (mask.refinement)
            refinement_head = register_module(
                "refinement_head", RefinementHead(RefinementHeadOptions{mask.vqVae.hidden, maskHeadOptions(seen)}));
    }
    if (mask.scoring)
        mask_score_head = register_module("mask_score_head", MaskScoreHead(MaskScoreHeadOptions{.in = channels}));
}

void AmodalDetectorImpl::registerMaskExtras(int channels)
{
    const auto& mask = options.mask;
    const auto& plus = mask.maskPlus;
    plus.check(channels);
    TORCH_CHECK(
        predictsSilhouettes() || (!plus.pyramid && plus.boundary == BoundaryRefinementKind::None),
        "maskPlus: \"pyramid\" and \"boundary\" are parts of the mask convolutions, which a shape code has only "
        "with \"refinement\"");
    if (!plus.context.empty())
        context = register_module("context", ContextualFusion(channels, plus.context));
    if (mask.asn.enabled) {
        asn = register_module("asn", AsnBranch(mask.asn, channels));
        visible_mask_head = register_module("visible_mask_head", FcnMaskHead(maskHeadOptions(mask.asn.hidden)));
    }
    const auto auxiliary = [&](const char* name, double scale) {
        const AuxiliaryMaskHeadOptions head{
            .in = channels, .hidden = mask.hidden, .outputs = maskHeadOptions(channels).outputs, .scale = scale};
        return register_module(name, AuxiliaryMaskHead(head));
    };
    for (const double scale : plus.auxiliaryScales)
        (scale < 1 ? auxiliary_half : auxiliary_double) =
            auxiliary(scale < 1 ? "auxiliary_half" : "auxiliary_double", scale);
}

void AmodalDetectorImpl::dropTrainingParts()
{
    options.mask.maskPlus.auxiliaryScales.clear();
    if (!auxiliary_half.is_empty())
        unregister_module("auxiliary_half");
    if (!auxiliary_double.is_empty())
        unregister_module("auxiliary_double");
    auxiliary_half = auxiliary_double = nullptr;
}

std::vector<std::string> AmodalDetectorImpl::maskLossNames() const
{
    std::vector<std::string> names;
    if (predictsSilhouettes())
        names.push_back("mask_amodal");
    if (predictsSilhouettes() || !visible_mask_head.is_empty())
        names.push_back("mask_visible");
    if (!code_head.is_empty())
        names.push_back("code");
    if (!auxiliary_half.is_empty())
        names.push_back("mask_half");
    if (!auxiliary_double.is_empty())
        names.push_back("mask_double");
    if (!asn.is_empty())
        names.push_back("instance_occlusion");
    if (!mask_score_head.is_empty())
        names.push_back("mask_score");
    return names;
}

torch::Tensor AmodalDetectorImpl::amodalLoss(const torch::Tensor& logits, const torch::Tensor& boxes,
                                             const MaskTruth& truth)
{
    const auto target = cropBinaryMasks(truth.amodalMasks, truth.instance, boxes, int(logits.size(2)));
    return maskLoss(logits, truth.labels, target);
}

torch::Tensor AmodalDetectorImpl::visibleLoss(const torch::Tensor& logits, const torch::Tensor& boxes,
                                              const MaskTruth& truth)
{
    const auto target = cropBinaryMasks(truth.visibleMasks, truth.instance, boxes, int(logits.size(2)));
    const auto known = truth.visibleKnown.index_select(0, truth.instance).nonzero().flatten();
    return maskLoss(logits.index_select(0, known), truth.labels.index_select(0, known), target.index_select(0, known));
}

torch::Tensor AmodalDetectorImpl::maskScoreLoss(const MaskOutput& output, const torch::Tensor& truth,
                                                const torch::Tensor& labels)
{
    const auto own = selectClass(output.masks.amodal, labels).detach();
    const auto iou = binaryMaskIou(own > 0, truth);
    const auto predicted = torch::sigmoid(mask_score_head(output.pooled, torch::sigmoid(own)));
    return torch::mse_loss(predicted, iou);
}

void AmodalDetectorImpl::addMaskLosses(LossMap& losses, const Levels& levels, const torch::Tensor& rois,
                                       const MaskTruth& truth)
{
    if (rois.size(0) == 0) {
        for (const auto& name : maskLossNames())
            losses[name] = torch::zeros({}, rois.options());
        return;
    }
    const auto boxes = expandBoxes(rois.narrow(1, 1, 4), options.mask.margin);
    const auto amodal = cropBinaryMasks(truth.amodalMasks, truth.instance, boxes, kMaskSize);
    const auto output = predictMasks(levels, torch::cat({rois.narrow(1, 0, 1), boxes}, 1));
    if (predictsSilhouettes())
        losses["mask_amodal"] = maskLoss(output.masks.amodal, truth.labels, amodal);
    if (output.masks.visible.defined())
        losses["mask_visible"] = visibleLoss(output.masks.visible, boxes, truth);
    if (!code_head.is_empty())
        losses["code"] = codeLoss(output.codeLogits, vq_vae->codesOf(amodal), amodal.flatten(1).any(1),
                                  options.mask.codeLoss);
    if (!mask_score_head.is_empty())
        losses["mask_score"] = maskScoreLoss(output, amodal, truth.labels);
    if (!asn.is_empty())
        losses["instance_occlusion"] = instanceOcclusionLoss(output.occlusionLogits, truth.amodalMasks,
                                                             truth.visibleMasks, truth.visibleKnown, truth.instance);
    const auto addAuxiliary = [&](const char* name, AuxiliaryMaskHead& head) {
        if (head.is_empty())
            return;
        const auto logits = head(output.pooled);
        losses[name] = amodalLoss(logits.amodal, boxes, truth) + visibleLoss(logits.visible, boxes, truth);
    };
    addAuxiliary("mask_half", auxiliary_half);
    addAuxiliary("mask_double", auxiliary_double);
}

AmodalDetectorImpl::MaskOutput AmodalDetectorImpl::predictMasks(const Levels& levels, const torch::Tensor& rois)
{
    MaskOutput output;
    output.pooled = roiAlignPyramid(levels, kLevelStrides, rois, kMaskPool, options.canonicalSize);
    if (!context.is_empty())
        output.pooled = context(output.pooled, rois, levels.back());
    auto features = output.pooled;
    if (!asn.is_empty()) {
        const auto small = roiAlignPyramid(levels, kLevelStrides, rois, kBoxPool, options.canonicalSize);
        const auto coded = asn(small, box_head->convolved(small), output.pooled);
        features = coded.features;
        output.occlusionLogits = coded.occlusionLogits;
    }
    if (!fcn_mask_head.is_empty())
        output.masks = fcn_mask_head(features);
    else
        predictShapes(output, features);
    if (!visible_mask_head.is_empty())
        output.masks.visible = visible_mask_head(features).amodal;
    return output;
}

void AmodalDetectorImpl::predictShapes(MaskOutput& output, const torch::Tensor& features)
{
    output.codeLogits = code_head(features);
    const auto initial = vq_vae->decode(latentsOf(output.codeLogits).to(features.scalar_type()));
    if (!refinement_head.is_empty())
        output.masks = refinement_head(features, initial);
    else
        output.masks.amodal = atLeastFp32(initial.logits);
}

torch::Tensor AmodalDetectorImpl::latentsOf(const torch::Tensor& codeLogits)
{
    const auto soft = [&] {
        const auto share = torch::softmax(codeLogits, 1).permute({0, 2, 3, 1});
        return torch::matmul(share, vq_vae->codebook).permute({0, 3, 1, 2});
    };
    if (options.mask.decoding == CodeDecoding::Soft)
        return soft();
    const auto hard = vq_vae->embed(codeLogits.argmax(1));
    return options.mask.decoding == CodeDecoding::Hard ? hard : straightThrough(soft(), hard);
}

void AmodalDetectorImpl::addMasks(std::vector<DetectorOutput>& outputs, const Levels& levels)
{
    std::vector<torch::Tensor> rois, labels;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto count = outputs[i].boxes.size(0);
        outputs[i].maskBoxes = expandBoxes(outputs[i].boxes, options.mask.margin);
        rois.push_back(torch::cat({torch::full({count, 1}, double(i)), outputs[i].maskBoxes}, 1));
        labels.push_back(outputs[i].labels);
    }
    const auto device = levels.front().device();
    const auto allRois = torch::cat(rois).to(device);
    const auto allLabels = torch::cat(labels).to(device);
    auto amodal = torch::zeros({allRois.size(0), kMaskSize, kMaskSize});
    auto visible = amodal;
    auto quality = torch::ones({allRois.size(0)});
    if (allRois.size(0) > 0) {
        const auto predicted = predictMasks(levels, allRois);
        const auto& masks = predicted.masks;
        const auto own = torch::sigmoid(selectClass(masks.amodal, allLabels));
        if (!mask_score_head.is_empty())
            quality = torch::sigmoid(mask_score_head(predicted.pooled, own)).cpu();
        amodal = own.squeeze(1).cpu();
        visible = masks.visible.defined() ? torch::sigmoid(selectClass(masks.visible, allLabels)).squeeze(1).cpu()
                                          : amodal;
    }
    int64_t first = 0;
    for (auto& output : outputs) {
        const auto count = output.boxes.size(0);
        output.amodal = amodal.narrow(0, first, count);
        output.visible = visible.narrow(0, first, count);
        if (!mask_score_head.is_empty())
            output = rescored(output, quality.narrow(0, first, count));
        first += count;
    }
}

} // namespace blastoscope::nn

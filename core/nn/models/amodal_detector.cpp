// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/amodal_detector.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/view_merging.h"
#include "core/nn/ops/roi_align.h"

namespace blastoscope::nn {

namespace {

constexpr int kBoxPool = 7;
constexpr int kMaskPool = 14;
constexpr int kMaskSize = 28;
const std::vector<int> kStrides = {4, 8, 16, 32};

torch::Tensor padToMultipleOf32(const torch::Tensor& images)
{
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 1, "AmodalDetector: images must be [B, 1, H, W], got ",
                images.sizes());
    const auto missing = [](int64_t side) { return (32 - side % 32) % 32; };
    const auto right = missing(images.size(3));
    const auto bottom = missing(images.size(2));
    return right + bottom == 0 ? images : torch::constant_pad_nd(images, {0, right, 0, bottom});
}

/// Truth of a whole batch in one tensor per field, and where each image's instances start.
struct BatchTruth {
    torch::Tensor boxes, amodal, visible, visibleKnown, firstInstance;
};

BatchTruth joinTargets(const std::vector<Targets>& targets, torch::Device device)
{
    std::vector<torch::Tensor> boxes, amodal, visible, known;
    std::vector<int64_t> first;
    int64_t count = 0;
    for (const auto& truth : targets) {
        boxes.push_back(truth.boxes);
        amodal.push_back(truth.amodal);
        visible.push_back(truth.visible);
        known.push_back(truth.visibleKnown.defined() ? truth.visibleKnown
                                                     : torch::ones({truth.boxes.size(0)}, truth.ignore.options()));
        first.push_back(count);
        count += truth.boxes.size(0);
    }
    return {torch::cat(boxes), torch::cat(amodal), torch::cat(visible), torch::cat(known),
            torch::tensor(first, torch::kLong).to(device)};
}

/// Indices of up to `most` of the RoIs of each image, drawn without replacement, in order.
torch::Tensor atMostPerImage(const torch::Tensor& rois, int most, int64_t images, at::Generator& generator)
{
    std::vector<torch::Tensor> kept = {torch::zeros({0}, rois.options().dtype(torch::kLong))};
    for (int64_t image = 0; image < images; ++image)
        kept.push_back(drawWithoutReplacement((rois.select(1, 0) == double(image)).nonzero().flatten(), most, generator));
    return torch::cat(kept);
}

/// Indices of the instances of `positives` in the joined truth.
torch::Tensor joinedInstance(const RoiSample& positives, const BatchTruth& truth)
{
    return truth.firstInstance.index_select(0, positives.rois.select(1, 0).to(torch::kLong)) + positives.instance;
}

} // namespace

AmodalDetectorImpl::AmodalDetectorImpl(const AmodalDetectorOptions& o) : options(o)
{
    TORCH_CHECK(o.classes >= 1, "AmodalDetector: at least one class is needed");
    TORCH_CHECK(o.rpn.anchors.strides == std::vector<int>({4, 8, 16, 32, 64}),
                "AmodalDetector: the pyramid has strides 4, 8, 16, 32 and 64");
    backbone = register_module("backbone", ResNet(o.backbone));
    fpn = register_module("fpn", FeaturePyramid(FeaturePyramidOptions{backbone->channels(), o.pyramidChannels, o.pyramidNorm}));
    int channels = o.pyramidChannels;
    if (o.occlusion.enabled) {
        occlusion = register_module("occlusion", OcclusionBranch(o.occlusion, channels));
        channels = occlusion->outputChannels();
    }
    RpnOptions rpnOptions = o.rpn;
    rpnOptions.channels = channels;
    rpn = register_module("rpn", RegionProposalNetwork(rpnOptions));
    box_head = register_module("box_head", BoxHead(BoxHeadOptions{channels, kBoxPool, o.boxConvolutions, o.boxHidden, o.classes}));
    registerMaskHeads(channels);
    if (o.count.enabled)
        count_head = register_module("count_head", CountHead(o.count, channels));
}

void AmodalDetectorImpl::registerMaskHeads(int channels)
{
    const auto& mask = options.mask;
    const int outputs = mask.classAgnostic ? 1 : options.classes;
    if (mask.kind == MaskHeadKind::Fcn) {
        fcn_mask_head = register_module(
            "fcn_mask_head",
            FcnMaskHead(FcnMaskHeadOptions{.in = channels, .hidden = mask.hidden, .outputs = outputs}));
    } else {
        TORCH_CHECK(mask.vqVae.maskSize == kMaskSize, "AmodalDetector: shape codes must describe ", kMaskSize, " x ",
                    kMaskSize, " masks");
        vq_vae = register_module("vq_vae", VqVae(mask.vqVae));
        vq_vae->eval();
        for (auto& parameter : vq_vae->parameters())
            parameter.requires_grad_(false);
        code_head = register_module("code_head", CodeHead(CodeHeadOptions{.in = channels,
                                                                          .hidden = mask.hidden,
                                                                          .grid = mask.vqVae.gridSize(),
                                                                          .codes = mask.vqVae.codes,
                                                                          .classifier = mask.codeClassifier}));
        if (mask.refinement)
            refinement_head = register_module(
                "refinement_head", RefinementHead(RefinementHeadOptions{.in = channels,
                                                                        .shapeFeature = mask.vqVae.hidden,
                                                                        .hidden = mask.hidden,
                                                                        .outputs = outputs}));
    }
    if (mask.scoring)
        mask_score_head = register_module("mask_score_head", MaskScoreHead(MaskScoreHeadOptions{.in = channels}));
}

void AmodalDetectorImpl::train(bool on)
{
    Module::train(on);
    if (!vq_vae.is_empty())
        vq_vae->eval();
}

void AmodalDetectorImpl::setVqVae(const VqVae& trained)
{
    TORCH_CHECK(!vq_vae.is_empty(), "AmodalDetector: this architecture has no shape code");
    const torch::NoGradGuard noGrad;
    const auto copyAll = [](const auto& from, auto to) {
        TORCH_CHECK(from.size() == to.size(), "AmodalDetector: the shape auto-encoder has another architecture");
        for (const auto& item : from)
            to[item.key()].copy_(item.value());
    };
    copyAll(trained->named_parameters(), vq_vae->named_parameters());
    copyAll(trained->named_buffers(), vq_vae->named_buffers());
}

AmodalDetectorImpl::Features AmodalDetectorImpl::extract(const torch::Tensor& images, Precision precision)
{
    const auto padded = padToMultipleOf32(images).to(scalarType(precision));
    Features features;
    features.levels = fpn(backbone(padded));
    if (!occlusion.is_empty()) {
        auto joined = occlusion(features.levels);
        features.levels = std::move(joined.levels);
        features.occlusionLogits = std::move(joined.logits);
    }
    auto rpnLevels = features.levels;
    rpnLevels.push_back(subsample(rpnLevels.back()));
    features.proposals = rpn(rpnLevels);
    return features;
}

LossMap AmodalDetectorImpl::losses(const TrainingBatch& batch, std::uint64_t seed, Precision precision)
{
    TORCH_CHECK(batch.images.size(0) == int64_t(batch.targets.size()), "AmodalDetector: ", batch.images.size(0),
                " images but ", batch.targets.size(), " targets");
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    const auto height = batch.images.size(2);
    const auto width = batch.images.size(3);
    const auto features = extract(batch.images, precision);
    LossMap losses = rpn->losses(features.proposals, batch.targets, generator);
    if (!features.occlusionLogits.empty()) {
        const auto& finest = features.occlusionLogits.front();
        const auto map = occlusionMap(batch.targets, finest.size(2) * kStrides[0], finest.size(3) * kStrides[0]);
        losses["occlusion"] = occlusionLoss(features.occlusionLogits, map, options.occlusion);
    }
    if (!count_head.is_empty())
        losses["count"] = countLoss(count_head(features.levels), batch.targets);
    const ProposalOptions training{.preNms = options.rpn.trainPreNms,
                                   .postNms = options.rpn.trainPostNms,
                                   .nmsThreshold = options.rpn.nmsThreshold,
                                   .imageHeight = height,
                                   .imageWidth = width};
    const auto proposals = selectProposals(features.proposals, training);
    const auto sample = sampleRois(proposals, batch.targets, options.roiSampling, generator);
    const auto truth = joinTargets(batch.targets, batch.images.device());
    const auto positiveIndex = (sample.labels > 0).nonzero().flatten();
    const auto positives = sample.select(positiveIndex);
    const auto instance = joinedInstance(positives, truth);

    auto boxes = torch::zeros({sample.rois.size(0), 4}, sample.rois.options());
    boxes.index_copy_(0, positiveIndex, truth.boxes.index_select(0, instance));
    addBoxLosses(losses, features.levels, sample, boxes);
    const auto masked = atMostPerImage(positives.rois, options.mask.perImage, batch.images.size(0), generator);
    addMaskLosses(losses, features.levels, positives.select(masked), truth.amodal, truth.visible, truth.visibleKnown,
                  instance.index_select(0, masked));
    return losses;
}

void AmodalDetectorImpl::addBoxLosses(LossMap& losses, const Levels& levels, const RoiSample& sample,
                                      const torch::Tensor& truth)
{
    if (sample.rois.size(0) == 0) {
        losses["box_class"] = losses["box_regression"] = torch::zeros({}, truth.options());
        return;
    }
    const auto pooled = roiAlignPyramid(levels, kStrides, sample.rois, kBoxPool, options.canonicalSize);
    losses.merge(boxHeadLosses(box_head(pooled), sample.rois.narrow(1, 1, 4), sample.labels, truth));
}

void AmodalDetectorImpl::addMaskLosses(LossMap& losses, const Levels& levels, const RoiSample& positives,
                                       const torch::Tensor& amodalMasks, const torch::Tensor& visibleMasks,
                                       const torch::Tensor& visibleKnown, const torch::Tensor& instance)
{
    const auto boxes = expandBoxes(positives.rois.narrow(1, 1, 4), options.mask.margin);
    const auto amodal = cropBinaryMasks(amodalMasks, instance, boxes, kMaskSize);
    const auto visible = cropBinaryMasks(visibleMasks, instance, boxes, kMaskSize);
    const bool hasMasks = !fcn_mask_head.is_empty() || !refinement_head.is_empty();
    if (positives.rois.size(0) == 0) {
        const auto none = torch::zeros({}, amodal.options());
        if (hasMasks)
            losses["mask_amodal"] = losses["mask_visible"] = none;
        if (!code_head.is_empty())
            losses["code"] = none;
        if (!mask_score_head.is_empty())
            losses["mask_score"] = none;
        return;
    }
    const auto rois = torch::cat({positives.rois.narrow(1, 0, 1), boxes}, 1);
    const auto pooled = roiAlignPyramid(levels, kStrides, rois, kMaskPool, options.canonicalSize);
    const auto output = predictMasks(pooled);
    if (hasMasks) {
        losses["mask_amodal"] = maskLoss(output.masks.amodal, positives.labels, amodal);
        const auto known = visibleKnown.index_select(0, instance).nonzero().flatten();
        losses["mask_visible"] = maskLoss(output.masks.visible.index_select(0, known),
                                          positives.labels.index_select(0, known), visible.index_select(0, known));
    }
    if (!code_head.is_empty())
        losses["code"] = codeLoss(output.codeLogits, vq_vae->codesOf(amodal), amodal.flatten(1).any(1),
                                  options.mask.codeLoss);
    if (!mask_score_head.is_empty()) {
        const auto own = selectClass(output.masks.amodal, positives.labels).detach();
        const auto iou = binaryMaskIou(own > 0, amodal);
        const auto predicted = torch::sigmoid(mask_score_head(pooled, torch::sigmoid(own)));
        losses["mask_score"] = torch::mse_loss(predicted, iou);
    }
}

AmodalDetectorImpl::MaskOutput AmodalDetectorImpl::predictMasks(const torch::Tensor& roiFeatures)
{
    if (!fcn_mask_head.is_empty())
        return {fcn_mask_head(roiFeatures), {}};
    MaskOutput output;
    output.codeLogits = code_head(roiFeatures);
    const auto initial = vq_vae->decode(latentsOf(output.codeLogits).to(roiFeatures.scalar_type()));
    if (!refinement_head.is_empty())
        output.masks = refinement_head(roiFeatures, initial);
    else
        output.masks.amodal = atLeastFp32(initial.logits);
    return output;
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

std::vector<DetectorOutput> AmodalDetectorImpl::detect(const torch::Tensor& images, const DetectOptions& detectOptions)
{
    const torch::NoGradGuard noGrad;
    if (detectOptions.mirrored)
        return detectMirrored(images, detectOptions);
    const auto features = extract(images, detectOptions.precision);
    const auto orDefault = [](int value, int fallback) { return value > 0 ? value : fallback; };
    const ProposalOptions testing{.preNms = orDefault(detectOptions.preNms, options.rpn.testPreNms),
                                  .postNms = orDefault(detectOptions.postNms, options.rpn.testPostNms),
                                  .nmsThreshold = options.rpn.nmsThreshold,
                                  .imageHeight = images.size(2),
                                  .imageWidth = images.size(3)};
    auto outputs = detectBoxes(features.levels, selectProposals(features.proposals, testing), images.size(2),
                               images.size(3), detectOptions);
    addMasks(outputs, features.levels);
    if (!count_head.is_empty()) {
        const auto counts = torch::softmax(count_head(features.levels), 1).cpu();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            outputs[i].counts = counts[int64_t(i)];
    }
    if (!features.occlusionLogits.empty()) {
        const auto cells = [](int64_t side) { return (side + kStrides[0] - 1) / kStrides[0]; };
        const auto maps = torch::sigmoid(features.occlusionLogits.front())
                              .squeeze(1)
                              .narrow(1, 0, cells(images.size(2)))
                              .narrow(2, 0, cells(images.size(3)))
                              .cpu();
        for (std::size_t i = 0; i < outputs.size(); ++i)
            outputs[i].occlusion = maps[int64_t(i)];
    }
    return outputs;
}

std::vector<DetectorOutput> AmodalDetectorImpl::detectMirrored(const torch::Tensor& images, DetectOptions plain)
{
    plain.mirrored = false;
    const auto views = detect(torch::cat({images, images.flip(3)}), plain);
    const auto count = views.size() / 2;
    std::vector<DetectorOutput> outputs;
    for (std::size_t i = 0; i < count; ++i)
        outputs.push_back(mergedViews({views[i], mirrored(views[count + i], images.size(3))}));
    return outputs;
}

std::vector<DetectorOutput> AmodalDetectorImpl::detectBoxes(const Levels& levels,
                                                            const std::vector<torch::Tensor>& proposals, int64_t height,
                                                            int64_t width, const DetectOptions& detectOptions)
{
    std::vector<torch::Tensor> rois;
    std::vector<int64_t> counts;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        counts.push_back(proposals[i].size(0));
        rois.push_back(torch::cat({torch::full({counts.back(), 1}, double(i), proposals[i].options()), proposals[i]}, 1));
    }
    const auto all = torch::cat(rois);
    std::vector<DetectorOutput> outputs;
    if (all.size(0) == 0) {
        const auto nothing = torch::zeros({0, options.classes + 1});
        for (std::size_t i = 0; i < proposals.size(); ++i)
            outputs.push_back(selectDetections(torch::zeros({0, 4 * (options.classes + 1)}), nothing, detectOptions));
        return outputs;
    }
    const auto head = box_head(roiAlignPyramid(levels, kStrides, all, kBoxPool, options.canonicalSize));
    const auto decoded = BoxCoder(kBoxHeadWeights).decode(head.deltas, all.narrow(1, 1, 4));
    const auto boxes = clipBoxes(decoded.reshape({all.size(0), -1, 4}), double(height), double(width)).flatten(1).cpu();
    const auto scores = torch::softmax(head.logits, 1).cpu();
    int64_t first = 0;
    for (const auto count : counts) {
        outputs.push_back(
            selectDetections(boxes.narrow(0, first, count), scores.narrow(0, first, count), detectOptions));
        first += count;
    }
    return outputs;
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
        const auto pooled = roiAlignPyramid(levels, kStrides, allRois, kMaskPool, options.canonicalSize);
        const auto masks = predictMasks(pooled).masks;
        const auto own = torch::sigmoid(selectClass(masks.amodal, allLabels));
        if (!mask_score_head.is_empty())
            quality = torch::sigmoid(mask_score_head(pooled, own)).cpu();
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

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/amodal_detector.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/nn/models/detector_layout.h"
#include "core/nn/models/view_merging.h"
#include "core/nn/ops/roi_align.h"

namespace blastoscope::nn {

namespace {

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
        kept.push_back(
            drawWithoutReplacement((rois.select(1, 0) == double(image)).nonzero().flatten(), most, generator));
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
    fpn = register_module(
        "fpn", FeaturePyramid(FeaturePyramidOptions{backbone->channels(), o.pyramidChannels, o.pyramidNorm}));
    int channels = o.pyramidChannels;
    if (o.occlusion.enabled) {
        occlusion = register_module("occlusion", OcclusionBranch(o.occlusion, channels));
        channels = occlusion->outputChannels();
    }
    RpnOptions rpnOptions = o.rpn;
    rpnOptions.channels = channels;
    rpn = register_module("rpn", RegionProposalNetwork(rpnOptions));
    box_head = register_module("box_head",
                               BoxHead(BoxHeadOptions{channels, kBoxPool, o.boxConvolutions, o.boxHidden, o.classes}));
    registerMaskHeads(channels);
    if (o.count.enabled)
        count_head = register_module("count_head", CountHead(o.count, channels));
    if (o.relation.enabled)
        relation_head = register_module("relation_head", RelationHead(o.relation));
    if (o.depthOrder.enabled)
        depth_order_head = register_module("depth_order_head", DepthOrderHead(o.depthOrder));
    registerMaskExtras(channels);
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

torch::Tensor AmodalDetectorImpl::totalLoss(const LossMap& losses, double progress) const
{
    const auto& plus = options.mask.maskPlus;
    if (plus.earlyWeight == 1 || progress >= plus.earlyShare)
        return weightedSum(losses, options.lossWeights);
    auto weights = options.lossWeights;
    for (const auto& name : maskLossNames())
        weights.try_emplace(name, 1.0).first->second *= plus.earlyWeight;
    return weightedSum(losses, weights);
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
        const auto map =
            occlusionMap(batch.targets, finest.size(2) * kLevelStrides[0], finest.size(3) * kLevelStrides[0]);
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
    addMaskLosses(losses, features.levels, positives.rois.index_select(0, masked),
                  {truth.amodal, truth.visible, truth.visibleKnown, instance.index_select(0, masked),
                   positives.labels.index_select(0, masked)});
    return losses;
}

void AmodalDetectorImpl::addBoxLosses(LossMap& losses, const Levels& levels, const RoiSample& sample,
                                      const torch::Tensor& truth)
{
    if (sample.rois.size(0) == 0) {
        losses["box_class"] = losses["box_regression"] = torch::zeros({}, truth.options());
        return;
    }
    const auto pooled = roiAlignPyramid(levels, kLevelStrides, sample.rois, kBoxPool, options.canonicalSize);
    losses.merge(boxHeadLosses(box_head(pooled), sample.rois.narrow(1, 1, 4), sample.labels, truth));
}

std::vector<DetectorOutput> AmodalDetectorImpl::detect(const torch::Tensor& images, const DetectOptions& detectOptions)
{
    const torch::NoGradGuard noGrad;
    auto outputs = detectInViews(images, detectOptions);
    if (!relation_head.is_empty() && detectOptions.relations) {
        for (auto& output : outputs)
            output = relation_head->judged(output, images.size(2), images.size(3));
    }
    if (!depth_order_head.is_empty() && detectOptions.depthOrder) {
        for (std::size_t i = 0; i < outputs.size(); ++i)
            outputs[i].nearer = depth_order_head->nearer(images[std::int64_t(i)][0], outputs[i]);
    }
    return outputs;
}

std::vector<DetectorOutput> AmodalDetectorImpl::detectOnce(const torch::Tensor& images,
                                                           const DetectOptions& detectOptions)
{
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
        const auto cells = [](int64_t side) { return (side + kLevelStrides[0] - 1) / kLevelStrides[0]; };
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

std::vector<DetectorOutput> AmodalDetectorImpl::detectInViews(const torch::Tensor& images,
                                                              const DetectOptions& detectOptions)
{
    const int count = detectOptions.views;
    TORCH_CHECK(count == 1 || count == 2 || count == 4, "detect: 1, 2 or 4 views, got ", count);
    std::vector<torch::Tensor> pictures = {images};
    if (count >= 2)
        pictures.push_back(images.flip(3));
    if (count == 4)
        pictures.insert(pictures.end(), {images.flip(2), images.flip({2, 3})});
    const auto seen = detectOnce(torch::cat(pictures), detectOptions);
    if (count == 1)
        return seen;
    const auto batch = std::size_t(images.size(0));
    std::vector<DetectorOutput> outputs;
    for (std::size_t i = 0; i < batch; ++i) {
        std::vector<DetectorOutput> views;
        for (std::size_t view = 0; view < pictures.size(); ++view) {
            views.push_back(seen[view * batch + i]);
            if (view % 2 == 1)
                views.back() = mirrored(views.back(), images.size(3));
            if (view >= 2)
                views.back() = upsideDown(views.back(), images.size(2));
        }
        outputs.push_back(mergedViews(views));
    }
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
        rois.push_back(
            torch::cat({torch::full({counts.back(), 1}, double(i), proposals[i].options()), proposals[i]}, 1));
    }
    const auto all = torch::cat(rois);
    std::vector<DetectorOutput> outputs;
    if (all.size(0) == 0) {
        const auto nothing = torch::zeros({0, options.classes + 1});
        for (std::size_t i = 0; i < proposals.size(); ++i)
            outputs.push_back(selectDetections(torch::zeros({0, 4 * (options.classes + 1)}), nothing, detectOptions));
        return outputs;
    }
    const auto head = box_head(roiAlignPyramid(levels, kLevelStrides, all, kBoxPool, options.canonicalSize));
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

} // namespace blastoscope::nn

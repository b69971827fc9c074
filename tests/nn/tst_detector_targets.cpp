// SPDX-License-Identifier: Apache-2.0
// What the detector is trained towards: labels of anchors and RoIs, mask and code targets, and the loss formulas.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <ATen/CPUGeneratorImpl.h>

#include "core/nn/losses/anchor_labels.h"
#include "core/nn/losses/mask_losses.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/losses/roi_sampling.h"
#include "core/nn/models/box_head.h"
#include "core/nn/models/code_head.h"
#include "core/nn/models/occlusion_branch.h"
#include "core/nn/models/rpn.h"
#include "tests/nn/disc_scene.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using tests::Disc;

namespace {

at::Generator seeded(std::uint64_t seed)
{
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

/// In single precision, as the code under test: which anchors tie for the best overlap depends on it.
float iou(const float* a, const float* b)
{
    const float w = std::max(0.f, std::min(a[2], b[2]) - std::max(a[0], b[0]));
    const float h = std::max(0.f, std::min(a[3], b[3]) - std::max(a[1], b[1]));
    const float all = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h;
    return all > 0 ? w * h / all : 0;
}

/// labelAnchors by the definition, one anchor and one instance at a time.
std::vector<int> slowLabels(const torch::Tensor& anchors, const Targets& targets, double positiveIou,
                            double negativeIou)
{
    const auto n = anchors.size(0);
    const auto m = targets.boxes.size(0);
    const auto overlap = [&](int64_t i, int64_t k) {
        return iou(anchors.data_ptr<float>() + 4 * i, targets.boxes.data_ptr<float>() + 4 * k);
    };
    std::vector<float> bestOfInstance(std::size_t(m), 0);
    for (int64_t i = 0; i < n; ++i)
        for (int64_t k = 0; k < m; ++k)
            bestOfInstance[std::size_t(k)] = std::max(bestOfInstance[std::size_t(k)], overlap(i, k));
    std::vector<int> labels;
    for (int64_t i = 0; i < n; ++i) {
        bool positive = false, doubtful = false;
        for (int64_t k = 0; k < m; ++k) {
            const float o = overlap(i, k);
            const bool ignored = targets.ignore[k].item<bool>();
            doubtful |= o >= negativeIou;
            positive |= !ignored && (o >= positiveIou || (o > 0 && o == bestOfInstance[std::size_t(k)]));
        }
        labels.push_back(positive ? 1 : doubtful ? -1 : 0);
    }
    return labels;
}

const std::vector<Disc> kScene = {{30, 34, 14}, {50, 40, 18}, {90, 90, 22, 1, true}, {20, 100, 5, 2}};

} // namespace

TEST_CASE("anchors are labelled as by the definition, ignored instances included")
{
    const auto targets = tests::discTargets(128, kScene);
    AnchorOptions options;
    options.sizes = {16, 32, 48, 64, 96};
    std::vector<torch::Tensor> levels;
    for (int level = 0; level < 4; ++level)
        levels.push_back(levelAnchors(options, level, 32 >> level, 32 >> level, torch::kCPU));
    const auto anchors = torch::cat(levels).contiguous();
    const auto labels = labelAnchors(anchors, targets, 0.7, 0.3);
    const auto expected = slowLabels(anchors, targets, 0.7, 0.3);
    int differences = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        differences += labels.label[int64_t(i)].item<int64_t>() != expected[i];
    CHECK(differences == 0);
    const auto positiveInstances = labels.instance.masked_select(labels.label == 1);
    CHECK((positiveInstances == 2).sum().item<int64_t>() == 0);
    for (const int64_t instance : {0, 1, 3})
        CHECK((positiveInstances == instance).sum().item<int64_t>() > 0);
    const auto empty = labelAnchors(anchors, tests::discTargets(128, {}), 0.7, 0.3);
    CHECK(empty.label.abs().sum().item<int64_t>() == 0);
}

TEST_CASE("RoI sampling keeps its ratio, skips ignored instances and repeats with its seed")
{
    const auto batch = tests::discBatch(128, {kScene, {}});
    auto random = seeded(5);
    std::vector<torch::Tensor> proposals;
    for (const auto& targets : batch.targets) {
        const auto corner = torch::rand({300, 2}, random, torch::kFloat32) * 80;
        auto boxes = torch::cat({corner, corner + 10 + torch::rand({300, 2}, random, torch::kFloat32) * 40}, 1);
        if (targets.boxes.size(0) > 0)
            boxes = torch::cat({boxes, jitterBoxes(targets.boxes.repeat({20, 1}), 0.1, random)});
        proposals.push_back(boxes);
    }
    const RoiSamplingOptions options{.perImage = 64, .positiveShare = 0.25};
    auto first = seeded(7), again = seeded(7), other = seeded(8);
    const auto sample = sampleRois(proposals, batch.targets, options, first);
    CHECK(torch::equal(sample.rois, sampleRois(proposals, batch.targets, options, again).rois));
    CHECK_FALSE(torch::equal(sample.rois, sampleRois(proposals, batch.targets, options, other).rois));
    const auto image = sample.rois.select(1, 0);
    const auto positive = sample.labels > 0;
    CHECK((positive & (image == 0)).sum().item<int64_t>() == 16);
    CHECK((positive & (image == 1)).sum().item<int64_t>() == 0);
    CHECK((image == 0).sum().item<int64_t>() == 64);
    CHECK((image == 1).sum().item<int64_t>() == 64);
    const auto& truth = batch.targets[0];
    for (int64_t i = 0; i < 64; ++i) {
        const auto box = sample.rois[i].narrow(0, 1, 4).contiguous();
        const auto k = sample.instance[i].item<int64_t>();
        CHECK(iou(box.data_ptr<float>(), truth.boxes[2].data_ptr<float>()) < 0.5);
        const float own = iou(box.data_ptr<float>(), truth.boxes[k].data_ptr<float>());
        if (sample.labels[i].item<int64_t>() > 0) {
            CHECK(sample.labels[i].item<int64_t>() == truth.labels[k].item<int64_t>());
            CHECK(own >= 0.5);
        } else {
            CHECK(own < 0.5);
        }
    }
}

TEST_CASE("mask crops are area shares")
{
    const auto targets = tests::discTargets(64, {{20.5, 30, 12}, {40, 20, 9}});
    const auto boxes =
        torch::tensor({8.3f, 17.9f, 33.1f, 42.f, -6.f, 4.f, 60.f, 70.5f, 10.2f, 10.2f, 10.9f, 12.f}).reshape({3, 4});
    const auto instance = torch::tensor({0, 1, 0}, torch::kLong);
    const int size = 7;
    const auto crops = cropMasks(targets.amodal, instance, boxes, size);
    REQUIRE(crops.sizes() == torch::IntArrayRef({3, 1, size, size}));
    // Reference: many samples per cell.
    const int samples = 60;
    double worst = 0;
    for (int64_t r = 0; r < 3; ++r) {
        const auto mask = targets.amodal[instance[r].item<int64_t>()].contiguous();
        const auto at = [&](double x, double y) {
            const auto column = int64_t(std::floor(x)), row = int64_t(std::floor(y));
            return column >= 0 && row >= 0 && column < 64 && row < 64 ? int(mask[row][column].item<uint8_t>()) : 0;
        };
        const auto* b = boxes.data_ptr<float>() + 4 * r;
        for (const auto& [row, column] : {std::pair{0, 0}, {3, 3}, {1, 2}, {6, 5}}) {
            int inside = 0;
            for (int s = 0; s < samples; ++s)
                for (int t = 0; t < samples; ++t)
                    inside += at(b[0] + (b[2] - b[0]) * (column + (t + 0.5) / samples) / size,
                                 b[1] + (b[3] - b[1]) * (row + (s + 0.5) / samples) / size);
            const double share = double(inside) / (samples * samples);
            worst = std::max(worst, std::abs(share - crops[r][0][row][column].item<double>()));
        }
    }
    CHECK(worst < 0.02);
    CHECK(cropMasks(targets.amodal, torch::zeros({0}, torch::kLong), torch::zeros({0, 4}), size).size(0) == 0);
}

TEST_CASE("shape crops are jittered within bounds, turned, and repeat with their seed")
{
    auto random = seeded(1);
    const auto boxes = torch::tensor({10.f, 20.f, 30.f, 60.f}).repeat({200, 1}).reshape({200, 4});
    const auto moved = (jitterBoxes(boxes, 0.2, random) - boxes).abs();
    CHECK(moved.select(1, 0).max().item<float>() <= 4.f + 1e-4);
    CHECK(moved.select(1, 0).max().item<float>() > 3.f);
    CHECK(moved.select(1, 3).max().item<float>() > 6.f);
    const auto batch = tests::discBatch(128, {kScene, {}, kScene});
    const auto crops = shapeCrops(batch, 28, 0.2, 0, 11);
    CHECK(crops.sizes() == torch::IntArrayRef({6, 1, 28, 28}));
    CHECK(torch::equal(crops, shapeCrops(batch, 28, 0.2, 0, 11)));
    CHECK_FALSE(torch::equal(crops, shapeCrops(batch, 28, 0.2, 0, 12)));
    CHECK(((crops == 0) | (crops == 1)).all().item<bool>());
    CHECK(crops.mean().item<float>() > 0.4);
}

TEST_CASE("a fresh code head starts near ln K + 1, and empty crops do not count")
{
    torch::manual_seed(6);
    for (const auto classifier : {CodeClassifier::Local, CodeClassifier::Full}) {
        CodeHead head(CodeHeadOptions{.in = 8, .hidden = 8, .narrow = 8, .global = 8, .codes = 64,
                                      .classifier = classifier});
        const auto logits = head(torch::randn({3, 8, 14, 14}) * 0.01);
        REQUIRE(logits.sizes() == torch::IntArrayRef({3, 64, 7, 7}));
        const auto codes = torch::randint(64, {3, 7, 7}, torch::kLong);
        const auto all = torch::ones({3}, torch::kBool);
        CHECK(codeLoss(logits, codes, all, CodeLoss::BinaryCrossEntropy).item<double>()
              == doctest::Approx(std::log(64.0) + 1).epsilon(0.03));
        CHECK(codeLoss(logits, codes, all, CodeLoss::CrossEntropy).item<double>()
              == doctest::Approx(std::log(64.0)).epsilon(0.03));
        const auto reference = torch::cross_entropy_loss(logits.narrow(0, 0, 2), codes.narrow(0, 0, 2));
        const auto two = torch::tensor({1, 1, 0}).to(torch::kBool);
        CHECK(codeLoss(logits, codes, two, CodeLoss::CrossEntropy).item<double>()
              == doctest::Approx(reference.item<double>()).epsilon(1e-4));
        CHECK(codeLoss(logits, codes, ~all, CodeLoss::CrossEntropy).item<double>() == 0);
    }
}

TEST_CASE("box losses read the true class's deltas and divide by all RoIs")
{
    const auto rois = torch::tensor({0.f, 0.f, 10.f, 10.f, 5.f, 5.f, 25.f, 15.f}).reshape({2, 4});
    const auto labels = torch::tensor({0, 2}, torch::kLong);
    const auto truth = torch::tensor({0.f, 0.f, 0.f, 0.f, 6.f, 5.f, 26.f, 15.f}).reshape({2, 4});
    BoxHeadOutput output{torch::zeros({2, 4}), torch::zeros({2, 16})};
    auto losses = boxHeadLosses(output, rois, labels, truth);
    // The wanted delta is (10 * 1 / 20, 0, 0, 0): smooth L1 of .5 is .5 - beta / 2.
    CHECK(losses.at("box_regression").item<double>() == doctest::Approx((0.5 - 1.0 / 18) / 2));
    CHECK(losses.at("box_class").item<double>() == doctest::Approx(std::log(4.0)));
    output.deltas[1][8] = 0.5;
    CHECK(boxHeadLosses(output, rois, labels, truth).at("box_regression").item<double>() == doctest::Approx(0));
}

TEST_CASE("mask losses look at the labelled class only")
{
    auto logits = torch::zeros({2, 3, 28, 28});
    logits[0][1].fill_(10);
    logits[1][0].fill_(-10);
    auto target = torch::zeros({2, 1, 28, 28});
    target[0].fill_(1);
    CHECK(maskLoss(logits, torch::tensor({2, 1}, torch::kLong), target).item<double>() < 1e-3);
    CHECK(maskLoss(logits, torch::tensor({1, 2}, torch::kLong), target).item<double>()
          == doctest::Approx(std::log(2.0)));
    CHECK(maskLoss(torch::zeros({0, 3, 28, 28}), torch::zeros({0}, torch::kLong), torch::zeros({0, 1, 28, 28}))
              .item<double>()
          == 0);
    const auto iou = binaryMaskIou(logits.narrow(1, 1, 1) > 0, target);
    CHECK(iou[0].item<float>() == 1);
    CHECK(iou[1].item<float>() == 0);
}

TEST_CASE("the occlusion map marks pixels of two or more silhouettes")
{
    const std::vector<Disc> scene = {{30, 30, 12}, {40, 30, 12}, {100, 100, 10}};
    const auto targets = tests::discTargets(120, scene);
    const auto map = occlusionMap({targets}, 128, 128);
    REQUIRE(map.sizes() == torch::IntArrayRef({1, 1, 128, 128}));
    const auto both = (targets.amodal[0] * targets.amodal[1]).sum().item<int64_t>();
    CHECK(map.sum().item<int64_t>() == both);
    // Opaque truth agrees: one instance is visible where n overlap.
    CHECK((targets.amodal.sum() - targets.visible.sum()).item<int64_t>() == both);
    OcclusionOptions options;
    const std::vector<torch::Tensor> blank = {torch::zeros({1, 1, 32, 32}), torch::zeros({1, 1, 16, 16}),
                                              torch::zeros({1, 1, 8, 8}), torch::zeros({1, 1, 4, 4})};
    CHECK(occlusionLoss(blank, map, options).item<double>() == doctest::Approx(std::log(2.0)));
    options.reduction = OcclusionReduction::Sum;
    CHECK(occlusionLoss(blank, map, options).item<double>() == doctest::Approx(64 * std::log(2.0)));
}

TEST_CASE("the proposal network trains on sampled anchors and proposes inside the image")
{
    torch::manual_seed(9);
    RpnOptions options;
    options.channels = 8;
    RegionProposalNetwork rpn(options);
    std::vector<torch::Tensor> levels;
    for (int level = 0; level < 5; ++level)
        levels.push_back(torch::randn({2, 8, 32 >> level, 32 >> level}));
    const auto output = rpn(levels);
    const int64_t finest = 32 * 32 * 6, rest = (16 * 16 + 8 * 8 + 4 * 4 + 2 * 2) * 3;
    CHECK(output.objectness.sizes() == torch::IntArrayRef({2, finest + rest}));
    CHECK(output.levelSizes.front() == finest);
    // The finest level's first three anchors have the level's own size, the next three the additional one.
    const auto side = [&](int64_t i) {
        return output.anchors[i][2].item<float>() - output.anchors[i][0].item<float>();
    };
    CHECK(side(1) == doctest::Approx(32));
    CHECK(side(4) == doctest::Approx(20));
    auto generator = seeded(1);
    const auto losses = rpn->losses(output, tests::discBatch(128, {kScene, {}}).targets, generator);
    CHECK(losses.at("rpn_objectness").item<double>() == doctest::Approx(std::log(2.0)).epsilon(0.1));
    CHECK(std::isfinite(losses.at("rpn_box").item<double>()));
    const auto proposals = selectProposals(output, {.preNms = 100, .postNms = 50, .nmsThreshold = 0.8,
                                                    .imageHeight = 128, .imageWidth = 100});
    REQUIRE(proposals.size() == 2);
    for (const auto& boxes : proposals) {
        CHECK(boxes.size(0) <= 50);
        CHECK(boxes.size(0) > 10);
        CHECK(boxes.min().item<float>() >= 0);
        CHECK(boxes.select(1, 2).max().item<float>() <= 100);
        CHECK(boxes.select(1, 3).max().item<float>() <= 128);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <vector>

#include <doctest/doctest.h>
#include <torch/optim/adam.h>

#include "core/base/random.h"
#include "core/nn/models/depth_order_head.h"
#include "core/nn/torch.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

constexpr std::int64_t kSide = 64;

/// [kSide, kSide], 1 inside of a disc.
torch::Tensor disc(double x, double y, double radius)
{
    const auto at = torch::arange(kSide, torch::kFloat32) + .5;
    const auto distance = ((at.unsqueeze(0) - x).square() + (at.unsqueeze(1) - y).square()).sqrt();
    return (distance <= radius).to(torch::kFloat32);
}

/// A line of that brightness just inside the outline of a disc.
torch::Tensor rim(double x, double y, double radius, double brightness)
{
    return brightness * (disc(x, y, radius) - disc(x, y, radius - 2));
}

struct Pair {
    torch::Tensor picture;
    torch::Tensor silhouettes; ///< [2, kSide, kSide]
};

/// Two overlapping discs; the nearer one has a dark rim, the other a bright one.
Pair pairOf(base::Random& random, bool firstIsNearer)
{
    const double x = random.uniform(20, 26), y = random.uniform(26, 36), r = random.uniform(12, 16);
    const double x2 = x + random.uniform(12, 18), y2 = y + random.uniform(-6, 6), r2 = random.uniform(12, 16);
    const double dark = -random.uniform(.5, 1.5), bright = random.uniform(.5, 1.5);
    return {rim(x, y, r, firstIsNearer ? dark : bright) + rim(x2, y2, r2, firstIsNearer ? bright : dark) +
                torch::randn({kSide, kSide}) * .1,
            torch::stack({disc(x, y, r), disc(x2, y2, r2)})};
}

DetectorOutput detectionsOf(const std::vector<std::array<float, 4>>& boxes)
{
    const auto n = std::int64_t(boxes.size());
    DetectorOutput output;
    output.boxes = torch::zeros({n, 4});
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < 4; ++k)
            output.boxes[i][k] = boxes[std::size_t(i)][std::size_t(k)];
    output.scores = torch::full({n}, .9F);
    output.labels = torch::ones({n}, torch::kLong);
    output.maskBoxes = output.boxes.clone();
    output.amodal = torch::ones({n, 28, 28});
    output.visible = torch::ones({n, 28, 28});
    return output;
}

} // namespace

TEST_CASE("pairs are silhouettes that overlap by more than a touch, each pair once")
{
    const auto pairs =
        overlappingPairs(torch::stack({disc(20, 30, 12), disc(36, 30, 12), disc(32, 8, 6), disc(20, 30, 5)}));
    REQUIRE(pairs.size() == 2);
    CHECK(torch::equal(pairs.first, torch::tensor({0, 0}, torch::kLong)));
    CHECK(torch::equal(pairs.second, torch::tensor({1, 3}, torch::kLong)));
}

TEST_CASE("a rim shows what lies along the outline: the line inside it, and the other cell")
{
    const auto picture = rim(24, 32, 14, -1);
    const auto silhouettes = torch::stack({disc(24, 32, 14), disc(40, 32, 12)});
    const auto rims = pairRims(picture, silhouettes, torch::ones({2}), overlappingPairs(silhouettes));
    REQUIRE(rims.sizes() == torch::IntArrayRef({2, 1, kRimPlanes, kRimDepth, kRimLength}));
    const auto across = rims[0][0][0].mean(1); // from inside to outside
    const auto darkest = across.argmin().item<std::int64_t>();
    CHECK(across[darkest].item<double>() < -.7);
    CHECK(darkest > kRimDepth / 3);
    CHECK(darkest < 2 * kRimDepth / 3);
    CHECK(across[0].item<double>() == doctest::Approx(0));
    CHECK(across[kRimDepth - 1].item<double>() == doctest::Approx(0));
    const auto other = rims[0][0][1]; // the second disc lies to the right of the first
    CHECK(other[kRimDepth / 2][0].item<double>() == doctest::Approx(1));
    CHECK(other[kRimDepth / 2][kRimLength / 2].item<double>() == doctest::Approx(0));
    CHECK(rims.select(2, 2).abs().max().item<double>() == doctest::Approx(0)); // there are only two
}

TEST_CASE("a rim shows how many more cells lie there, as sure as they are; the pair itself does not count")
{
    const auto silhouettes = torch::stack({disc(24, 32, 14), disc(40, 32, 12), disc(24, 32, 20)});
    const SilhouettePairs pairs = {torch::tensor({0}, torch::kLong), torch::tensor({1}, torch::kLong)};
    const auto rims = pairRims(torch::zeros({kSide, kSide}), silhouettes, torch::tensor({.9F, .8F, .4F}), pairs);
    const auto more = rims[0][0][2];
    for (const std::int64_t direction : {std::int64_t(0), kRimLength / 2})
        CHECK(more[kRimDepth / 2][direction].item<double>() == doctest::Approx(.4));
}

TEST_CASE("pairs without an answer have no part in the loss")
{
    const auto logits = torch::tensor({2.F, -30.F});
    const double alone = depthOrderLoss(logits.narrow(0, 0, 1), torch::tensor({1.F})).item<double>();
    CHECK(depthOrderLoss(logits, torch::tensor({1.F, -1.F})).item<double>() == doctest::Approx(alone));
    CHECK(depthOrderLoss(torch::zeros({0}), torch::zeros({0})).item<double>() == doctest::Approx(0));
}

TEST_CASE("frames without a pair can be learned from as well")
{
    DepthOrderHead head(DepthOrderHeadOptions{.enabled = true, .width = 4});
    const auto silhouettes = torch::zeros({0, kSide, kSide});
    const auto pairs = overlappingPairs(silhouettes);
    const auto logits = head(pairRims(torch::zeros({kSide, kSide}), silhouettes, torch::zeros({0}), pairs));
    CHECK(logits.sizes() == torch::IntArrayRef({0}));
    const auto loss = depthOrderLoss(logits, torch::zeros({0}));
    loss.backward();
    CHECK(loss.item<double>() == doctest::Approx(0));
}

TEST_CASE("it learns what a dark and a bright rim mean, and never contradicts itself")
{
    torch::set_num_threads(1);
    torch::manual_seed(3);
    DepthOrderHead head(DepthOrderHeadOptions{.enabled = true, .width = 8});
    torch::optim::Adam optimizer(head->parameters(), torch::optim::AdamOptions(3e-3));
    base::Random random(4);
    const auto logitsOf = [&](const Pair& pair, base::Random* disturb) {
        return head(
            pairRims(pair.picture, pair.silhouettes, torch::ones({2}), overlappingPairs(pair.silhouettes), disturb));
    };
    for (int step = 0; step < 60; ++step) {
        std::vector<torch::Tensor> logits, target;
        for (int i = 0; i < 8; ++i) {
            logits.push_back(logitsOf(pairOf(random, i % 2 == 0), &random));
            target.push_back(torch::full({1}, float(i % 2 == 0)));
        }
        optimizer.zero_grad();
        depthOrderLoss(torch::cat(logits), torch::cat(target)).backward();
        optimizer.step();
    }
    int right = 0;
    for (int i = 0; i < 40; ++i)
        right += (logitsOf(pairOf(random, i % 2 == 0), nullptr).item<double>() > 0) == (i % 2 == 0);
    CHECK(right >= 36);

    const auto rims = torch::randn({2, 3, kRimPlanes, kRimDepth, kRimLength});
    CHECK(torch::allclose(head(rims), -head(rims.flip(0)), 1e-4, 1e-5));
}

TEST_CASE("detections are ordered where they overlap; near-duplicates, other classes and strangers are not asked about")
{
    torch::manual_seed(5);
    DepthOrderHead head(DepthOrderHeadOptions{.enabled = true, .width = 8});
    DetectorOutput output =
        detectionsOf({{4, 4, 30, 30}, {20, 4, 46, 30}, {5, 4, 31, 30}, {4, 10, 30, 40}, {50, 50, 62, 62}});
    output.labels[3] = 2;
    const auto nearer = head->nearer(torch::randn({kSide, kSide}), output);
    REQUIRE(nearer.sizes() == torch::IntArrayRef({5, 5}));
    CHECK(torch::allclose(nearer + nearer.t(), torch::ones({5, 5}), 1e-5, 1e-6));
    CHECK(nearer[0][1].item<double>() != .5);
    CHECK(nearer[0][2].item<double>() == .5); // the same cell twice
    CHECK(nearer[0][3].item<double>() == .5); // another class
    CHECK(nearer[0][4].item<double>() == .5); // no overlap
    CHECK(head->nearer(torch::randn({kSide, kSide}), detectionsOf({})).size(0) == 0);
}

TEST_CASE("outlines at the edge of the picture and tiny ones are read without harm")
{
    const auto silhouettes = torch::stack({disc(0, 0, 20), disc(12, 8, 3), torch::ones({kSide, kSide})});
    const auto rims =
        pairRims(torch::randn({kSide, kSide}), silhouettes, torch::ones({3}), overlappingPairs(silhouettes));
    CHECK(rims.size(1) == 3);
    CHECK(torch::isfinite(rims).all().item<bool>());
}

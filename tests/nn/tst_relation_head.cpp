// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <torch/optim/adam.h>

#include "core/base/random.h"
#include "core/nn/models/relation_head.h"
#include "core/nn/torch.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

constexpr std::int64_t kSide = 64;
constexpr std::int64_t kFragment = 2;

struct Square {
    float x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    float score = 0.5F;
    std::int64_t label = 1;
    float visible = 1; ///< probability in every cell of the visible map
};

DetectorOutput outputOf(const std::vector<Square>& squares)
{
    const auto n = std::int64_t(squares.size());
    DetectorOutput output;
    output.boxes = torch::zeros({n, 4});
    output.scores = torch::zeros({n});
    output.labels = torch::zeros({n}, torch::kLong);
    output.amodal = torch::ones({n, 28, 28});
    output.visible = torch::zeros({n, 28, 28});
    for (std::int64_t i = 0; i < n; ++i) {
        const Square& s = squares[std::size_t(i)];
        output.boxes[i] = torch::tensor({s.x1, s.y1, s.x2, s.y2});
        output.scores[i] = s.score;
        output.labels[i] = s.label;
        output.visible[i].fill_(s.visible);
    }
    output.maskBoxes = output.boxes.clone();
    return output;
}

/// A large square and one half as wide, inside of it or beside it.
DetectorOutput pairOf(base::Random& random, bool inside)
{
    const auto at = float(random.uniform(2, 6));
    const float small = inside ? at + 4 : at + 28;
    const Square large{at, at, at + 24, at + 24, float(random.uniform(0.7, 0.9))};
    return outputOf({large, {small, at + 4, small + 12, at + 16, float(random.uniform(0.4, 0.6))}});
}

double valueAt(const torch::Tensor& tensor, std::initializer_list<std::int64_t> index)
{
    auto value = tensor;
    for (const auto i : index)
        value = value[i];
    return value.item<double>();
}

} // namespace

TEST_CASE("a fresh relation head changes nothing")
{
    RelationHead head(RelationHeadOptions{.enabled = true});
    const auto output = outputOf(
        {{0, 0, 20, 20, 0.9F}, {4, 4, 20, 20, 0.7F, kFragment}, {30, 30, 50, 60, 0.3F}, {30, 30, 52, 60, 0.1F}});
    const auto judged = head->judged(output, kSide, kSide);
    CHECK(torch::allclose(judged.scores, output.scores, 1e-4, 1e-5));
    CHECK(torch::equal(judged.labels, output.labels));
    CHECK(head->judged(outputOf({}), kSide, kSide).scores.size(0) == 0);
}

TEST_CASE("overlaps of whole and visible silhouettes are seen as they are; other classes are not looked at")
{
    // The second lies inside of the first, and no part of it is on top; the third is a fragment.
    const auto input = relationInput(
        outputOf({{0, 0, 32, 32, 0.8F}, {0, 0, 16, 32, 0.5F, 1, 0.F}, {0, 0, 32, 32, 0.4F, kFragment}}), kSide, kSide);
    REQUIRE(input.rows.size(0) == 2);
    CHECK(input.own.size(1) == RelationHeadImpl::kOwnFeatures);
    CHECK(input.pairs.size(2) == RelationHeadImpl::kPairFeatures);
    CHECK(valueAt(input.pairs, {1, 0, 0}) == doctest::Approx(0.5)); // IoU
    CHECK(valueAt(input.pairs, {1, 0, 1}) == doctest::Approx(1));   // all of it lies in the first
    CHECK(valueAt(input.pairs, {0, 1, 1}) == doctest::Approx(0.5));
    CHECK(valueAt(input.pairs, {1, 0, 8}) == doctest::Approx(1));   // the other is better
    CHECK(valueAt(input.pairs, {0, 1, 8}) == doctest::Approx(0));
    CHECK(valueAt(input.own, {0, 3}) == doctest::Approx(1));        // visible share
    CHECK(valueAt(input.own, {1, 3}) == doctest::Approx(0));
    CHECK(valueAt(input.own, {0, 9}) == doctest::Approx(1));        // not covered by better ones
    CHECK(valueAt(input.own, {1, 9}) == doctest::Approx(0));
}

TEST_CASE("what a picture gets does not depend on the pictures beside it")
{
    torch::manual_seed(5);
    RelationHead head(RelationHeadOptions{.enabled = true, .hidden = 8});
    {
        const torch::NoGradGuard noGrad;
        for (auto& parameter : head->parameters())
            parameter.normal_(0, 0.3);
    }
    const auto few = relationInput(outputOf({{0, 0, 20, 20, 0.9F}, {10, 10, 30, 30, 0.4F}}), kSide, kSide);
    const auto many =
        relationInput(outputOf({{0, 0, 9, 9, 0.9F}, {2, 2, 40, 40, 0.8F}, {5, 5, 50, 60, 0.7F}, {30, 3, 60, 20, 0.2F}}),
                      kSide, kSide);
    const auto alone = head(relationBatch({few}));
    const auto together = head(relationBatch({few, many}));
    CHECK(torch::allclose(alone[0], together[0].narrow(0, 0, 2), 1e-5, 1e-6));
}

TEST_CASE("it learns that an outline inside of another is none of its own, whatever its score says")
{
    torch::set_num_threads(1);
    torch::manual_seed(1);
    RelationHead head(RelationHeadOptions{.enabled = true, .hidden = 16});
    torch::optim::Adam optimizer(head->parameters(), torch::optim::AdamOptions(1e-2));
    base::Random random(4);
    for (int step = 0; step < 120; ++step) {
        std::vector<RelationInput> inputs;
        auto target = torch::ones({8, 2});
        for (int i = 0; i < 8; ++i) {
            inputs.push_back(relationInput(pairOf(random, i % 2 == 0), kSide, kSide));
            target[i][1] = i % 2;
        }
        optimizer.zero_grad();
        relationLoss(head(relationBatch(inputs)), target, torch::ones({8, 2})).backward();
        optimizer.step();
    }
    for (int i = 0; i < 10; ++i) {
        const auto inside = head->judged(pairOf(random, true), kSide, kSide);
        const auto beside = head->judged(pairOf(random, false), kSide, kSide);
        CHECK(inside.scores[0].item<double>() > 0.7);
        CHECK(inside.scores[1].item<double>() < 0.4);
        CHECK(beside.scores[1].item<double>() > 0.6);
    }
}

TEST_CASE("what the truth does not say has no part in the loss")
{
    const auto logits = torch::tensor({{2.F, -1.F}}), target = torch::tensor({{1.F, 1.F}});
    const double counted = relationLoss(logits, target, torch::tensor({{1.F, 0.F}})).item<double>();
    CHECK(counted == doctest::Approx(std::log1p(std::exp(-2.0))));
    CHECK(relationLoss(logits, target, torch::zeros({1, 2})).item<double>() == doctest::Approx(0));
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "core/nn/ops/box_coder.h"
#include "core/nn/ops/nms.h"

using namespace blastoscope;

namespace {

std::vector<int64_t> values(const torch::Tensor& t)
{
    return {t.data_ptr<int64_t>(), t.data_ptr<int64_t>() + t.numel()};
}

torch::Tensor randomBoxes(int64_t n)
{
    const auto corner = torch::rand({n, 2}) * 60;
    return torch::cat({corner, corner + 10 + torch::rand({n, 2}) * 40}, 1);
}

/// The definition, on an IoU matrix.
std::vector<int64_t> slowNms(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups,
                             double threshold)
{
    const auto iou = nn::boxIou(boxes, boxes);
    std::vector<int64_t> kept;
    for (const int64_t i : values(torch::argsort(scores, 0, true))) {
        bool free = true;
        for (const int64_t k : kept) {
            free = free &&
                   !(groups[i].item<int64_t>() == groups[k].item<int64_t>() && iou[i][k].item<double>() > threshold);
        }
        if (free)
            kept.push_back(i);
    }
    return kept;
}

} // namespace

TEST_CASE("agrees with the definition, with and without groups")
{
    torch::manual_seed(1);
    for (const int64_t n : {1, 7, 80}) {
        const auto boxes = randomBoxes(n);
        const auto scores = torch::rand({n});
        const auto groups = torch::randint(0, 3, {n}, torch::kLong);
        for (const double threshold : {0.3, 0.5, 0.8}) {
            CHECK(values(nn::batchedNms(boxes, scores, groups, threshold)) ==
                  slowNms(boxes, scores, groups, threshold));
            CHECK(values(nn::nms(boxes, scores, threshold)) ==
                  slowNms(boxes, scores, torch::zeros({n}, torch::kLong), threshold));
        }
    }
}

TEST_CASE("stops after maxKept, keeps the first of equal scores, accepts nothing")
{
    const auto boxes = torch::tensor({{0.f, 0.f, 10.f, 10.f}, {0.f, 0.f, 10.f, 10.f}, {20.f, 0.f, 30.f, 10.f}});
    const auto scores = torch::tensor({0.5f, 0.5f, 0.5f});
    CHECK(values(nn::nms(boxes, scores, 0.5)) == std::vector<int64_t>{0, 2});
    CHECK(values(nn::nms(boxes, scores, 0.5, 1)) == std::vector<int64_t>{0});
    CHECK(nn::nms(torch::zeros({0, 4}), torch::zeros({0}), 0.5).numel() == 0);
}

TEST_CASE("an IoU equal to the threshold does not suppress; empty boxes suppress nothing")
{
    const auto half = torch::tensor({{0.f, 0.f, 10.f, 10.f}, {0.f, 0.f, 10.f, 5.f}});
    CHECK(nn::nms(half, torch::tensor({0.9f, 0.8f}), 0.5).numel() == 2);
    CHECK(nn::nms(half, torch::tensor({0.9f, 0.8f}), 0.49).numel() == 1);
    CHECK(nn::nms(torch::zeros({2, 4}), torch::tensor({0.9f, 0.8f}), 0.5).numel() == 2);
}

TEST_CASE("wrong arguments are refused")
{
    CHECK_THROWS_AS(nn::nms(torch::zeros({2, 5}), torch::zeros({2}), 0.5), c10::Error);
    CHECK_THROWS_AS(nn::nms(torch::zeros({2, 4}), torch::zeros({3}), 0.5), c10::Error);
    CHECK_THROWS_AS(nn::nms(torch::zeros({1, 4}), torch::full({1}, NAN), 0.5), c10::Error);
    CHECK_THROWS_AS(nn::softNms(torch::zeros({1, 4}), torch::ones({1}), torch::zeros({1}, torch::kLong), 0.0),
                    c10::Error);
}

TEST_CASE("soft NMS decays by the Gaussian of the overlap and reorders")
{
    // 0 and 1 overlap by 1/3, 2 lies apart, 3 is another group.
    const auto boxes = torch::tensor(
        {{0.f, 0.f, 10.f, 10.f}, {5.f, 0.f, 15.f, 10.f}, {50.f, 0.f, 60.f, 10.f}, {0.f, 0.f, 10.f, 10.f}});
    const auto scores = torch::tensor({0.9f, 0.8f, 0.7f, 0.6f});
    const auto groups = torch::tensor({1, 1, 1, 2}, torch::kLong);
    const auto result = nn::softNms(boxes, scores, groups, 0.5);
    const float decayed = 0.8f * std::exp(-1.f / 9 / 0.5f);
    CHECK(values(result.indices) == std::vector<int64_t>{0, 2, 1, 3});
    CHECK(torch::allclose(result.scores, torch::tensor({0.9f, 0.7f, decayed, 0.6f})));
    CHECK(nn::softNms(boxes, scores, groups, 0.5, 0.65).indices.numel() == 2);
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>

#include "core/nn/ops/anchors.h"
#include "core/nn/ops/box_coder.h"

using namespace blastoscope;

namespace {

torch::Tensor randomBoxes(int64_t n)
{
    const auto corner = torch::rand({n, 2}) * 200;
    return torch::cat({corner, corner + 5 + torch::rand({n, 2}) * 100}, 1);
}

} // namespace

TEST_CASE("decode inverts encode")
{
    torch::manual_seed(1);
    const auto references = randomBoxes(20);
    const auto boxes = randomBoxes(20);
    const nn::BoxCoder coder({10, 10, 5, 5});
    const auto back = coder.decode(coder.encode(boxes, references), references);
    CHECK(torch::allclose(back, boxes, 1e-4, 1e-3));
}

TEST_CASE("encode gives the values of the R-CNN paper's formula")
{
    const auto reference = torch::tensor({{0.f, 0.f, 10.f, 20.f}});
    const auto box = torch::tensor({{5.f, 10.f, 25.f, 20.f}});
    const auto t = nn::BoxCoder().encode(box, reference);
    CHECK(t[0][0].item<float>() == doctest::Approx(1.0));
    CHECK(t[0][1].item<float>() == doctest::Approx(0.25));
    CHECK(t[0][2].item<float>() == doctest::Approx(std::log(2.0)));
    CHECK(t[0][3].item<float>() == doctest::Approx(std::log(0.5)));
}

TEST_CASE("decode clamps the size and handles several classes per box")
{
    const auto reference = torch::tensor({{0.f, 0.f, 16.f, 16.f}});
    const auto deltas = torch::tensor({{0.f, 0.f, 100.f, 100.f, 0.f, 0.f, 0.f, 0.f}});
    const auto boxes = nn::BoxCoder().decode(deltas, reference);
    REQUIRE(boxes.size(1) == 8);
    CHECK((boxes[0][2] - boxes[0][0]).item<float>() == doctest::Approx(1000).epsilon(1e-4));
    CHECK(boxes[0][4].item<float>() == doctest::Approx(0));
    CHECK(boxes[0][6].item<float>() == doctest::Approx(16));
}

TEST_CASE("decoding works in float when the head runs in bf16")
{
    const auto reference = torch::tensor({{100.f, 100.f, 201.f, 203.f}});
    const auto boxes = nn::BoxCoder().decode(torch::zeros({1, 4}, torch::kBFloat16), reference);
    CHECK((boxes.scalar_type() == torch::kFloat));
    CHECK(torch::allclose(boxes, reference));
}

TEST_CASE("IoU of boxes")
{
    const auto a = torch::tensor({{0.f, 0.f, 2.f, 2.f}, {0.f, 0.f, 0.f, 0.f}});
    const auto b = torch::tensor({{1.f, 0.f, 3.f, 2.f}, {5.f, 5.f, 6.f, 6.f}, {0.f, 0.f, 0.f, 0.f}});
    const auto iou = nn::boxIou(a, b);
    REQUIRE(iou.sizes() == torch::IntArrayRef({2, 3}));
    CHECK(iou[0][0].item<float>() == doctest::Approx(1.0 / 3));
    CHECK(iou[0][1].item<float>() == 0);
    CHECK(iou[1][2].item<float>() == 0);
    CHECK(nn::boxIou(torch::zeros({0, 4}), b).sizes() == torch::IntArrayRef({0, 3}));
}

TEST_CASE("boxes are clipped to the image")
{
    const auto clipped = nn::clipBoxes(torch::tensor({{-5.f, 3.f, 50.f, 90.f}}), 80, 40);
    CHECK(torch::equal(clipped, torch::tensor({{0.f, 3.f, 40.f, 80.f}})));
}

TEST_CASE("anchors are centred on their cells, keep the area and are not rounded")
{
    const nn::AnchorOptions options;
    const auto anchors = nn::levelAnchors(options, 1, 2, 3, torch::kCPU);
    REQUIRE(anchors.sizes() == torch::IntArrayRef({2 * 3 * 3, 4}));
    const auto last = anchors[17]; // row 1, column 2, ratio 2
    CHECK(((last[0] + last[2]) / 2).item<float>() == doctest::Approx(16));
    CHECK(((last[1] + last[3]) / 2).item<float>() == doctest::Approx(8));
    CHECK((last[3] - last[1]).item<float>() == doctest::Approx(48 * std::sqrt(2.0)));
    CHECK(torch::allclose(nn::boxAreas(anchors), torch::full({18}, 48.f * 48.f), 1e-4));
}

TEST_CASE("wrong shapes are refused")
{
    CHECK_THROWS_AS(nn::boxIou(torch::zeros({2, 3}), torch::zeros({2, 4})), c10::Error);
    CHECK_THROWS_AS(nn::BoxCoder().decode(torch::zeros({2, 3}), torch::zeros({2, 4})), c10::Error);
    CHECK_THROWS_AS(nn::levelAnchors({}, 5, 1, 1, torch::kCPU), c10::Error);
}

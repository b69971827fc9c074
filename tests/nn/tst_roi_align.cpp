// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>

#include "core/nn/ops/roi_align.h"
#include "tests/nn/gradient_check.h"

using namespace blastoscope;

namespace {

/// Straight from the definition: one sample after the other, one channel after the other.
double sampleAt(const torch::TensorAccessor<double, 2>& map, double y, double x)
{
    const auto height = map.size(0), width = map.size(1);
    if (y < -1.0 || y > double(height) || x < -1.0 || x > double(width))
        return 0;
    y = std::max(y, 0.0);
    x = std::max(x, 0.0);
    const auto yLow = std::min<int64_t>(int64_t(y), height - 1), xLow = std::min<int64_t>(int64_t(x), width - 1);
    const auto yHigh = std::min(yLow + 1, height - 1), xHigh = std::min(xLow + 1, width - 1);
    const double dy = yLow == yHigh ? 0 : y - double(yLow), dx = xLow == xHigh ? 0 : x - double(xLow);
    return map[yLow][xLow] * (1 - dy) * (1 - dx) + map[yLow][xHigh] * (1 - dy) * dx + map[yHigh][xLow] * dy * (1 - dx) +
           map[yHigh][xHigh] * dy * dx;
}

torch::Tensor slowRoiAlign(const torch::Tensor& features, const torch::Tensor& rois, int64_t outSize, double scale,
                           int64_t ratio)
{
    const auto x = features.detach().to(torch::kDouble).contiguous();
    const auto r = rois.to(torch::kDouble).contiguous();
    auto out = torch::zeros({rois.size(0), x.size(1), outSize, outSize}, torch::kDouble);
    const auto input = x.accessor<double, 4>();
    const auto roi = r.accessor<double, 2>();
    auto result = out.accessor<double, 4>();
    for (int64_t n = 0; n < rois.size(0); ++n) {
        const double x1 = roi[n][1] * scale - 0.5, y1 = roi[n][2] * scale - 0.5;
        const double binW = (roi[n][3] - roi[n][1]) * scale / double(outSize);
        const double binH = (roi[n][4] - roi[n][2]) * scale / double(outSize);
        for (int64_t c = 0; c < x.size(1); ++c) {
            for (int64_t i = 0; i < outSize; ++i) {
                for (int64_t j = 0; j < outSize; ++j) {
                    double sum = 0;
                    for (int64_t sy = 0; sy < ratio; ++sy) {
                        for (int64_t sx = 0; sx < ratio; ++sx) {
                            sum += sampleAt(input[int64_t(roi[n][0])][c],
                                            y1 + (double(i) + (double(sy) + 0.5) / double(ratio)) * binH,
                                            x1 + (double(j) + (double(sx) + 0.5) / double(ratio)) * binW);
                        }
                    }
                    result[n][c][i][j] = sum / double(ratio * ratio);
                }
            }
        }
    }
    return out;
}

/// Inside, across every edge, far outside, tiny, inverted, empty.
torch::Tensor awkwardRois()
{
    return torch::tensor({{0., 3., 5., 40., 33.},
                          {1., -20., -11., 30., 25.},
                          {1., 30., 20., 90., 80.},
                          {0., 500., 500., 600., 600.},
                          {0., 10.2, 10.4, 10.9, 11.1},
                          {1., 20., 20., 12., 14.},
                          {0., 7., 7., 7., 7.},
                          {1., 0., 0., 48., 40.}},
                         torch::kDouble);
}

double worstDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
}

} // namespace

TEST_CASE("agrees with the definition in every dtype and layout")
{
    torch::manual_seed(3);
    const auto rois = awkwardRois();
    for (const int64_t channels : {1, 5, 64, 150}) {
        for (const bool channelsLast : {false, true}) {
            for (const int64_t ratio : {1, 2, 3}) {
                const auto format = channelsLast ? torch::MemoryFormat::ChannelsLast : torch::MemoryFormat::Contiguous;
                const auto features = torch::randn({2, channels, 10, 12}, torch::kDouble).contiguous(format);
                const auto expected = slowRoiAlign(features, rois, 7, 0.25, ratio);
                CHECK(worstDifference(nn::roiAlign(features, rois, 7, 0.25, ratio), expected) < 1e-12);
                const auto single = nn::roiAlign(features.to(torch::kFloat), rois.to(torch::kFloat), 7, 0.25, ratio);
                CHECK(worstDifference(single, expected) < 2e-5);
                CHECK(single.is_contiguous(features.suggest_memory_format()));
            }
        }
    }
}

TEST_CASE("bf16 input gives bf16 output within its rounding")
{
    torch::manual_seed(4);
    const auto features = torch::randn({2, 96, 10, 12}, torch::kBFloat16).contiguous(torch::MemoryFormat::ChannelsLast);
    const auto expected = slowRoiAlign(features, awkwardRois(), 14, 0.25, 2);
    const auto actual = nn::roiAlign(features, awkwardRois().to(torch::kFloat), 14, 0.25);
    CHECK((actual.scalar_type() == torch::kBFloat16));
    const auto error = (actual.to(torch::kDouble) - expected).abs() / (expected.abs() + 1e-2);
    CHECK(error.max().item<double>() < 1.0 / 256 + 1e-4);
}

TEST_CASE("the composition of ATen operations gives the same numbers")
{
    torch::manual_seed(5);
    const auto features = torch::randn({2, 6, 10, 12}, torch::kDouble);
    const auto rois = awkwardRois();
    for (const int64_t ratio : {1, 2, 3}) {
        const auto expected = slowRoiAlign(features, rois, 5, 0.25, ratio);
        CHECK(worstDifference(nn::roiAlignComposed(features, rois, 5, 0.25, ratio), expected) < 1e-12);
    }
    const auto low = features.to(torch::kBFloat16);
    CHECK(worstDifference(nn::roiAlignComposed(low, rois, 5, 0.25), nn::roiAlign(low, rois, 5, 0.25)) < 0.02);
}

TEST_CASE("gradients agree with finite differences")
{
    torch::manual_seed(6);
    const auto features = torch::randn({2, 3, 6, 7}, torch::kDouble);
    const auto rois = awkwardRois() * torch::tensor({1., .5, .5, .5, .5}, torch::kDouble);
    const auto own = tests::checkGradient([&] { return nn::roiAlign(features, rois, 3, 0.25); }, {features});
    CHECK_MESSAGE(own.worst < 1e-6, own.where);
    const auto composed =
        tests::checkGradient([&] { return nn::roiAlignComposed(features, rois, 3, 0.25); }, {features});
    CHECK_MESSAGE(composed.worst < 1e-6, composed.where);
    const auto pyramid = torch::randn({2, 3, 3, 4}, torch::kDouble);
    const auto both = tests::checkGradient(
        [&] {
            return nn::roiAlignPyramid({features, pyramid}, {4, 8}, rois, 3, 60.0);
        },
        {features, pyramid});
    CHECK_MESSAGE(both.worst < 1e-6, both.where);
}

TEST_CASE("float and bf16 gradients agree with double's, also for more channels than one block")
{
    torch::manual_seed(7);
    const auto rois = awkwardRois();
    const auto start = torch::randn({2, 70, 10, 12}, torch::kDouble);
    const auto weights = torch::randn({rois.size(0), 70, 7, 7}, torch::kBFloat16).to(torch::kDouble);
    const auto gradientIn = [&](torch::ScalarType type) {
        auto x = start.to(type).contiguous(torch::MemoryFormat::ChannelsLast).detach().requires_grad_(true);
        (nn::roiAlign(x, rois, 7, 0.25) * weights.to(type)).sum().backward();
        CHECK((x.grad().scalar_type() == type));
        return x.grad().to(torch::kDouble);
    };
    const auto exact = gradientIn(torch::kDouble);
    CHECK(worstDifference(gradientIn(torch::kFloat), exact) < 1e-4);
    CHECK(((gradientIn(torch::kBFloat16) - exact).abs() / (exact.abs() + 0.1)).max().item<double>() < 1.0 / 128);
}

TEST_CASE("backward repeats bit for bit with several threads")
{
    torch::manual_seed(8);
    const auto rois = awkwardRois().repeat({8, 1});
    const auto run = [&] {
        torch::manual_seed(9);
        auto x = torch::randn({2, 128, 10, 12}).requires_grad_(true);
        nn::roiAlign(x, rois, 14, 0.25).square().sum().backward();
        return x.grad();
    };
    CHECK(torch::equal(run(), run()));
}

TEST_CASE("no RoIs and non-finite features outside the RoIs")
{
    const auto features = torch::ones({1, 4, 8, 8});
    CHECK(nn::roiAlign(features, torch::zeros({0, 5}), 7, 0.25).sizes() == torch::IntArrayRef({0, 4, 7, 7}));
    auto spoiled = features.clone();
    spoiled[0][0][7][7] = NAN;
    const auto out = nn::roiAlign(spoiled, torch::tensor({{0.f, 0.f, 0.f, 16.f, 16.f}}), 7, 0.25);
    CHECK(torch::allclose(out, torch::ones_like(out)));
    const auto nowhere = nn::roiAlign(features, torch::tensor({{0.f, NAN, 0.f, 16.f, 16.f}}), 7, 0.25);
    CHECK(torch::equal(nowhere, torch::zeros_like(nowhere)));
}

TEST_CASE("wrong arguments are refused")
{
    const auto features = torch::ones({1, 4, 8, 8});
    CHECK_THROWS_AS(nn::roiAlign(features[0], torch::zeros({1, 5}), 7, 1.0), c10::Error);
    CHECK_THROWS_AS(nn::roiAlign(features, torch::zeros({1, 4}), 7, 1.0), c10::Error);
    CHECK_THROWS_AS(nn::roiAlign(features, torch::ones({1, 5}), 7, 1.0), c10::Error); // image 1 of 1
    CHECK_THROWS_AS(nn::roiAlign(features.to(torch::kLong), torch::zeros({1, 5}), 7, 1.0), c10::Error);
    CHECK_THROWS_AS(nn::roiAlign(features, torch::zeros({1, 5}), 0, 1.0), c10::Error);
}

TEST_CASE("RoIs go to the level of their size")
{
    const auto square = [](float side) { return torch::tensor({{0.f, 0.f, 0.f, side, side}}); };
    const std::vector<int> strides = {4, 8, 16, 32};
    const auto level = [&](float side, double canonical) {
        return nn::roiLevels(square(side), strides, canonical).item<int64_t>();
    };
    CHECK(level(224, 224) == 2);
    CHECK(level(223, 224) == 1);
    CHECK(level(112, 112) == 2);
    CHECK(level(1, 224) == 0);
    CHECK(level(0, 224) == 0);
    CHECK(level(5000, 224) == 3);
}

TEST_CASE("the pyramid keeps the order of the RoIs")
{
    torch::manual_seed(10);
    std::vector<torch::Tensor> levels;
    for (const int64_t side : {32, 16, 8, 4})
        levels.push_back(torch::randn({2, 8, side, side}).contiguous(torch::MemoryFormat::ChannelsLast));
    const std::vector<int> strides = {4, 8, 16, 32};
    const auto rois = torch::tensor({{1.f, 0.f, 0.f, 120.f, 120.f},
                                     {0.f, 10.f, 10.f, 30.f, 30.f},
                                     {0.f, 5.f, 3.f, 70.f, 60.f},
                                     {1.f, 40.f, 40.f, 60.f, 70.f}});
    const auto all = nn::roiAlignPyramid(levels, strides, rois, 7, 64);
    const auto levelOf = nn::roiLevels(rois, strides, 64);
    for (int64_t r = 0; r < rois.size(0); ++r) {
        const auto l = std::size_t(levelOf[r].item<int64_t>());
        const auto one = nn::roiAlign(levels[l], rois.slice(0, r, r + 1), 7, 1.0 / strides[l]);
        CHECK(torch::equal(all[r], one[0]));
    }
    CHECK(nn::roiAlignPyramid(levels, strides, torch::zeros({0, 5}), 7, 64).size(0) == 0);
}

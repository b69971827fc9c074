// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/nn/layers/conv.h"
#include "core/nn/layers/precision.h"
#include "core/nn/models/fpn.h"
#include "core/nn/models/resnet.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

/// Largest difference relative to the largest value of `reference`.
double relativeError(const torch::Tensor& value, const torch::Tensor& reference)
{
    const auto difference = (value.to(torch::kFloat64) - reference.to(torch::kFloat64)).abs().max();
    return difference.item<double>() / reference.abs().max().item<double>();
}

torch::Tensor bf16(const torch::Tensor& x)
{
    return toComputeLayout(x.to(torch::kBFloat16));
}

} // namespace

TEST_CASE("a transposed convolution by sub-pixels equals the library's")
{
    torch::manual_seed(1);
    for (const int kernel : {2, 4}) {
        CAPTURE(kernel);
        ConvTranspose2d layer(ConvTranspose2dOptions{.in = 6, .out = 5, .kernel = kernel});
        torch::nn::init::normal_(layer->bias);
        const auto x = torch::randn({3, 6, 7, 9});
        const auto reference =
            torch::conv_transpose2d(x, layer->weight, layer->bias, 2, kernel == 2 ? 0 : 1).detach();
        CHECK(layer(x).sizes() == torch::IntArrayRef({3, 5, 14, 18}));
        CHECK(relativeError(layer(x).detach(), reference) < 1e-5);
        CHECK(relativeError(layer(bf16(x)).detach(), reference) < 0.02);
    }
    CHECK_THROWS_AS(ConvTranspose2d(ConvTranspose2dOptions{.kernel = 3}), c10::Error);
}

TEST_CASE("layers follow the input's number format while weights and gradients stay fp32")
{
    torch::manual_seed(2);
    Conv2d conv(Conv2dOptions{.in = 8, .out = 16});
    GroupNorm norm(GroupNormOptions{16});
    Linear linear(LinearOptions{16, 4});
    const auto x = torch::randn({2, 8, 12, 12});
    const auto run = [&](const torch::Tensor& input) { return linear(norm(conv(input)).mean({2, 3})); };
    const auto gradients = [&](const torch::Tensor& output) {
        conv->zero_grad();
        (output.to(torch::kFloat32) * torch::arange(4, torch::kFloat32)).sum().backward();
        return conv->weight.grad().clone();
    };
    const auto full = run(x);
    const auto fullGradient = gradients(full);
    const auto reduced = run(bf16(x));
    CHECK((reduced.scalar_type() == torch::kBFloat16));
    CHECK(relativeError(reduced.detach(), full.detach()) < 0.03);
    const auto reducedGradient = gradients(reduced);
    CHECK((reducedGradient.scalar_type() == torch::kFloat32));
    CHECK(relativeError(reducedGradient, fullGradient) < 0.1);
    CHECK(relativeError(norm(x.repeat({1, 2, 1, 1})).detach(), torch::group_norm(x.repeat({1, 2, 1, 1}), 4)) < 1e-5);
}

TEST_CASE("without gradients the cast weights are kept, and renewed when the masters change")
{
    torch::manual_seed(3);
    Conv2d conv(Conv2dOptions{.in = 4, .out = 4});
    const auto x = bf16(torch::randn({1, 4, 8, 8}));
    const torch::NoGradGuard noGrad;
    const auto before = conv(x);
    CHECK(torch::equal(conv(x), before));
    conv->weight.mul_(2);
    CHECK(relativeError(conv(x), 2 * before) < 0.01);
    conv->weight.set_data(torch::zeros_like(conv->weight));
    CHECK(conv(x).abs().max().item<float>() == 0);
}

TEST_CASE("layers refuse inputs of another shape or type")
{
    Conv2d conv(Conv2dOptions{.in = 4, .out = 4});
    CHECK_THROWS_AS(conv(torch::zeros({1, 3, 8, 8})), c10::Error);
    CHECK_THROWS_AS(conv(torch::zeros({4, 8, 8})), c10::Error);
    CHECK_THROWS_AS(conv(torch::zeros({1, 4, 8, 8}, torch::kInt)), c10::Error);
    CHECK_THROWS_AS(Linear(LinearOptions{4, 2})(torch::zeros({3, 5})), c10::Error);
}

TEST_CASE("backbone and pyramid have the documented strides, channels and keys")
{
    torch::manual_seed(4);
    ResNet body(ResNetOptions{.depth = 18, .width = 8});
    const auto stages = body(torch::randn({2, 1, 64, 96}));
    FeaturePyramid fpn(FeaturePyramidOptions{.in = body->channels(), .channels = 12});
    const auto levels = fpn(stages);
    REQUIRE(levels.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const int64_t stride = 4 << i;
        CHECK(stages[i].sizes() == torch::IntArrayRef({2, 8 << i, 64 / stride, 96 / stride}));
        CHECK(levels[i].sizes() == torch::IntArrayRef({2, 12, 64 / stride, 96 / stride}));
    }
    const auto keys = body->named_parameters().keys();
    for (const std::string key : {"stem.weight", "stem_norm.bias", "stage2.0.conv1.weight", "stage5.1.norm2.weight",
                                  "stage3.0.shortcut.weight"}) {
        CAPTURE(key);
        CHECK(std::find(keys.begin(), keys.end(), key) != keys.end());
    }
    CHECK_THROWS_AS(body(torch::zeros({1, 1, 60, 64})), c10::Error);
    CHECK_THROWS_AS(ResNet(ResNetOptions{.depth = 50}), c10::Error);
}

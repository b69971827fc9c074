// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/style_layers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace blastoscope::nn {
namespace {

constexpr double kSlope = 0.2;
constexpr double kEpsilon = 1e-8;

/// [1, 3, 3, 1] as a 4 x 4 kernel that sums to `gain`, once for each of `channels`.
torch::Tensor lowPassKernel(const torch::Tensor& like, std::int64_t channels, double gain)
{
    const auto line = torch::tensor({1.0, 3.0, 3.0, 1.0}, torch::kDouble);
    const auto kernel = (line.unsqueeze(1) * line.unsqueeze(0)) * (gain / 64);
    return kernel.to(like.options().requires_grad(false)).expand({channels, 1, 4, 4});
}

torch::Tensor addBias(const torch::Tensor& x, const torch::Tensor& bias)
{
    return x + bias.view({1, -1, 1, 1});
}

} // namespace

torch::Tensor scaledLeakyRelu(const torch::Tensor& x)
{
    return torch::leaky_relu(x, kSlope) * std::numbers::sqrt2;
}

torch::Tensor lowPass(const torch::Tensor& x, int padding, int stride)
{
    TORCH_CHECK(x.dim() == 4, "lowPass: needs [N, C, H, W], got ", x.sizes());
    const auto channels = x.size(1);
    return torch::conv2d(x, lowPassKernel(x, channels, 1), {}, stride, padding, 1, channels);
}

torch::Tensor upsampleSmooth(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 4, "upsampleSmooth: needs [N, C, H, W], got ", x.sizes());
    const auto channels = x.size(1);
    return torch::conv_transpose2d(x, lowPassKernel(x, channels, 4), {}, 2, 1, 0, channels);
}

torch::Tensor appendGroupDeviation(const torch::Tensor& x, int groupSize)
{
    TORCH_CHECK(x.dim() == 4 && groupSize > 0, "appendGroupDeviation: needs [N, C, H, W], got ", x.sizes());
    const auto n = x.size(0);
    std::int64_t group = std::min<std::int64_t>(n, groupSize);
    while (n % group != 0)
        --group;
    const auto grouped = x.reshape({group, n / group, x.size(1), x.size(2), x.size(3)});
    const auto centred = grouped - grouped.mean(0, true);
    const auto deviation = (centred.square().mean(0) + kEpsilon).sqrt().mean({1, 2, 3});
    const auto channel = deviation.repeat({group}).view({n, 1, 1, 1}).expand({n, 1, x.size(2), x.size(3)});
    return torch::cat({x, channel}, 1);
}

EqualLinearImpl::EqualLinearImpl(const EqualLinearOptions& o) : options(o)
{
    TORCH_CHECK(o.in > 0 && o.out > 0 && o.learningRateFactor > 0, "EqualLinear: sizes must be positive");
    weight = register_parameter("weight", torch::randn({o.out, o.in}) / o.learningRateFactor);
    bias = register_parameter("bias", torch::full({o.out}, o.biasStart));
}

torch::Tensor EqualLinearImpl::forward(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 2 && x.size(1) == options.in, "EqualLinear: needs [N, ", options.in, "], got ", x.sizes());
    const double gain = options.learningRateFactor / std::sqrt(double(options.in));
    const auto y = torch::linear(x, weight * gain, bias * options.learningRateFactor);
    return options.activate ? scaledLeakyRelu(y) : y;
}

EqualConvImpl::EqualConvImpl(const EqualConvOptions& o) : options(o)
{
    TORCH_CHECK(o.in > 0 && o.out > 0 && (o.kernel == 1 || o.kernel == 3), "EqualConv: kernel must be 1 or 3");
    weight = register_parameter("weight", torch::randn({o.out, o.in, o.kernel, o.kernel}));
    if (o.bias)
        bias = register_parameter("bias", torch::zeros({o.out}));
}

torch::Tensor EqualConvImpl::forward(const torch::Tensor& x)
{
    TORCH_CHECK(x.dim() == 4 && x.size(1) == options.in, "EqualConv: needs [N, ", options.in, ", H, W], got ",
                x.sizes());
    const auto scaled = weight * (1 / std::sqrt(double(options.in * options.kernel * options.kernel)));
    torch::Tensor y;
    if (!options.down)
        y = torch::conv2d(x, scaled, {}, 1, options.kernel / 2);
    else if (options.kernel == 1)
        y = torch::conv2d(lowPass(x, 1, 2), scaled);
    else
        y = torch::conv2d(lowPass(x, 2), scaled, {}, 2);
    if (bias.defined())
        y = addBias(y, bias);
    if (options.activate)
        y = scaledLeakyRelu(y);
    return options.gain == 1 ? y : y * options.gain;
}

torch::Tensor modulatedConv(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& style,
                            bool demodulate, bool up)
{
    TORCH_CHECK(x.dim() == 4 && weight.dim() == 4 && weight.size(1) == x.size(1) && weight.size(2) == weight.size(3),
                "modulatedConv: ", x.sizes(), " and weights ", weight.sizes(), " do not fit");
    TORCH_CHECK(style.dim() == 2 && style.size(0) == x.size(0) && style.size(1) == x.size(1),
                "modulatedConv: styles must be [N, in], got ", style.sizes());
    TORCH_CHECK(weight.size(2) == 3 || (weight.size(2) == 1 && !up),
                "modulatedConv: kernel must be 3, or 1 without up");
    const auto scaled = x * style.unsqueeze(2).unsqueeze(3);
    torch::Tensor y;
    if (up) // a convolution that spreads, hence [in, out, k, k]; its 2H + 1 pixels are smoothed to 2H
        y = lowPass(torch::conv_transpose2d(scaled, weight.transpose(0, 1), {}, 2), 1) * 4;
    else
        y = torch::conv2d(scaled, weight, {}, 1, weight.size(2) / 2);
    if (!demodulate)
        return y;
    const auto power = torch::matmul(style.square(), weight.square().sum({2, 3}).t());
    return y * (power + kEpsilon).rsqrt().unsqueeze(2).unsqueeze(3);
}

StyleConvImpl::StyleConvImpl(const StyleConvOptions& o) : options(o)
{
    affine = register_module("affine", EqualLinear(EqualLinearOptions{.in = o.styleSize, .out = o.in, .biasStart = 1}));
    weight = register_parameter("weight", torch::randn({o.out, o.in, 3, 3}));
    bias = register_parameter("bias", torch::zeros({o.out}));
    noiseStrength = register_parameter("noise_strength", torch::zeros({1}));
    noise = register_buffer("noise", torch::randn({o.resolution, o.resolution}));
}

torch::Tensor StyleConvImpl::forward(const torch::Tensor& x, const torch::Tensor& w, NoiseMode noiseMode)
{
    auto y = modulatedConv(x, weight, affine(w), true, options.up);
    if (noiseMode == NoiseMode::Random)
        y = y + torch::randn({y.size(0), 1, y.size(2), y.size(3)}, y.options()) * noiseStrength;
    else if (noiseMode == NoiseMode::Fixed)
        y = y + noise * noiseStrength;
    return scaledLeakyRelu(addBias(y, bias));
}

ToPictureImpl::ToPictureImpl(int in, int pictureChannels, int styleSize)
{
    affine = register_module("affine", EqualLinear(EqualLinearOptions{.in = styleSize, .out = in, .biasStart = 1}));
    weight = register_parameter("weight", torch::randn({pictureChannels, in, 1, 1}));
    bias = register_parameter("bias", torch::zeros({pictureChannels}));
}

torch::Tensor ToPictureImpl::forward(const torch::Tensor& x, const torch::Tensor& w)
{
    const auto style = affine(w) * (1 / std::sqrt(double(weight.size(1))));
    return addBias(modulatedConv(x, weight, style, false, false), bias);
}

} // namespace blastoscope::nn

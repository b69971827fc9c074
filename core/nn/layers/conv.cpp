// SPDX-License-Identifier: Apache-2.0
#include "core/nn/layers/conv.h"

#include <algorithm>
#include <numeric>

#include "core/nn/ops/group_norm.h"

namespace blastoscope::nn {

namespace {

void checkInput(const torch::Tensor& x, int rank, int64_t channels, const char* layer)
{
    TORCH_CHECK(x.dim() == rank, layer, ": expected ", rank, " dimensions, got ", x.dim());
    TORCH_CHECK(x.size(1) == channels, layer, ": expected ", channels, " input channels, got ", x.size(1));
    TORCH_CHECK(x.scalar_type() == torch::kFloat32 || x.scalar_type() == torch::kBFloat16
                    || x.scalar_type() == torch::kFloat64,
                layer, ": expected a floating-point input, got ", x.scalar_type());
}

} // namespace

torch::Tensor CastWeight::as(const torch::Tensor& master, torch::ScalarType type)
{
    if (!master.defined() || master.scalar_type() == type)
        return master;
    if (torch::GradMode::is_enabled())
        return master.to(type);
    const bool fresh = m_cached.defined() && m_cached.scalar_type() == type && m_source == master.data_ptr()
                       && !master.is_inference() && m_version == master._version();
    if (!fresh) {
        m_cached = master.detach().to(type);
        m_source = master.data_ptr();
        m_version = master.is_inference() ? 0 : std::uint32_t(master._version());
    }
    return m_cached;
}

Conv2dImpl::Conv2dImpl(const Conv2dOptions& o) : options(o)
{
    TORCH_CHECK(o.in > 0 && o.out > 0 && o.kernel > 0 && o.stride > 0, "Conv2d: sizes must be positive");
    if (options.padding < 0)
        options.padding = (o.kernel - 1) / 2;
    weight = register_parameter("weight", torch::empty({o.out, o.in, o.kernel, o.kernel}));
    torch::nn::init::kaiming_normal_(weight, 0, torch::kFanOut, torch::kReLU);
    if (o.bias)
        bias = register_parameter("bias", torch::zeros({o.out}));
}

torch::Tensor Conv2dImpl::forward(const torch::Tensor& x)
{
    checkInput(x, 4, options.in, "Conv2d");
    const auto type = x.scalar_type();
    return torch::conv2d(x, m_weight.as(weight, type), m_bias.as(bias, type), options.stride, options.padding);
}

void Conv2dImpl::train(bool on)
{
    Module::train(on);
    m_weight.clear();
    m_bias.clear();
}

ConvTranspose2dImpl::ConvTranspose2dImpl(const ConvTranspose2dOptions& o) : options(o)
{
    TORCH_CHECK(o.in > 0 && o.out > 0, "ConvTranspose2d: sizes must be positive");
    TORCH_CHECK(o.kernel == 2 || o.kernel == 4, "ConvTranspose2d: the kernel must be 2 or 4, got ", o.kernel);
    weight = register_parameter("weight", torch::empty({o.in, o.out, o.kernel, o.kernel}));
    torch::nn::init::kaiming_normal_(weight, 0, torch::kFanOut, torch::kReLU);
    bias = register_parameter("bias", torch::zeros({o.out}));
}

torch::Tensor ConvTranspose2dImpl::subPixelWeight(const torch::Tensor& own) const
{
    if (options.kernel == 2)
        return own.permute({2, 3, 1, 0}).reshape({4 * options.out, options.in, 1, 1});
    // Along one axis, output 2m + a sees input m + d through tap a + 1 - 2d of the kernel; tap 4 is the added zero.
    const auto taps = torch::tensor({3, 1, 4, /* a = 1 */ 4, 2, 0}, torch::kLong).to(own.device());
    const auto padded = torch::constant_pad_nd(own, {0, 1, 0, 1});
    const auto spread = padded.index_select(2, taps).index_select(3, taps);
    return spread.reshape({options.in, options.out, 2, 3, 2, 3})
        .permute({2, 4, 1, 0, 3, 5})
        .reshape({4 * options.out, options.in, 3, 3});
}

torch::Tensor ConvTranspose2dImpl::forward(const torch::Tensor& x)
{
    checkInput(x, 4, options.in, "ConvTranspose2d");
    const auto type = x.scalar_type();
    const auto kernel = subPixelWeight(m_weight.as(weight, type));
    const auto y = torch::conv2d(x, kernel, m_bias.as(bias, type).repeat({4}), 1, options.kernel == 2 ? 0 : 1);
    const auto subPixels =
        y.permute({0, 2, 3, 1}).reshape({x.size(0), x.size(2), x.size(3), 2, 2, int64_t(options.out)});
    return subPixels.permute({0, 1, 3, 2, 4, 5})
        .reshape({x.size(0), 2 * x.size(2), 2 * x.size(3), int64_t(options.out)})
        .permute({0, 3, 1, 2});
}

void ConvTranspose2dImpl::train(bool on)
{
    Module::train(on);
    m_weight.clear();
    m_bias.clear();
}

LinearImpl::LinearImpl(const LinearOptions& o) : options(o)
{
    TORCH_CHECK(o.in > 0 && o.out > 0, "Linear: sizes must be positive");
    weight = register_parameter("weight", torch::empty({o.out, o.in}));
    torch::nn::init::kaiming_uniform_(weight, 1);
    bias = register_parameter("bias", torch::zeros({o.out}));
}

torch::Tensor LinearImpl::forward(const torch::Tensor& x)
{
    checkInput(x, 2, options.in, "Linear");
    const auto type = x.scalar_type();
    return torch::linear(x, m_weight.as(weight, type), m_bias.as(bias, type));
}

void LinearImpl::train(bool on)
{
    Module::train(on);
    m_weight.clear();
    m_bias.clear();
}

GroupNormImpl::GroupNormImpl(const GroupNormOptions& o) : options(o)
{
    TORCH_CHECK(o.channels > 0, "GroupNorm: channels must be positive");
    groups = std::gcd(o.channels, std::clamp(o.channels / 4, 1, 32));
    weight = register_parameter("weight", torch::ones({o.channels}));
    bias = register_parameter("bias", torch::zeros({o.channels}));
}

torch::Tensor GroupNormImpl::forward(const torch::Tensor& x)
{
    checkInput(x, 4, options.channels, "GroupNorm");
    return groupNorm(x, groups, weight, bias);
}

ConvNormReluImpl::ConvNormReluImpl(const Conv2dOptions& options)
{
    Conv2dOptions withoutBias = options;
    withoutBias.bias = false;
    conv = register_module("conv", Conv2d(withoutBias));
    norm = register_module("norm", GroupNorm(GroupNormOptions{options.out}));
}

torch::Tensor ConvNormReluImpl::forward(const torch::Tensor& x)
{
    return norm(conv(x)).relu_();
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/layers/conv_pair.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

ConvPairImpl::ConvPairImpl(int in, int out, int stride)
{
    conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = in, .out = out, .stride = stride, .bias = false}));
    norm1 = register_module("norm1", GroupNorm(GroupNormOptions{out}));
    conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = out, .out = out, .bias = false}));
    norm2 = register_module("norm2", GroupNorm(GroupNormOptions{out}));
}

torch::Tensor ConvPairImpl::forward(const torch::Tensor& x)
{
    // One-channel images have an ambiguous layout, so the layout is set behind the first convolution.
    const auto inner = norm1(toComputeLayout(conv1(x))).relu_();
    return norm2(conv2(inner)).relu_();
}

} // namespace blastoscope::nn

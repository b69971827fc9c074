// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/deconvolutional_pyramid.h"

namespace blastoscope::nn {

DeconvolutionalPyramidImpl::DeconvolutionalPyramidImpl(int channels, int width)
{
    up1 = register_module("up1", ConvTranspose2d(ConvTranspose2dOptions{.in = channels, .out = width}));
    up2 = register_module("up2", ConvTranspose2d(ConvTranspose2dOptions{.in = width, .out = width}));
    down1 = register_module("down1", ConvNormRelu(Conv2dOptions{.in = width, .out = width, .stride = 2}));
    down2 = register_module("down2", ConvNormRelu(Conv2dOptions{.in = width, .out = channels, .stride = 2}));
}

torch::Tensor DeconvolutionalPyramidImpl::forward(const torch::Tensor& x)
{
    const auto fine = up1(x).relu_();
    const auto finest = up2(fine).relu_();
    return down2(down1(finest) + fine) + x;
}

} // namespace blastoscope::nn

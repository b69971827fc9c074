// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/auxiliary_mask_head.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

AuxiliaryMaskHeadImpl::AuxiliaryMaskHeadImpl(const AuxiliaryMaskHeadOptions& o) : options(o)
{
    conv1 = register_module("conv1", ConvNormRelu(Conv2dOptions{.in = o.in, .out = o.hidden}));
    conv2 = register_module("conv2", ConvNormRelu(Conv2dOptions{.in = o.hidden, .out = o.hidden}));
    if (o.scale > 1) {
        deconv1 = register_module("deconv1", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden}));
        deconv2 = register_module("deconv2", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden}));
    }
    predictor = register_module("predictor", Conv2d(Conv2dOptions{.in = o.hidden, .out = 2 * o.outputs, .kernel = 1}));
    torch::nn::init::normal_(predictor->weight, 0, 0.001);
}

MaskLogits AuxiliaryMaskHeadImpl::forward(const torch::Tensor& features)
{
    auto x = conv2(conv1(features));
    if (!deconv1.is_empty())
        x = deconv2(deconv1(x).relu_()).relu_();
    const auto both = atLeastFp32(predictor(x)).contiguous();
    return {both.narrow(1, 0, options.outputs), both.narrow(1, options.outputs, options.outputs)};
}

} // namespace blastoscope::nn

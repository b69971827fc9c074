// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/fcn_mask_head.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

FcnMaskHeadImpl::FcnMaskHeadImpl(const FcnMaskHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.convolutions >= 1, "FcnMaskHead: at least one convolution is needed");
    int in = o.in;
    for (int i = 0; i < o.convolutions; ++i) {
        m_convolutions.push_back(
            register_module("conv" + std::to_string(i + 1), ConvNormRelu(Conv2dOptions{.in = in, .out = o.hidden})));
        in = o.hidden;
    }
    deconv = register_module("deconv", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden}));
    predictor = register_module("predictor", Conv2d(Conv2dOptions{.in = o.hidden, .out = 2 * o.outputs, .kernel = 1}));
    torch::nn::init::normal_(predictor->weight, 0, 0.001);
}

MaskLogits FcnMaskHeadImpl::forward(const torch::Tensor& features)
{
    auto x = features;
    for (auto& convolution : m_convolutions)
        x = convolution(x);
    x = deconv(x).relu_();
    const auto both = atLeastFp32(predictor(x)).contiguous();
    return {both.narrow(1, 0, options.outputs), both.narrow(1, options.outputs, options.outputs)};
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/fcn_mask_head.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

FcnMaskHeadImpl::FcnMaskHeadImpl(const FcnMaskHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.convolutions >= 1, "FcnMaskHead: at least one convolution is needed");
    TORCH_CHECK(o.kinds == 1 || o.kinds == 2, "FcnMaskHead: one or two kinds of masks, got ", o.kinds);
    int in = o.in;
    for (int i = 0; i < o.convolutions; ++i) {
        m_convolutions.push_back(
            register_module("conv" + std::to_string(i + 1), ConvNormRelu(Conv2dOptions{.in = in, .out = o.hidden})));
        in = o.hidden;
    }
    deconv = register_module("deconv", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden}));
    const int masks = o.kinds * o.outputs;
    predictor = register_module("predictor", Conv2d(Conv2dOptions{.in = o.hidden, .out = masks, .kernel = 1}));
    torch::nn::init::normal_(predictor->weight, 0, 0.001);
    if (o.pyramidWidth > 0)
        pyramid = register_module("pyramid", DeconvolutionalPyramid(o.hidden, o.pyramidWidth));
    if (o.boundary != BoundaryRefinementKind::None)
        boundary = register_module("boundary", BoundaryRefinement(o.boundary, masks));
}

MaskLogits FcnMaskHeadImpl::forward(const torch::Tensor& features)
{
    auto x = features;
    for (auto& convolution : m_convolutions)
        x = convolution(x);
    if (!pyramid.is_empty())
        x = pyramid(x);
    x = deconv(x).relu_();
    auto all = atLeastFp32(predictor(x)).contiguous();
    if (!boundary.is_empty())
        all = boundary(all);
    const int each = options.outputs;
    return {all.narrow(1, 0, each), options.kinds == 2 ? all.narrow(1, each, each) : torch::Tensor()};
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/mask_score_head.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

MaskScoreHeadImpl::MaskScoreHeadImpl(const MaskScoreHeadOptions& o) : options(o)
{
    conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = o.in + 1, .out = o.hidden, .stride = 2}));
    conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = o.hidden, .out = o.hidden, .stride = 2}));
    fc1 = register_module("fc1", Linear(LinearOptions{o.hidden * 16, o.hidden}));
    fc2 = register_module("fc2", Linear(LinearOptions{o.hidden, 1}));
    torch::nn::init::normal_(fc2->weight, 0, 0.01);
}

torch::Tensor MaskScoreHeadImpl::forward(const torch::Tensor& features, const torch::Tensor& masks)
{
    const auto type = features.scalar_type();
    const auto mask = torch::avg_pool2d(atLeastFp32(masks.detach()), 2).to(type);
    auto x = toComputeLayout(torch::cat({features.detach(), mask}, 1));
    x = conv2(conv1(x).relu_()).relu_();
    x = atLeastFp32(fc1(x.contiguous().flatten(1)).relu_());
    return fc2(x).squeeze(1);
}

} // namespace blastoscope::nn

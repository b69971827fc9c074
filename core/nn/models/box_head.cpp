// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/box_head.h"

#include <algorithm>

#include "core/nn/layers/precision.h"
#include "core/nn/losses/smooth_l1.h"

namespace blastoscope::nn {

BoxHeadImpl::BoxHeadImpl(const BoxHeadOptions& o) : options(o)
{
    for (int i = 0; i < o.convolutions; ++i)
        m_convolutions.push_back(register_module("conv" + std::to_string(i + 1),
                                                 ConvNormRelu(Conv2dOptions{.in = o.in, .out = o.in})));
    fc1 = register_module("fc1", Linear(LinearOptions{o.in * o.pool * o.pool, o.hidden}));
    fc2 = register_module("fc2", Linear(LinearOptions{o.hidden, o.hidden}));
    classifier = register_module("classifier", Linear(LinearOptions{o.hidden, o.classes + 1}));
    regressor = register_module("regressor", Linear(LinearOptions{o.hidden, 4 * (o.classes + 1)}));
    torch::nn::init::normal_(classifier->weight, 0, 0.01);
    torch::nn::init::normal_(regressor->weight, 0, 0.001);
}

torch::Tensor BoxHeadImpl::convolved(const torch::Tensor& features)
{
    auto x = features;
    for (auto& convolution : m_convolutions)
        x = convolution(x);
    return x;
}

BoxHeadOutput BoxHeadImpl::forward(const torch::Tensor& features)
{
    auto x = fc1(convolved(features).contiguous().flatten(1)).relu_();
    x = atLeastFp32(fc2(x).relu_());
    return {classifier(x), regressor(x)};
}

LossMap boxHeadLosses(const BoxHeadOutput& output, const torch::Tensor& rois, const torch::Tensor& labels,
                      const torch::Tensor& truth)
{
    const auto total = std::max<int64_t>(labels.size(0), 1);
    const auto positive = (labels > 0).nonzero().flatten();
    const auto classLoss = labels.size(0) == 0 ? output.logits.sum() * 0
                                               : torch::cross_entropy_loss(output.logits, labels);
    const auto wanted =
        BoxCoder(kBoxHeadWeights).encode(truth.index_select(0, positive), rois.index_select(0, positive));
    const auto block = labels.index_select(0, positive).reshape({-1, 1, 1}).expand({-1, 1, 4});
    const auto own =
        output.deltas.index_select(0, positive).reshape({positive.size(0), output.deltas.size(1) / 4, 4});
    return {{"box_class", classLoss},
            {"box_regression", smoothL1Sum(own.gather(1, block).squeeze(1), wanted) / double(total)}};
}

} // namespace blastoscope::nn

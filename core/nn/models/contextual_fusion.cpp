// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/contextual_fusion.h"

#include <string>

#include "core/nn/ops/roi_align.h"

namespace blastoscope::nn {

ContextualFusionImpl::ContextualFusionImpl(int channels, const std::vector<int>& widths)
{
    TORCH_CHECK(!widths.empty() && widths.back() == channels, "ContextualFusion: the last of \"context\" must be ",
                channels, ", the channels of the RoI features");
    const auto name = [](std::size_t i) { return "conv" + std::to_string(i + 1); };
    int in = channels;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        m_hidden.push_back(register_module(name(i), ConvNormRelu(Conv2dOptions{.in = in, .out = widths[i]})));
        in = widths[i];
    }
    m_last = register_module(name(widths.size() - 1), Conv2d(Conv2dOptions{.in = in, .out = channels}));
    torch::nn::init::zeros_(m_last->weight);
}

torch::Tensor ContextualFusionImpl::forward(const torch::Tensor& features, const torch::Tensor& rois,
                                            const torch::Tensor& level)
{
    TORCH_CHECK(features.dim() == 4 && rois.dim() == 2 && rois.size(0) == features.size(0),
                "ContextualFusion: features ", features.sizes(), " of RoIs ", rois.sizes());
    const auto images = level.size(0);
    const auto whole = torch::zeros({images, 5}, rois.options());
    whole.select(1, 0).copy_(torch::arange(images, rois.options()));
    whole.select(1, 3).fill_(double(level.size(3)));
    whole.select(1, 4).fill_(double(level.size(2)));
    auto x = roiAlign(level, whole, features.size(2), 1.0);
    for (auto& convolution : m_hidden)
        x = convolution(x);
    return features + m_last(x).index_select(0, rois.select(1, 0).to(torch::kLong));
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/fpn.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

namespace {

/// Nearest-neighbour doubling to the size of `finer`.
torch::Tensor doubled(const torch::Tensor& coarse, const torch::Tensor& finer)
{
    TORCH_CHECK(finer.size(2) == 2 * coarse.size(2) && finer.size(3) == 2 * coarse.size(3), "FeaturePyramid: level of ",
                finer.size(2), " x ", finer.size(3), " above one of ", coarse.size(2), " x ", coarse.size(3));
    return torch::upsample_nearest2d(coarse, {finer.size(2), finer.size(3)});
}

} // namespace

torch::Tensor subsample(const torch::Tensor& level)
{
    return torch::max_pool2d(level, 1, 2);
}

FeaturePyramidImpl::FeaturePyramidImpl(const FeaturePyramidOptions& o) : options(o)
{
    for (std::size_t i = 0; i < o.in.size(); ++i) {
        const auto level = std::to_string(i + 2);
        m_lateral.push_back(register_module(
            "lateral" + level, Conv2d(Conv2dOptions{.in = o.in[i], .out = o.channels, .kernel = 1})));
        m_output.push_back(
            register_module("output" + level, Conv2d(Conv2dOptions{.in = o.channels, .out = o.channels})));
        if (o.normalise)
            m_norm.push_back(register_module("norm" + level, GroupNorm(GroupNormOptions{o.channels})));
        // Linear layers: no ReLU follows that would halve the variance.
        torch::nn::init::kaiming_uniform_(m_lateral.back()->weight, 1);
        torch::nn::init::kaiming_uniform_(m_output.back()->weight, 1);
    }
}

std::vector<torch::Tensor> FeaturePyramidImpl::forward(const std::array<torch::Tensor, 4>& body)
{
    std::vector<torch::Tensor> levels(body.size());
    torch::Tensor topDown;
    for (std::size_t i = body.size(); i-- > 0;) {
        const auto lateral = m_lateral[i](body[i]);
        topDown = topDown.defined() ? lateral + doubled(topDown, lateral) : lateral;
        levels[i] = m_output[i](topDown);
        if (options.normalise)
            levels[i] = m_norm[i](levels[i]);
    }
    return levels;
}

} // namespace blastoscope::nn

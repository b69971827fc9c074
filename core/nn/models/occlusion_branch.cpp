// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/occlusion_branch.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

namespace {

constexpr double kUnknown = -1; ///< in the occlusion map

} // namespace

OcclusionBranchImpl::OcclusionBranchImpl(const OcclusionOptions& o, int channels) : options(o), m_channels(channels)
{
    conv1 = register_module("conv1", ConvNormRelu(Conv2dOptions{.in = channels, .out = o.hidden}));
    conv2 = register_module("conv2", ConvNormRelu(Conv2dOptions{.in = o.hidden, .out = o.hidden}));
    conv3 = register_module("conv3", ConvNormRelu(Conv2dOptions{.in = o.hidden, .out = o.hidden}));
    predictor = register_module("predictor", Conv2d(Conv2dOptions{.in = o.hidden, .out = 1}));
    torch::nn::init::normal_(predictor->weight, 0, 0.01);
    if (!o.fuse)
        return;
    fuse = register_module("fuse", Conv2d(Conv2dOptions{.in = channels + o.hidden, .out = channels, .kernel = 1}));
    torch::nn::init::kaiming_uniform_(fuse->weight, 1);
}

OcclusionOutput OcclusionBranchImpl::forward(const std::vector<torch::Tensor>& levels)
{
    OcclusionOutput output;
    for (const auto& level : levels) {
        const auto x = conv3(conv2(conv1(level)));
        output.logits.push_back(atLeastFp32(predictor(x)));
        const auto joined = torch::cat({level, x}, 1);
        output.levels.push_back(options.fuse ? fuse(joined) : joined);
    }
    return output;
}

torch::Tensor occlusionMap(const std::vector<Targets>& targets, int64_t height, int64_t width)
{
    TORCH_CHECK(!targets.empty(), "occlusionMap: no targets");
    std::vector<torch::Tensor> maps;
    for (const auto& truth : targets) {
        const auto count = truth.amodal.sum(0, false, torch::kInt);
        auto map = (count >= 2).to(torch::kFloat32).unsqueeze(0);
        if (!truth.exhaustive)
            map.fill_(kUnknown);
        maps.push_back(torch::constant_pad_nd(map, {0, width - map.size(2), 0, height - map.size(1)}));
    }
    return torch::stack(maps);
}

torch::Tensor occlusionLoss(const std::vector<torch::Tensor>& logits, const torch::Tensor& map,
                            const OcclusionOptions& options)
{
    const auto atLevel = [&](const torch::Tensor& level, int64_t reduction) {
        const auto share = torch::adaptive_avg_pool2d(map, {level.size(2), level.size(3)});
        const auto label = share.ge(0.5).to(torch::kFloat32);
        const auto known = share.ge(0).to(torch::kFloat32);
        return torch::binary_cross_entropy_with_logits(level, label, known, {}, reduction);
    };
    if (options.reduction == OcclusionReduction::Sum) {
        const auto& level = logits.at(std::size_t(options.sumLevel));
        return atLevel(level, at::Reduction::Sum) / double(level.size(0));
    }
    auto total = torch::zeros({}, map.options());
    for (const auto& level : logits)
        total = total + atLevel(level, at::Reduction::Mean);
    return total / double(logits.size());
}

} // namespace blastoscope::nn

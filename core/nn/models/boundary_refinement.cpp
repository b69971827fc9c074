// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/boundary_refinement.h"

#include <string>

namespace blastoscope::nn {

namespace {

constexpr int kModules = 4;
constexpr int kBottleneck = 16;

torch::Tensor firstSlopes(int channels)
{
    return torch::full({channels}, 0.25);
}

} // namespace

BoundaryModuleImpl::BoundaryModuleImpl(int channels)
{
    norm1 = register_module("norm1", GroupNorm(GroupNormOptions{channels}));
    slope1 = register_parameter("slope1", firstSlopes(channels));
    conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = channels, .out = kBottleneck, .kernel = 1}));
    norm2 = register_module("norm2", GroupNorm(GroupNormOptions{kBottleneck}));
    slope2 = register_parameter("slope2", firstSlopes(kBottleneck));
    conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = kBottleneck, .out = kGrowth}));
}

torch::Tensor BoundaryModuleImpl::forward(const torch::Tensor& x)
{
    return conv2(torch::prelu(norm2(conv1(torch::prelu(norm1(x), slope1))), slope2));
}

BoundaryRefinementImpl::BoundaryRefinementImpl(BoundaryRefinementKind kind, int channels)
{
    TORCH_CHECK(kind != BoundaryRefinementKind::None, "BoundaryRefinement: a kind is needed");
    if (kind == BoundaryRefinementKind::Original) {
        conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = channels, .out = channels}));
        conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = channels, .out = channels}));
        torch::nn::init::zeros_(conv2->weight);
        return;
    }
    for (int i = 0; i < kModules; ++i)
        m_modules.push_back(register_module("module" + std::to_string(i + 1),
                                            BoundaryModule(channels + BoundaryModuleImpl::kGrowth * i)));
    const int joined = channels + BoundaryModuleImpl::kGrowth * kModules;
    join = register_module("join", Conv2d(Conv2dOptions{.in = joined, .out = channels, .kernel = 1}));
    torch::nn::init::zeros_(join->weight);
}

torch::Tensor BoundaryRefinementImpl::forward(const torch::Tensor& logits)
{
    return logits + residual(logits);
}

torch::Tensor BoundaryRefinementImpl::residual(const torch::Tensor& logits)
{
    if (m_modules.empty())
        return conv2(conv1(logits).relu_());
    std::vector<torch::Tensor> seen = {logits};
    for (auto& module : m_modules)
        seen.push_back(module(torch::cat(seen, 1)));
    return join(torch::cat(seen, 1));
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/resnet.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

BasicBlockImpl::BasicBlockImpl(int in, int out, int stride)
{
    conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = in, .out = out, .stride = stride, .bias = false}));
    norm1 = register_module("norm1", GroupNorm(GroupNormOptions{out}));
    conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = out, .out = out, .bias = false}));
    norm2 = register_module("norm2", GroupNorm(GroupNormOptions{out}));
    torch::nn::init::zeros_(norm2->weight);
    if (in == out && stride == 1)
        return;
    const Conv2dOptions projection{.in = in, .out = out, .kernel = 1, .stride = stride, .bias = false};
    shortcut = register_module("shortcut", Conv2d(projection));
    shortcut_norm = register_module("shortcut_norm", GroupNorm(GroupNormOptions{out}));
}

torch::Tensor BasicBlockImpl::forward(const torch::Tensor& x)
{
    const auto residual = shortcut.is_empty() ? x : shortcut_norm(shortcut(x));
    const auto inner = norm1(conv1(x)).relu_();
    return (norm2(conv2(inner)) + residual).relu_();
}

ResNetImpl::ResNetImpl(const ResNetOptions& o) : options(o)
{
    TORCH_CHECK(o.depth == 18 || o.depth == 34, "ResNet: depth must be 18 or 34, got ", o.depth);
    TORCH_CHECK(o.width >= 4, "ResNet: width must be at least 4, got ", o.width);
    const std::array<int, 4> blocks = o.depth == 18 ? std::array{2, 2, 2, 2} : std::array{3, 4, 6, 3};
    stem = register_module("stem",
                           Conv2d(Conv2dOptions{.in = 1, .out = o.width, .kernel = 7, .stride = 2, .bias = false}));
    stem_norm = register_module("stem_norm", GroupNorm(GroupNormOptions{o.width}));
    int in = o.width;
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        const int out = channels()[stage];
        m_stages[stage] = register_module("stage" + std::to_string(stage + 2), torch::nn::ModuleList());
        for (int block = 0; block < blocks[stage]; ++block) {
            m_stages[stage]->push_back(BasicBlock(in, out, block == 0 && stage > 0 ? 2 : 1));
            in = out;
        }
    }
}

std::array<int, 4> ResNetImpl::channels() const
{
    const int w = options.width;
    return {w, 2 * w, 4 * w, 8 * w};
}

std::array<torch::Tensor, 4> ResNetImpl::forward(const torch::Tensor& images)
{
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 1, "ResNet: images must be [B, 1, H, W], got ", images.sizes());
    TORCH_CHECK(images.size(2) % 32 == 0 && images.size(3) % 32 == 0, "ResNet: sides must be multiples of 32, got ",
                images.size(2), " x ", images.size(3));
    // One-channel images have an ambiguous layout, so the layout is set behind the stem.
    auto x = stem_norm(toComputeLayout(stem(images))).relu_();
    x = torch::max_pool2d(x, 3, 2, 1);
    std::array<torch::Tensor, 4> outputs;
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        for (const auto& block : *m_stages[stage])
            x = block->as<BasicBlock>()->forward(x);
        outputs[stage] = x;
    }
    return outputs;
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct ResNetOptions {
    int depth = 18; ///< 18 or 34
    int width = 32; ///< channels of the first stage; the stages have width * {1, 2, 4, 8}
};

/// Two 3x3 convolutions with a shortcut (He et al. 2016, fig. 5 left), group-normalised. The last normalisation starts
/// at zero, so that a fresh block is the identity.
class BasicBlockImpl : public torch::nn::Module {
public:
    BasicBlockImpl(int in, int out, int stride);
    /// [B, in, H, W] -> [B, out, H / stride, W / stride].
    torch::Tensor forward(const torch::Tensor& x);

private:
    Conv2d conv1{nullptr}, conv2{nullptr}, shortcut{nullptr};
    GroupNorm norm1{nullptr}, norm2{nullptr}, shortcut_norm{nullptr};
};
TORCH_MODULE(BasicBlock);

/// Residual network of basic blocks for one-channel images. Keys: stem, stem_norm, stage2 ... stage5.
class ResNetImpl : public torch::nn::Module {
public:
    explicit ResNetImpl(const ResNetOptions& options);
    /// [B, 1, H, W], H and W multiples of 32 -> C2..C5, at 1/4, 1/8, 1/16 and 1/32 of the size.
    std::array<torch::Tensor, 4> forward(const torch::Tensor& images);
    std::array<int, 4> channels() const; ///< of C2..C5

    ResNetOptions options;

private:
    Conv2d stem{nullptr};
    GroupNorm stem_norm{nullptr};
    std::array<torch::nn::ModuleList, 4> m_stages;
};
TORCH_MODULE(ResNet);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/models/mask_plus_options.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Norm, PReLU, 1x1 convolution to 16 maps, norm, PReLU, 3x3 convolution to 4 maps (MaskPlus, sec. 4.5).
/// Keys norm1, slope1, conv1, norm2, slope2, conv2.
class BoundaryModuleImpl : public torch::nn::Module {
public:
    explicit BoundaryModuleImpl(int channels);
    /// [R, channels, n, n] -> [R, kGrowth, n, n].
    torch::Tensor forward(const torch::Tensor& x);

    static constexpr int kGrowth = 4;

private:
    GroupNorm norm1{nullptr}, norm2{nullptr};
    torch::Tensor slope1, slope2; ///< of the PReLUs below zero, one per channel, .25 at first
    Conv2d conv1{nullptr}, conv2{nullptr};
};
TORCH_MODULE(BoundaryModule);

/// Corrects mask logits near the outline by a residual. Improved (Xu et al., MaskPlus, sec. 3.3): four modules, each
/// reading the logits and the output of all modules before it, joined by a 1x1 convolution; keys module1 ... module4,
/// join. Original (Peng et al. 2017): 3x3 convolution, ReLU, 3x3 convolution; keys conv1, conv2. Group normalisation
/// takes the place of batch normalisation, as few RoIs are seen at a time. The last convolution starts at zero, so that
/// a fresh module changes nothing.
class BoundaryRefinementImpl : public torch::nn::Module {
public:
    /// `kind` is not None.
    BoundaryRefinementImpl(BoundaryRefinementKind kind, int channels);
    /// [R, channels, n, n] logits of every mask -> the same, corrected.
    torch::Tensor forward(const torch::Tensor& logits);

private:
    torch::Tensor residual(const torch::Tensor& logits);

    std::vector<BoundaryModule> m_modules;
    Conv2d join{nullptr}, conv1{nullptr}, conv2{nullptr};
};
TORCH_MODULE(BoundaryRefinement);

} // namespace blastoscope::nn

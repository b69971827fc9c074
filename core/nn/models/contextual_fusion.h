// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Adds what the whole picture shows to the features of each RoI (Xu et al., MaskPlus, sec. 3.1): the coarsest level,
/// pooled over all of its extent, goes through 3x3 convolutions and is added to every RoI of that picture. All but the
/// last convolution are normalised and rectified; the last one starts at zero, so that a fresh module changes nothing.
/// Keys conv1 ... convN.
class ContextualFusionImpl : public torch::nn::Module {
public:
    /// `widths`: channels of the convolutions, at least one, the last equal to `channels`.
    ContextualFusionImpl(int channels, const std::vector<int>& widths);
    /// `features` [R, channels, n, n] pooled from `rois` [R, 5] (image index first), `level` [B, channels, h, w] the
    /// coarsest level of the pyramid -> [R, channels, n, n].
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& rois, const torch::Tensor& level);

private:
    std::vector<ConvNormRelu> m_hidden;
    Conv2d m_last{nullptr};
};
TORCH_MODULE(ContextualFusion);

} // namespace blastoscope::nn

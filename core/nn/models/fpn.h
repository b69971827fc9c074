// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct FeaturePyramidOptions {
    std::array<int, 4> in = {32, 64, 128, 256}; ///< channels of C2..C5
    int channels = 128;                         ///< channels of every output level
    bool normalise = false;                     ///< group normalisation of the output levels
};

/// P6 of a pyramid: every second pixel of P5 in both directions.
torch::Tensor subsample(const torch::Tensor& level);

/// Feature pyramid (Lin et al. 2017): lateral 1x1 convolutions, nearest-neighbour top-down path, 3x3 output
/// convolutions. Keys lateral2 ... lateral5, output2 ... output5, and norm2 ... norm5 when normalised.
class FeaturePyramidImpl : public torch::nn::Module {
public:
    explicit FeaturePyramidImpl(const FeaturePyramidOptions& options);
    /// C2..C5 -> P2..P5, each [B, channels, H / stride, W / stride].
    std::vector<torch::Tensor> forward(const std::array<torch::Tensor, 4>& body);

    FeaturePyramidOptions options;

private:
    std::vector<Conv2d> m_lateral, m_output;
    std::vector<GroupNorm> m_norm; ///< empty without normalisation
};
TORCH_MODULE(FeaturePyramid);

} // namespace blastoscope::nn

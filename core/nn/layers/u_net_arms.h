// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/layers/conv_pair.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// The way down and up again of a U-Net (Ronneberger et al. 2015) with group normalisation. No module of its own: its
/// parts belong to the network around it, so that their keys have no prefix. Keys down1 ... downN, upN-1 ... up`last`,
/// drawn in this order; what comes out of up`i` has the resolution of down`i`.
class UNetArms {
public:
    using Enlarge = torch::Tensor (*)(const torch::Tensor& x, torch::IntArrayRef size);

    UNetArms() = default;
    /// `widths`: channels of down1 ... downN, from one channel; down1 has stride `firstStride`, the others 2. `last` in
    /// [1, N]; N: there is no way up.
    UNetArms(torch::nn::Module& network, const std::vector<int>& widths, int firstStride, int last);

    /// [B, 1, H, W] -> [B, widths[last - 1], ...]; `enlarge` brings a map to the size (height, width) of the finer one
    /// that it is joined with.
    torch::Tensor forward(const torch::Tensor& images, Enlarge enlarge);

private:
    std::vector<ConvPair> m_down;
    std::vector<ConvPair> m_up; ///< coarsest first
};

} // namespace blastoscope::nn

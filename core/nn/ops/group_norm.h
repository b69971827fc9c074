// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Group normalisation (Wu and He 2018, eq. 1-3) of `x` [N, C, H, W] in `groups` equal groups of channels, times
/// `weight` [C], plus `bias` [C]. Result in the dtype of `x`; weight and bias keep their own (float) and receive their
/// gradients in it.
///
/// On the CPU it works in channels-last order and sums in float (double for double), in fixed blocks, so that results
/// repeat exactly whatever the number of threads. LibTorch 1.13's own kernel sums bfloat16 channels-last maps in
/// bfloat16 and is wrong by a quarter of a standard deviation for 48 x 48 maps; it is used on CUDA only.
torch::Tensor groupNorm(const torch::Tensor& x, int64_t groups, const torch::Tensor& weight, const torch::Tensor& bias,
                        double epsilon = 1e-5);

} // namespace blastoscope::nn

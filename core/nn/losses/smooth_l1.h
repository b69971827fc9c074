// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Sum of the smooth L1 loss with beta = 1/9, the transition point used by Mask R-CNN for box deltas.
inline torch::Tensor smoothL1Sum(const torch::Tensor& predicted, const torch::Tensor& wanted)
{
    return torch::smooth_l1_loss(predicted, wanted, at::Reduction::Sum, 1.0 / 9.0);
}

} // namespace blastoscope::nn

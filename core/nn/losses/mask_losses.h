// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// What mask heads predict for R RoIs; C is 1 for class-agnostic heads, else the number of classes.
struct MaskLogits {
    torch::Tensor amodal;  ///< [R, C, 28, 28] fp32
    torch::Tensor visible; ///< [R, C, 28, 28] fp32; undefined where a head predicts whole silhouettes alone
};

/// Channel of the 1-based class `labels` [R] from [R, C, n, n] -> [R, 1, n, n]; the only channel when C is 1.
torch::Tensor selectClass(const torch::Tensor& logits, const torch::Tensor& labels);

/// Binary cross-entropy of the labelled class's channel (Jang et al., eq. 4, as a mean over all elements).
/// `target` [R, 1, n, n] in [0, 1]. Zero without RoIs.
torch::Tensor maskLoss(const torch::Tensor& logits, const torch::Tensor& labels, const torch::Tensor& target);

/// IoU of two binary masks [R, 1, n, n] (any type, non-zero is inside) -> [R] fp32; two empty masks give 0.
torch::Tensor binaryMaskIou(const torch::Tensor& a, const torch::Tensor& b);

} // namespace blastoscope::nn

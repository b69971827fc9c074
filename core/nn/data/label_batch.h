// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Values of LabelBatch::labels that are no object.
inline constexpr int kBackgroundLabel = 0;
inline constexpr int kIgnoredLabel = -1; ///< nobody knows what is there; neither learned nor scored

/// Pictures of one step whose truth gives every pixel to one object at most.
struct LabelBatch {
    torch::Tensor images; ///< [B, 1, H, W] float32, standardised
    torch::Tensor labels; ///< [B, H, W] int64: objects 1 ... K of each image, or the values above
};

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Truth of one image; n instances, H x W the size of the network input.
struct Targets {
    torch::Tensor boxes;   ///< [n, 4] float, continuous (x1, y1, x2, y2) of the amodal masks
    torch::Tensor labels;  ///< [n] int64, 1-based class (0 is background)
    torch::Tensor amodal;  ///< [n, H, W] uint8, whole silhouettes
    torch::Tensor visible; ///< [n, H, W] uint8, the part where the instance is topmost
    torch::Tensor ignore;  ///< [n] bool: neither positive nor negative (undetectable or uncertain)
    /// [n] bool: `visible` may be learned from; undefined: all of it
    torch::Tensor visibleKnown = {};
    /// False when the image shows objects that are not listed: then only what lies inside listed ones is background.
    bool exhaustive = true;
};

/// Images of one step; all the same size, standardised per image as the architecture's preprocessing says.
struct TrainingBatch {
    torch::Tensor images; ///< [B, 1, H, W] float32
    std::vector<Targets> targets;
};

} // namespace blastoscope::nn

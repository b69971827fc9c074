// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Truth for the network that finds embryos, at its output stride: the share of each map cell that is covered, in [0,
/// 1] (area averages of masks, so that box sides come out finer than a cell).
struct FinderTargets {
    torch::Tensor clump;  ///< [B, 1, h, w] float, all cells of an embryo together
    torch::Tensor embryo; ///< [B, 1, h, w] float, the whole disc inside the zona's outer contour
};

/// Whole frames of one step, shrunk to the finder's input size and standardised per image.
struct FinderBatch {
    torch::Tensor images; ///< [B, 1, H, W] float32
    FinderTargets targets;
};

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// One anchor size per pyramid level, several aspect ratios (Lin et al., "Feature Pyramid Networks", sec. 4.1).
struct AnchorOptions {
    std::vector<double> sizes = {32, 48, 72, 104, 144}; ///< side of the square anchor of each level, input px
    std::vector<double> ratios = {0.5, 1, 2};           ///< height / width
    std::vector<int> strides = {4, 8, 16, 32, 64};      ///< input px per cell of each level
};

/// Anchors of one level, [height * width * ratios, 4], in the order (row, column, ratio): the order in which the logits
/// of a [ratios, height, width] map appear after permute(1, 2, 0). Anchors are centred at (column, row) * stride;
/// half extents are not rounded. Float, on `device`.
torch::Tensor levelAnchors(const AnchorOptions& options, int level, int64_t height, int64_t width,
                           torch::Device device);

} // namespace blastoscope::nn

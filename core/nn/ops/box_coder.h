// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Weights of (tx, ty, tw, th); the R-CNN family uses 1,1,1,1 for proposals and 10,10,5,5 for the box head.
using BoxCoderWeights = std::array<double, 4>;

/// The box parametrisation of Girshick et al., "Rich feature hierarchies" (R-CNN), appendix C:
/// tx = (gx - ax) / aw, tw = ln(gw / aw), each times its weight; centres and sizes of continuous boxes (x1, y1, x2,
/// y2).
class BoxCoder {
public:
    explicit BoxCoder(BoxCoderWeights weights = {1, 1, 1, 1}) : m_weights(weights) {}

    /// `boxes` and `references` [n, 4], positive width and height -> deltas [n, 4].
    torch::Tensor encode(const torch::Tensor& boxes, const torch::Tensor& references) const;

    /// `deltas` [n, 4 * k] and `references` [n, 4] -> boxes [n, 4 * k]. Size deltas are clamped to ln(1000 / 16), so
    /// that an untrained head cannot produce infinite boxes. Computed in float at least, whatever the dtype of
    /// `deltas`.
    torch::Tensor decode(const torch::Tensor& deltas, const torch::Tensor& references) const;

private:
    BoxCoderWeights m_weights;
};

/// Clips [..., 4] boxes to [0, width] x [0, height].
torch::Tensor clipBoxes(const torch::Tensor& boxes, double height, double width);

/// Every side of [n, 4] boxes moved outward by `share` of the box's extent.
torch::Tensor expandBoxes(const torch::Tensor& boxes, double share);

/// [n] areas of [n, 4] boxes; negative extents count as 0.
torch::Tensor boxAreas(const torch::Tensor& boxes);

/// Intersection over union, [n, 4] x [m, 4] -> [n, m] in [0, 1]; 0 where both boxes are empty.
torch::Tensor boxIou(const torch::Tensor& a, const torch::Tensor& b);

} // namespace blastoscope::nn

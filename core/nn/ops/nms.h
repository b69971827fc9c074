// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Greedy non-maximum suppression: walks the boxes by falling score (equal scores: lower index first) and drops those
/// whose IoU with a kept box of the same group exceeds `iouThreshold`.
///
/// `boxes` [n, 4], `scores` [n], `groups` [n] int64 (class or pyramid level), any device. Returns the kept indices,
/// best first, int64 on the device of `boxes`; at most `maxKept` of them unless that is negative. Computed on the CPU.
torch::Tensor batchedNms(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups,
                         double iouThreshold, int64_t maxKept = -1);

/// The same with a single group.
torch::Tensor nms(const torch::Tensor& boxes, const torch::Tensor& scores, double iouThreshold, int64_t maxKept = -1);

struct SoftNmsResult {
    torch::Tensor indices; ///< [k] int64, by falling new score
    torch::Tensor scores;  ///< [k] float, the decayed scores
};

/// Gaussian Soft-NMS (Bodla et al. 2017, eq. 4): every pick multiplies the scores of the rest of its group by
/// exp(-IoU^2 / sigma); what falls below `dropBelow` goes. Arguments as in batchedNms.
SoftNmsResult softNms(const torch::Tensor& boxes, const torch::Tensor& scores, const torch::Tensor& groups,
                      double sigma = 0.5, double dropBelow = 0.001);

} // namespace blastoscope::nn

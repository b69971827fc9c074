// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/data/training_batch.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct AnchorLabels {
    torch::Tensor label;    ///< [N] int64: 1 positive, 0 negative, -1 takes no part
    torch::Tensor instance; ///< [N] int64, best instance that is not ignored; 0 where there is none
};

/// Labels anchors [N, 4] for one image (Ren et al. 2015, sec. 3.1.2): positive from `positiveIou` and wherever an
/// anchor attains the largest IoU of an instance (ties included), negative below `negativeIou`, else neither. Anchors
/// that are not positive but overlap an ignored instance by `negativeIou` or more take no part, nor does what is
/// negative and may not be background.
AnchorLabels labelAnchors(const torch::Tensor& anchors, const Targets& targets, double positiveIou, double negativeIou);

/// [N] bool: which of `boxes` [N, 4] may stand for background. All of them, unless the targets are not exhaustive: then
/// only those that lie to at least 70 % inside the box of one listed instance, because elsewhere may be unlisted ones.
torch::Tensor mayBeBackground(const torch::Tensor& boxes, const Targets& targets);

} // namespace blastoscope::nn

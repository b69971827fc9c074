// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/data/training_batch.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct RoiSamplingOptions {
    int perImage = 64;
    double positiveShare = 0.25; ///< at most this share of perImage is positive
    double positiveIou = 0.5;    ///< box IoU from which a RoI takes the class of its best instance
};

/// RoIs of a whole batch.
struct RoiSample {
    torch::Tensor rois;     ///< [S, 5] float: image index, x1, y1, x2, y2
    torch::Tensor labels;   ///< [S] int64; 0 is background
    torch::Tensor instance; ///< [S] int64 into the Targets of the RoI's image; 0 and meaningless for background

    RoiSample select(const torch::Tensor& index) const;
};

/// Draws RoIs from `proposals` (one [n, 4] per image) plus the boxes of the targets. A proposal that reaches
/// positiveIou only with an ignored instance is neither positive nor negative, nor is one that may not be background
/// (mayBeBackground). Ordered by image, positives first.
RoiSample sampleRois(const std::vector<torch::Tensor>& proposals, const std::vector<Targets>& targets,
                     const RoiSamplingOptions& options, at::Generator& generator);

/// Up to `count` elements of the 1-D index tensor `from`, drawn without replacement.
torch::Tensor drawWithoutReplacement(const torch::Tensor& from, int64_t count, at::Generator& generator);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/base/random.h"
#include "core/nn/data/training_sample.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct SnapPairOptions {
    int cropSize = 32;
    double margin = 0.3;        ///< see snapWindow()
    int minimumArea = 150;      ///< px of the samples' canvas
    double inventedShare = 0.2; ///< ellipses and irregular blobs among the simulated silhouettes
};

/// Silhouettes before and after damage, seen through the window of the damaged one.
struct SnapPairs {
    torch::Tensor damaged; ///< [R, 1, cropSize, cropSize] fp32: share of each cell that is covered
    torch::Tensor whole;   ///< the same of the whole silhouette
};

/// `count` silhouettes drawn from the samples (those at the border of the canvas are not whole and left out), each
/// turned, mirrored, stretched a little and damaged at random. With nothing to draw from all are invented ones.
SnapPairs snapPairs(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int count,
                    const SnapPairOptions& options, base::Random random);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/nn/data/finder_batch.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

/// The overviews of the samples (all must have one), shrunk to inputSize x inputSize and standardised, with the truth
/// at 1 / stride of that. With `random` each is zoomed, shifted, turned, flipped and disturbed; beyond the frame its
/// edge is repeated and nothing is true. A share of them, in [0, 1], then are mosaics: the sample beside others of the
/// batch, two or three in each direction.
FinderBatch finderBatch(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int inputSize, int stride,
                        std::optional<base::Random> random, double mosaicShare = 0);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/nn/data/finder_batch.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

/// The overviews of the samples (all must have one), shrunk to inputSize x inputSize and standardised, with the truth at
/// 1 / stride of that. With `random` each is zoomed, shifted, turned, flipped and disturbed; beyond the frame its edge is
/// repeated and nothing is true.
FinderBatch finderBatch(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int inputSize, int stride,
                        std::optional<base::Random> random);

} // namespace blastoscope::nn

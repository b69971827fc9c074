// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/nn/data/augmentation.h"
#include "core/nn/data/training_batch.h"

namespace blastoscope::nn {

/// Windows of equal size as one batch on the CPU.
TrainingBatch toBatch(const std::vector<WindowSample>& windows);

/// The batch on another device; masks travel as bytes.
TrainingBatch toDevice(const TrainingBatch& batch, const torch::Device& device);

/// The silhouettes of the samples without any picture (`images` is empty), whole canvases of one size: what the shape
/// auto-encoder trains on. Silhouettes of fewer than `minimumArea` canvas pixels are marked ignored.
TrainingBatch silhouettes(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int minimumArea);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/data/training_batch.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Share of every cell of a size x size grid over `boxes` that the masks cover, exact area integrals; outside the image
/// nothing is covered. `masks` [n, H, W] uint8, `instance` [R] int64 into masks, `boxes` [R, 4] fp32 -> [R, 1, size,
/// size] fp32 in [0, 1]. No gradient.
torch::Tensor cropMasks(const torch::Tensor& masks, const torch::Tensor& instance, const torch::Tensor& boxes,
                        int size);

/// The same, binarised at one half: what mask heads and the shape encoder are trained on.
torch::Tensor cropBinaryMasks(const torch::Tensor& masks, const torch::Tensor& instance, const torch::Tensor& boxes,
                              int size);

/// Every side of `boxes` [R, 4] moved by U(-share, share) times the box's extent.
torch::Tensor jitterBoxes(const torch::Tensor& boxes, double share, at::Generator& generator);

/// Training crops for the shape auto-encoder, [R, 1, size, size]: the amodal masks of all instances that are not
/// ignored, cropped by their boxes jittered (a detector's RoIs are never tight) and grown by `margin` as the mask
/// head's are, and turned and mirrored at random. Empty crops are left out. The same seed gives the same crops.
torch::Tensor shapeCrops(const TrainingBatch& batch, int size, double jitter, double margin, std::uint64_t seed);

} // namespace blastoscope::nn

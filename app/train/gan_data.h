// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/train/gan_recipe.h"
#include "app/train/stage_runner.h"
#include "core/base/image.h"
#include "core/nn/torch.h"

namespace blastoscope::train {

/// Pictures as a generator learns them.
struct GanPictures {
    torch::Tensor bytes; ///< [M, 1, resolution, resolution], uint8
    std::string hash;    ///< SHA-256 of data.safetensors
};

/// The frames of a dataset's folder that are to be trained on: the largest square in the middle of each, shrunk to
/// `resolution`. Fails with NotFound for a folder that is no dataset, InvalidArgument for fewer than two pictures, for
/// pictures of several sizes (unless `anySize`) and for ones that are smaller than `resolution`, and as
/// nn::readDatasetFile does.
base::Result<GanPictures> loadGanPictures(const std::filesystem::path& dataset, int resolution, bool anySize);

/// Bytes -> [-1, 1].
torch::Tensor toGanRange(const torch::Tensor& bytes);

/// One picture of a batch [N, C, S, S] in [-1, 1] as an image.
base::Image toImage(const torch::Tensor& pictures, std::int64_t index);

/// The pictures of a step: drawn at random from the dataset or, without one, from the simulator; a function of the
/// step.
torch::Tensor ganBatch(const RunContext& context, const GanPictures& pictures, std::int64_t step);

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::nn {

/// What a training run needs to go on: tensors (weights, optimiser moments, averages) bit for bit and everything else
/// (step, random state, position in the data) as JSON. One safetensors file.
struct Checkpoint {
    TensorMap tensors;
    nlohmann::json info;
};

base::Status writeCheckpoint(const std::filesystem::path& path, const Checkpoint& checkpoint);

/// Fails as readTensorFile does, and with Incompatible for a safetensors file that is not a checkpoint.
base::Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

/// State of LibTorch's default CPU generator as a [n] uint8 tensor for a checkpoint, and back (Incompatible when it
/// does not fit this version of LibTorch).
torch::Tensor randomState();
base::Status setRandomState(const torch::Tensor& state);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::nn {

/// What a training run needs to go on: tensors (weights, optimiser moments, averages) bit for bit and everything else
/// (step, seed, elapsed time, what hooks remember) as JSON; Trainer::state says under which keys. One safetensors file.
struct Checkpoint {
    TensorMap tensors;   ///< on any device; on the CPU as they come out of a file
    nlohmann::json info; ///< an object
};

/// Replaces the file whole or not at all. Fails as writeTensorFile does, and with InvalidArgument for texts in `info`
/// that are not UTF-8.
base::Status writeCheckpoint(const std::filesystem::path& path, const Checkpoint& checkpoint);

/// Fails as readTensorFile does, with Incompatible for a safetensors file that is not a checkpoint, and with Corrupt
/// for a description that is not JSON. Whether it fits a run is for Trainer::restore to say.
base::Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

} // namespace blastoscope::nn

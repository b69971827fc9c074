// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/error.h"

namespace blastoscope::train {

/// Name of the generator in the run's folder.
inline constexpr const char* kGeneratorFile = "generator.safetensors";

/// What was written.
struct ExportedGenerator {
    std::int64_t steps = 0;  ///< that it was trained for
    bool isFinished = false; ///< the run came to its end
};

/// Writes the generator of the run in the folder `run` to `file` (nn::readGenerator reads it), with the averaged
/// weights: those that the run ended with or, when it was stopped or is still going on, those of its last checkpoint.
/// It can go on all the same. Fails with NotFound for a folder without a run and for a run that has left no checkpoint
/// yet, InvalidArgument for a run that trains no generator, Incompatible for weights that do not fit the recipe, and as
/// reading and writing a weight file do.
base::Result<ExportedGenerator> exportGenerator(const std::filesystem::path& run, const std::filesystem::path& file);

} // namespace blastoscope::train

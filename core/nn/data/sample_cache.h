// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::nn {

/// Writes samples 0, 1, ... as one safetensors file: pictures as bytes, masks as run lengths. All canvases have one
/// size; overviews too, where there are any. Fails as writeTensorFile does.
base::Status writeSampleCache(const std::filesystem::path& file,
                              const std::vector<std::shared_ptr<const TrainingSample>>& samples,
                              const std::string& fingerprint);

/// The samples of such a file. Fails (Incompatible) when they have another fingerprint, (Corrupt) when the tables
/// contradict each other, and as readTensorFile does.
base::Result<std::vector<TrainingSample>> readSampleCache(const std::filesystem::path& file,
                                                          const std::string& fingerprint);

} // namespace blastoscope::nn

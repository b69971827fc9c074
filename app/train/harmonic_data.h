// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/nn/data/label_samples.h"

namespace blastoscope::train {

/// The frames of a dataset as label images.
struct HarmonicData {
    std::string hash; ///< SHA-256 of data.safetensors
    std::vector<nn::LabelledFrame> train;
    std::vector<nn::LabelledFrame> validation;
};

/// `dataset` is a dataset's folder. Fails with NotFound for a folder that is no dataset, InvalidArgument when no frame
/// to train on has an object, and as nn::readDatasetFile does.
base::Result<HarmonicData> loadHarmonicData(const std::filesystem::path& dataset);

/// All windows of size x size that cover the frames resampled by `scale`.
std::vector<nn::LabelWindow> coveringWindows(const std::vector<nn::LabelledFrame>& frames, int size, double scale);

} // namespace blastoscope::train

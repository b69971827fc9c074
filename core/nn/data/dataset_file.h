// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::nn {

/// An object of a real frame; the masks have the frame's size.
struct DatasetInstance {
    int label = 1; ///< 1-based class
    masks::RleMask amodal;
    std::optional<masks::RleMask> visible; ///< nothing where the depth order is not known
    bool ignore = false;                   ///< uncertain: neither learned nor scored
};

/// A real frame with its truth.
struct DatasetFrame {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< grey, row-major
    std::string name;                 ///< of the picture in the dataset's folder
    std::string embryo;
    bool validation = false;          ///< held out from training
    bool exhaustive = true;           ///< every object of the frame is listed
    std::vector<DatasetInstance> instances;
};

/// Name of the file below in a dataset's folder.
inline constexpr const char* kDatasetFileName = "data.safetensors";

/// A dataset as the training worker reads it: frames as bytes, masks as run lengths, one safetensors file. Equal frames
/// give equal bytes. Fails with InvalidArgument when a mask has another size than its frame, and as writeTensorFile.
base::Status writeDatasetFile(const std::filesystem::path& file, const std::vector<DatasetFrame>& frames);

/// Fails with Incompatible when the file is no dataset, Corrupt when its tables contradict each other, and as
/// readTensorFile does. Nothing in the file is trusted.
base::Result<std::vector<DatasetFrame>> readDatasetFile(const std::filesystem::path& file);

} // namespace blastoscope::nn

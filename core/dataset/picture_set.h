// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/progress.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::dataset {

struct PictureSetReport {
    int pictures = 0;
    std::vector<std::string> warnings; ///< pictures that cannot be read, by name
};

/// One byte a pixel. Bytes stay what they are; deeper pictures are stretched between their .1 and 99.9 percentiles,
/// which the standardisation before the network undoes but for the clipped ends.
base::Image toGrayBytes(const base::Image& image);

/// Writes the frames of a stack (its default focal plane) without any annotation as a training set's data.safetensors
/// into `folder`, for training that needs pictures only. Pictures that cannot be read are left out with a warning; fails
/// with InvalidArgument when none is left, with Cancelled, and as nn::writeDatasetFile. Sizes may differ.
base::Result<PictureSetReport> writePictureSet(const imaging::ImageStack& stack, const std::filesystem::path& folder,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress);

} // namespace blastoscope::dataset

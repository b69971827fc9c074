// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/progress.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::dataset {

/// Frames of one stack.
struct PictureSource {
    std::shared_ptr<const imaging::ImageStack> stack;
    std::vector<imaging::FrameIndex> frames;
    std::string embryo; ///< whose they are; may be empty
};

/// What writePictureSet() wrote.
struct PictureSetReport {
    int pictures = 0;
    int smallestSide = 0; ///< of all pictures as they were written, px
    bool oneSize = true;  ///< all were equally large before they were shrunk
    std::vector<std::string> warnings; ///< pictures that cannot be read, by name
};

/// One byte a pixel. Bytes stay what they are; deeper pictures are stretched between their .1 and 99.9 percentiles,
/// which the standardisation before the network undoes but for the clipped ends.
base::Image toGrayBytes(const base::Image& image);

/// Writes frames without any annotation as a training set's data.safetensors into `folder`, for training that needs
/// pictures only. With `largestSide` (px, 0: as they are) each picture becomes its middle square, shrunk to that side
/// where it is larger: what a generator learns from, in little memory. Pictures that cannot be read are left out with a
/// warning; fails with InvalidArgument when none is left, with Cancelled, and as nn::writeDatasetFile. Sizes may
/// differ.
base::Result<PictureSetReport> writePictureSet(const std::vector<PictureSource>& sources,
                                               const std::filesystem::path& folder, int largestSide,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress);

/// The same for all times of a stack in its default focal plane.
base::Result<PictureSetReport> writePictureSet(const std::shared_ptr<const imaging::ImageStack>& stack,
                                               const std::filesystem::path& folder,
                                               const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress);

} // namespace blastoscope::dataset

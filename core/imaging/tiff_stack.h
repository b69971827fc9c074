// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// Opens a TIFF as a stack: plain pages, ImageJ hyperstack or OME-TIFF. Pages are decoded when read; several threads
/// may decode at the same time, each with its own handle.
/// Errors: as FileReader::open; Truncated, Corrupt, Unsupported when the first page cannot be read.
base::Result<std::shared_ptr<ImageStack>> openTiffStack(const std::filesystem::path& path);

} // namespace blastoscope::imaging

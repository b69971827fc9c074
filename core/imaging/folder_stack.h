// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// Opens a folder of pictures as scanFolder() lays it out, one picture per time and focal plane.
/// Errors: as scanFolder; the error of the first picture when no picture of the main plane has a readable header.
base::Result<std::shared_ptr<ImageStack>> openFolderStack(const std::filesystem::path& folder);

/// Opens one JPEG, PNG, BMP or PNM as a stack of one frame. Errors: as verifyPicture.
base::Result<std::shared_ptr<ImageStack>> openPictureStack(const std::filesystem::path& file);

} // namespace blastoscope::imaging

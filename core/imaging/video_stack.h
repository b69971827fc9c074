// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// Opens an AVI or MP4. Frames are addressed by number; a jump is checked by the frame's own time stamp and, where the
/// container's seeking is not exact, replaced by decoding from the beginning. Reads of several threads follow each
/// other. Times stay unknown: the frame rate of a film is that of its playback.
/// Errors: Corrupt (not decodable), Unsupported (no decoder in this OpenCV).
base::Result<std::shared_ptr<ImageStack>> openVideoStack(const std::filesystem::path& path);

} // namespace blastoscope::imaging

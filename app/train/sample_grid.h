// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::train {

/// Writes a U8 image with one or three channels as a portable graymap or pixmap, the one format that needs no image
/// library. A reader finds the old file or the whole new one. Fails with Unsupported and Io.
base::Status writePnm(const base::Image& image, const std::filesystem::path& path);

/// Pictures of one size and type beside each other, `columns` in a row.
base::Image pictureGrid(const std::vector<base::Image>& pictures, int columns);

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// Writes a U8 or U16 image with one or three channels as PNG, without time stamps: the same image gives the same
/// bytes. Fails with Unsupported for other images and with Io.
base::Status writePng(const base::Image& image, const std::filesystem::path& path);

/// The same as JPEG of quality 92; U8 only.
base::Status writeJpeg(const base::Image& image, const std::filesystem::path& path);

} // namespace blastoscope::imaging

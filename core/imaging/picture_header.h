// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// What the header of a JPEG, PNG, BMP or PNM picture promises, read without decoding it.
struct PictureHeader {
    std::string format; ///< "JPEG", "PNG", "BMP" or "PNM"
    int width = 0;
    int height = 0;
    int channels = 1; ///< 1 or 3, as decoded: transparency is dropped, palettes become colours
    base::PixelType type = base::PixelType::U8;
};

/// Reads the header. Needs only the beginning of the file (JPEG: up to its frame segment).
/// Errors: Truncated, Corrupt, Unsupported (no such picture format). Messages speak of "The picture".
base::Result<PictureHeader> readPictureHeader(std::span<const std::uint8_t> bytes);

/// Checks that a JPEG or PNG reaches its end mark and that a binary PNM has all its pixels; decoders would fill the
/// missing part with grey and stay silent. Other formats pass. Error: Truncated.
base::Status checkPictureComplete(std::span<const std::uint8_t> bytes);

} // namespace blastoscope::imaging

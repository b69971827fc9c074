// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/imaging/picture_header.h"

namespace blastoscope::imaging {

/// The header of a JPEG, PNG, BMP or PNM file; reads only its beginning. Errors name the file.
base::Result<PictureHeader> probePicture(const std::filesystem::path& path);

/// The header after all checks that need the whole file but no decoding: plausible size, not cut off.
/// Errors: as readPicture.
base::Result<PictureHeader> verifyPicture(const std::filesystem::path& path);

/// Decodes a JPEG, PNG, BMP or PNM file: 1 or 3 channels, 8 or 16 bit, transparency dropped, no rotation by metadata.
/// Errors: as FileReader::open; Truncated, Corrupt, Unsupported. They name the file. Thread-safe.
base::Result<base::Image> readPicture(const std::filesystem::path& path);

/// The same for a picture in memory; errors speak of "The picture". Thread-safe.
base::Result<base::Image> decodePicture(std::vector<std::uint8_t> bytes);

} // namespace blastoscope::imaging

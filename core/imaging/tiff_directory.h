// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::imaging {

/// One image file directory (page) of a TIFF: where it lies and the few inline values that decide whether it is a
/// frame. Everything else is parsed when the page is first read.
struct TiffPage {
    std::uint64_t offset = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// The page index of a TIFF.
struct TiffDirectory {
    bool bigTiff = false;
    bool bigEndian = false;
    std::vector<TiffPage> pages; ///< thumbnails and transparency masks (NewSubfileType) left out; never empty
    std::string warning;         ///< why the list of pages ended early, a sentence for people; else empty
};

/// Walks the chain of directories of a TIFF or BigTIFF, about two short reads per page, no tag arrays. A chain that
/// loops or leaves the file ends there with a warning. Errors: as FileReader::open; Truncated or Corrupt when not even
/// the first directory is there.
base::Result<TiffDirectory> scanTiffDirectory(const std::filesystem::path& path);

} // namespace blastoscope::imaging

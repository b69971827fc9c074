// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/imaging/tiff_format.h"

namespace blastoscope::imaging {

/// Resolution tags of a page, as stored.
struct TiffResolution {
    double x = 0; ///< pixels per unit
    double y = 0;
    std::uint16_t unit = 1; ///< 1 none, 2 inch, 3 centimetre
};

/// One open TIFF. libtiff's messages are caught per handle and end in Error::detail; nothing is printed and no global
/// handler is touched. Sizes are checked against the file's length before memory is taken. Not thread-safe: each
/// thread takes its own reader. Messages speak of "The TIFF page"; the caller adds the name.
class TiffReader {
public:
    /// Errors: Corrupt or Truncated when libtiff refuses the first directory.
    static base::Result<std::unique_ptr<TiffReader>> open(const std::filesystem::path& path);
    ~TiffReader();

    /// The format of the page whose directory lies at `pageOffset`. Errors: Corrupt.
    base::Result<TiffFormat> format(std::uint64_t pageOffset);

    /// How the page will be read, after every check that needs no decoding.
    /// Errors: Unsupported (feature named), Corrupt (impossible sizes).
    base::Result<TiffConversion> conversion(std::uint64_t pageOffset);

    /// Error Truncated when a strip or tile of the page lies outside the file.
    base::Status checkExtent(std::uint64_t pageOffset);

    /// Decodes a page; `channel` counts TiffConversion::channelAxis.
    /// Errors: Unsupported (feature named), Truncated, Corrupt, OutOfMemory.
    base::Result<base::Image> read(std::uint64_t pageOffset, int channel = 0);

    /// Frame `number` of uncompressed frames that follow each other without directories of their own, the first one
    /// described by the page. Only for pages where contiguousFrameBytes() has a value. Errors: Truncated, Unsupported.
    base::Result<base::Image> readContiguous(std::uint64_t pageOffset, std::uint64_t number, int channel = 0);

    /// Bytes of one frame when the page is stored uncompressed in one piece, so that frames may follow it.
    std::optional<std::uint64_t> contiguousFrameBytes(std::uint64_t pageOffset);

    /// Whole frames of that kind from the page's first strip to the end of the file.
    std::uint64_t contiguousFrameCount(std::uint64_t pageOffset);

    /// ImageDescription; empty when there is none.
    std::string description(std::uint64_t pageOffset);

    std::optional<TiffResolution> resolution(std::uint64_t pageOffset);

private:
    struct Impl;
    explicit TiffReader(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace blastoscope::imaging

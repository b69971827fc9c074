// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/imaging/tiff_format.h"

namespace blastoscope::imaging {

/// Where the samples of one image row and one output channel lie in decoded TIFF data.
struct TiffSampleRow {
    const std::uint8_t* bytes = nullptr; ///< begin of the row, samples in the host's byte order
    std::size_t first = 0;               ///< index of the first sample to take
    std::size_t step = 1;                ///< samples from one pixel to the next
    std::size_t count = 0;               ///< pixels
};

/// Converts one row as `plan` says and writes it to `out`, whose pixels are `outStep` samples apart. A palette writes
/// three samples per pixel. The caller guarantees that the row holds all samples named.
void convertTiffSamples(const TiffFormat& format, const TiffConversion& plan, const TiffSampleRow& row, std::byte* out,
                        std::size_t outStep);

} // namespace blastoscope::imaging

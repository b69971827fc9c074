// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// The tags of a TIFF page that say how its samples are stored; values as in the TIFF 6.0 specification.
struct TiffFormat {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t sampleFormat = 1; ///< 1 unsigned, 2 signed, 3 float
    std::uint16_t photometric = 1;
    std::uint16_t compression = 1;
    bool separatePlanes = false;
    bool tiled = false;
    std::vector<std::uint16_t> extraSamples;
    std::array<std::vector<std::uint8_t>, 3> palette; ///< red, green, blue of each index; empty without a palette
};

/// How the samples of a page become a base::Image.
struct TiffConversion {
    base::PixelType type = base::PixelType::U8;
    int imageChannels = 1;  ///< 1 or 3 channels of the image that a read returns
    int channelAxis = 1;    ///< grey samples per pixel that are channels of their own (no colour, no transparency)
    bool invert = false;    ///< 0 is white
    bool usePalette = false;
    bool useRgbaDecoder = false; ///< subsampled YCbCr: libtiff converts it to RGB
    std::string note;       ///< a warning for people, e.g. that precision is lost; else empty
};

/// Decides how a page is read:
/// - unsigned integers: 1 to 7 bits are stretched to 0..255 (as libtiff's RGBA reader does), 8 bits stay U8, 9 to 16
///   bits keep their values as U16, 24, 32 and 64 bits keep their values as F32;
/// - signed integers and floats of 16, 32, 64 bits keep their values as F32;
/// - 0-is-white is inverted, palettes become RGB, alpha is dropped, several grey samples become a channel axis.
/// Errors: Unsupported, naming the feature (CMYK, CIELAB, LogLuv, raw sensor data, complex numbers, odd widths …).
base::Result<TiffConversion> planTiffConversion(const TiffFormat& format);

/// "LZW" for 5 and so on; the number where the code is not known.
std::string tiffCompressionName(std::uint16_t compression);

} // namespace blastoscope::imaging

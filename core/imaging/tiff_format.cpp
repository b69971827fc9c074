// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_format.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;
using base::PixelType;

enum SampleFormat : std::uint16_t { kUnsigned = 1, kSigned = 2, kFloat = 3, kVoid = 4, kComplexInt = 5, kComplex = 6 };

enum Photometric : std::uint16_t {
    kMinIsWhite = 0,
    kMinIsBlack = 1,
    kRgb = 2,
    kPalette = 3,
    kMask = 4,
    kSeparated = 5,
    kYCbCr = 6,
    kCieLab = 8,
    kIccLab = 9,
    kItuLab = 10,
    kCfa = 32803,
    kLogL = 32844,
    kLogLuv = 32845,
    kLinearRaw = 34892,
};

constexpr std::uint16_t kCompressionJpeg = 7;
constexpr std::uint16_t kCompressionSgiLog = 34676;
constexpr std::uint16_t kCompressionSgiLog24 = 34677;
constexpr std::uint16_t kExtraAssociatedAlpha = 1;
constexpr std::uint16_t kExtraUnassociatedAlpha = 2;

tl::unexpected<base::Error> missing(const std::string& feature)
{
    return fail(ErrorCode::Unsupported, "The TIFF page needs a feature that is not read: " + feature +
                                            ". Save it as 8-bit or 16-bit greyscale or RGB.");
}

base::Status checkPhotometric(std::uint16_t photometric)
{
    switch (photometric) {
    case kMinIsWhite:
    case kMinIsBlack:
    case kRgb:
    case kPalette:
    case kMask:
    case kYCbCr: return {};
    case kSeparated: return missing("CMYK (print) colours");
    case kCieLab:
    case kIccLab:
    case kItuLab: return missing("CIELAB colours");
    case kLogL:
    case kLogLuv: return missing("LogLuv (high dynamic range) colours");
    case kCfa: return missing("raw sensor data (Bayer pattern)");
    case kLinearRaw: return missing("raw sensor data (linear)");
    default: return missing("the colour space with number " + std::to_string(photometric));
    }
}

base::Result<PixelType> pixelTypeOf(const TiffFormat& format, std::string& note)
{
    const std::string bits = std::to_string(format.bits) + "-bit ";
    const bool wholeBytes = format.bits == 8 || format.bits == 16 || format.bits == 32 || format.bits == 64;
    switch (format.sampleFormat) {
    case kUnsigned:
    case kVoid:
        if (format.bits >= 1 && format.bits <= 8)
            return PixelType::U8;
        if (format.bits <= 16 && format.bits > 8)
            return PixelType::U16;
        if (format.bits != 24 && !wholeBytes)
            return missing(bits + "integer samples");
        break;
    case kSigned:
        if (!wholeBytes)
            return missing(bits + "signed integer samples");
        break;
    case kFloat:
        if (!wholeBytes || format.bits == 8)
            return missing(bits + "floating-point samples");
        if (format.bits == 64)
            note = "64-bit floating-point samples are rounded to 32 bit.";
        return PixelType::F32;
    case kComplexInt:
    case kComplex: return missing("complex numbers");
    default: return missing("the sample format with number " + std::to_string(format.sampleFormat));
    }
    if (format.bits >= 32)
        note = bits + "integers become floating-point numbers: above 16,777,216 the last digits are rounded.";
    return PixelType::F32;
}

bool isAlpha(const TiffFormat& format, std::size_t extra)
{
    return extra < format.extraSamples.size() && (format.extraSamples[extra] == kExtraAssociatedAlpha ||
                                                  format.extraSamples[extra] == kExtraUnassociatedAlpha);
}

/// Grey samples that are not transparency.
int greySamples(const TiffFormat& format)
{
    int count = 1;
    for (int sample = 1; sample < format.samples; ++sample) {
        // Extra samples describe the last ones; samples without a description count as channels.
        const int extra = sample - (format.samples - int(format.extraSamples.size()));
        if (extra < 0 || !isAlpha(format, std::size_t(extra)))
            ++count;
    }
    return count;
}

base::Status planColours(const TiffFormat& format, TiffConversion& plan)
{
    switch (format.photometric) {
    case kRgb:
    case kYCbCr:
        if (format.samples < 3)
            return fail(ErrorCode::Corrupt, "The TIFF page says it is in colour but has fewer than three samples per "
                                            "pixel.");
        plan.imageChannels = 3;
        plan.useRgbaDecoder = format.photometric == kYCbCr && format.compression != kCompressionJpeg;
        if (plan.useRgbaDecoder && format.bits != 8)
            return missing(std::to_string(format.bits) + "-bit YCbCr colours");
        return {};
    case kPalette:
        if (format.bits > 8 || format.sampleFormat != kUnsigned)
            return missing(std::to_string(format.bits) + "-bit palette colours");
        if (format.palette[0].empty())
            return fail(ErrorCode::Corrupt, "The TIFF page says it has a palette, but none is stored.");
        plan.usePalette = true;
        plan.imageChannels = 3;
        return {};
    default:
        plan.channelAxis = greySamples(format);
        plan.invert = format.photometric == kMinIsWhite && format.sampleFormat == kUnsigned && format.bits <= 16;
        return {};
    }
}

struct CompressionName {
    std::uint16_t code;
    std::string_view name;
};

constexpr CompressionName kCompressions[] = {
    {1, "no compression"}, {2, "CCITT RLE"}, {3, "CCITT Group 3 fax"}, {4, "CCITT Group 4 fax"}, {5, "LZW"},
    {6, "old-style JPEG"}, {7, "JPEG"}, {8, "Deflate"}, {9, "JBIG (T.85)"}, {10, "JBIG (T.43)"},
    {32766, "NeXT RLE"}, {32771, "CCITT RLE with word alignment"}, {32773, "PackBits"}, {32809, "ThunderScan"},
    {32908, "Pixar film"}, {32909, "Pixar log"}, {32946, "Deflate"}, {33003, "JPEG 2000"}, {33005, "JPEG 2000"},
    {34661, "JBIG"}, {34676, "SGI LogLuv"}, {34677, "SGI LogLuv 24-bit"}, {34712, "JPEG 2000"},
    {34887, "LERC"}, {34892, "lossy JPEG (DNG)"}, {34925, "LZMA"}, {50000, "Zstandard"}, {50001, "WebP"},
    {50002, "JPEG XL"},
};

} // namespace

base::Result<TiffConversion> planTiffConversion(const TiffFormat& format)
{
    TiffConversion plan;
    if (const auto status = checkPhotometric(format.photometric); !status)
        return tl::unexpected(status.error());
    if (format.compression == kCompressionSgiLog || format.compression == kCompressionSgiLog24)
        return missing("LogLuv (high dynamic range) compression");
    const auto type = pixelTypeOf(format, plan.note);
    if (!type)
        return tl::unexpected(type.error());
    plan.type = *type;
    if (const auto status = planColours(format, plan); !status)
        return tl::unexpected(status.error());
    return plan;
}

std::string tiffCompressionName(std::uint16_t compression)
{
    const auto found = std::find_if(std::begin(kCompressions), std::end(kCompressions),
                                    [&](const CompressionName& c) { return c.code == compression; });
    return found == std::end(kCompressions) ? std::string("number ").append(std::to_string(compression))
                                            : std::string(found->name);
}

} // namespace blastoscope::imaging

// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/picture_header.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include "core/imaging/file_signature.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;
using Bytes = std::span<const std::uint8_t>;

tl::unexpected<base::Error> truncated(const std::string& format)
{
    return fail(ErrorCode::Truncated, "The " + format + " picture is cut off. Copy or export it again.");
}

tl::unexpected<base::Error> corrupt(const std::string& format, const std::string& what)
{
    return fail(ErrorCode::Corrupt, "The " + format + " picture is damaged: " + what + ".");
}

std::uint32_t bigEndian(Bytes bytes, std::size_t offset, int count)
{
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
        value = value << 8 | bytes[offset + std::size_t(i)];
    return value;
}

std::uint32_t littleEndian(Bytes bytes, std::size_t offset, int count)
{
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | bytes[offset + std::size_t(i)];
    return value;
}

base::Result<PictureHeader> checkedSize(PictureHeader header, std::int64_t width, std::int64_t height)
{
    constexpr std::int64_t kMaxSide = 1 << 20;
    if (width <= 0 || height <= 0 || width > kMaxSide || height > kMaxSide)
        return corrupt(header.format,
                       "its header says " + std::to_string(width) + " x " + std::to_string(height) + " pixels");
    header.width = int(width);
    header.height = int(height);
    return header;
}

// --- JPEG (ITU-T T.81, annex B) ---------------------------------------------------------------------------------

bool isStandAloneMarker(std::uint8_t marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

bool isFrameMarker(std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Moves `pos` behind the next marker (fill bytes skipped) and returns its code; -1 at the end of the bytes.
int nextMarker(Bytes bytes, std::size_t& pos)
{
    while (pos + 1 < bytes.size()) {
        if (bytes[pos] == 0xFF && bytes[pos + 1] != 0xFF && bytes[pos + 1] != 0x00) {
            pos += 2;
            return bytes[pos - 1];
        }
        ++pos;
    }
    return -1;
}

base::Result<PictureHeader> jpegFrame(Bytes bytes, std::size_t segment, std::uint8_t marker)
{
    if (segment + 8 > bytes.size())
        return truncated("JPEG");
    PictureHeader header{.format = "JPEG"};
    if (marker == 0xC3 || marker >= 0xC5)
        return fail(ErrorCode::Unsupported, "The picture is a lossless, hierarchical or arithmetic-coded JPEG, which "
                                            "is not read. Save it as a usual JPEG, PNG or TIFF.");
    if (bytes[segment + 2] != 8)
        return fail(ErrorCode::Unsupported, "The picture is a JPEG with " + std::to_string(bytes[segment + 2]) +
                                                " bits per sample; only 8 are read. Save it as PNG or TIFF.");
    if (bytes[segment + 7] != 1 && bytes[segment + 7] != 3)
        return fail(ErrorCode::Unsupported, "The picture is a JPEG with CMYK (print) colours, which are not read. Save "
                                            "it in greyscale or RGB.");
    header.channels = bytes[segment + 7];
    return checkedSize(header, bigEndian(bytes, segment + 5, 2), bigEndian(bytes, segment + 3, 2));
}

base::Result<PictureHeader> readJpegHeader(Bytes bytes)
{
    std::size_t pos = 2;
    for (int marker = nextMarker(bytes, pos); marker >= 0; marker = nextMarker(bytes, pos)) {
        const auto code = std::uint8_t(marker);
        if (isStandAloneMarker(code))
            continue;
        if (code == 0xD9 || code == 0xDA)
            return corrupt("JPEG", "it has no frame header");
        if (isFrameMarker(code))
            return jpegFrame(bytes, pos, code);
        if (pos + 2 > bytes.size())
            break;
        pos += bigEndian(bytes, pos, 2);
    }
    return truncated("JPEG");
}

base::Status checkJpegComplete(Bytes bytes)
{
    std::size_t pos = 2;
    for (int marker = nextMarker(bytes, pos); marker >= 0; marker = nextMarker(bytes, pos)) {
        if (marker == 0xD9)
            return {};
        if (isStandAloneMarker(std::uint8_t(marker)))
            continue;
        if (pos + 2 > bytes.size())
            break;
        pos += bigEndian(bytes, pos, 2);
    }
    return truncated("JPEG");
}

// --- PNG (ISO/IEC 15948) ----------------------------------------------------------------------------------------

base::Result<PictureHeader> readPngHeader(Bytes bytes)
{
    if (bytes.size() < 29)
        return truncated("PNG");
    if (bigEndian(bytes, 12, 4) != 0x49484452) // "IHDR"
        return corrupt("PNG", "it does not begin with its header");
    const int bits = bytes[24];
    const int colour = bytes[25];
    PictureHeader header{.format = "PNG"};
    header.channels = colour == 0 ? 1 : 3;
    header.type = bits == 16 ? base::PixelType::U16 : base::PixelType::U8;
    return checkedSize(header, bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4));
}

base::Status checkPngComplete(Bytes bytes)
{
    std::size_t pos = 8;
    while (pos + 12 <= bytes.size()) {
        if (bigEndian(bytes, pos + 4, 4) == 0x49454E44) // "IEND"
            return {};
        pos += std::size_t(bigEndian(bytes, pos, 4)) + 12;
    }
    return truncated("PNG");
}

// --- BMP --------------------------------------------------------------------------------------------------------

/// Whether a picture of at most 8 bits per pixel has a palette of greys only, which decodes to one channel.
bool hasGreyPalette(Bytes bytes, std::uint32_t headerSize)
{
    const std::uint32_t bits = littleEndian(bytes, 28, 2);
    if (headerSize < 40 || bits > 8 || bytes.size() < 54)
        return false;
    const std::uint32_t used = littleEndian(bytes, 46, 4);
    const std::size_t colours = used > 0 && used <= 256 ? used : std::size_t(1) << bits;
    const std::size_t begin = 14 + headerSize;
    if (bytes.size() < begin + 4 * colours)
        return false;
    for (std::size_t i = begin; i < begin + 4 * colours; i += 4)
        if (bytes[i] != bytes[i + 1] || bytes[i] != bytes[i + 2])
            return false;
    return true;
}

base::Result<PictureHeader> readBmpHeader(Bytes bytes)
{
    if (bytes.size() < 30)
        return truncated("BMP");
    PictureHeader header{.format = "BMP", .channels = 3};
    const std::uint32_t headerSize = littleEndian(bytes, 14, 4);
    if (headerSize == 12)
        return checkedSize(header, littleEndian(bytes, 18, 2), littleEndian(bytes, 20, 2));
    if (headerSize < 36 || headerSize > 256)
        return fail(ErrorCode::Corrupt, "The content begins like a BMP picture, but is none.");
    header.channels = hasGreyPalette(bytes, headerSize) ? 1 : 3;
    // A negative height means rows from top to bottom.
    return checkedSize(header, std::int32_t(littleEndian(bytes, 18, 4)),
                       std::abs(std::int64_t(std::int32_t(littleEndian(bytes, 22, 4)))));
}

// --- PNM (netpbm) -----------------------------------------------------------------------------------------------

/// The next number of a PNM header, comments skipped; -1 when there is none.
std::int64_t pnmNumber(Bytes bytes, std::size_t& pos)
{
    while (pos < bytes.size() && (std::isspace(bytes[pos]) || bytes[pos] == '#')) {
        if (bytes[pos] == '#')
            while (pos < bytes.size() && bytes[pos] != '\n')
                ++pos;
        else
            ++pos;
    }
    std::int64_t value = -1;
    while (pos < bytes.size() && std::isdigit(bytes[pos]) && value < (1 << 24))
        value = std::max<std::int64_t>(value, 0) * 10 + (bytes[pos++] - '0');
    return value;
}

base::Result<PictureHeader> readPnmHeader(Bytes bytes)
{
    const int kind = bytes[1] - '0';
    std::size_t pos = 2;
    const std::int64_t width = pnmNumber(bytes, pos);
    const std::int64_t height = pnmNumber(bytes, pos);
    const std::int64_t maximum = kind == 1 || kind == 4 ? 1 : pnmNumber(bytes, pos);
    PictureHeader header{.format = "PNM"};
    if (width < 0 || height < 0 || maximum <= 0 || maximum > 65535)
        return fail(ErrorCode::Corrupt, "The content begins like a PNM picture, but is none.");
    header.channels = kind == 3 || kind == 6 ? 3 : 1;
    header.type = maximum > 255 ? base::PixelType::U16 : base::PixelType::U8;
    return checkedSize(header, width, height);
}

base::Status checkPnmComplete(Bytes bytes)
{
    const int kind = bytes[1] - '0';
    const auto header = readPnmHeader(bytes);
    if (kind < 4 || !header) // numbers as text have no fixed length
        return {};
    const std::int64_t rowBits = std::int64_t(header->width) * header->channels *
                                 (kind == 4 ? 1 : 8 * std::int64_t(base::bytesPerSample(header->type)));
    if ((rowBits + 7) / 8 * header->height > std::int64_t(bytes.size()))
        return truncated("PNM");
    return {};
}

} // namespace

base::Result<PictureHeader> readPictureHeader(Bytes bytes)
{
    const FileSignature signature = signatureOf(bytes);
    if (signature.name == "JPEG")
        return readJpegHeader(bytes);
    if (signature.name == "PNG")
        return readPngHeader(bytes);
    if (signature.name == "BMP")
        return readBmpHeader(bytes);
    if (signature.name == "PNM")
        return readPnmHeader(bytes);
    return fail(ErrorCode::Unsupported, "The content is not a JPEG, PNG, BMP or PNM picture.");
}

base::Status checkPictureComplete(Bytes bytes)
{
    const FileSignature signature = signatureOf(bytes);
    if (signature.name == "JPEG")
        return checkJpegComplete(bytes);
    if (signature.name == "PNG")
        return checkPngComplete(bytes);
    if (signature.name == "PNM")
        return checkPnmComplete(bytes);
    return {};
}

} // namespace blastoscope::imaging

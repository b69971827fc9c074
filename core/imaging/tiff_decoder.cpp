// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_decoder.h"

#include <algorithm>
#include <vector>

#include <tiffio.h>

#include "core/imaging/tiff_handle.h"
#include "core/imaging/tiff_samples.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::uint64_t kMaxImageBytes = std::uint64_t(1) << 30;
/// A compressed page may be this much larger than the whole file; small pages are always allowed.
constexpr std::uint64_t kMaxExpansion = 4096;
constexpr std::uint64_t kAlwaysAllowedBytes = std::uint64_t(64) << 20;

tl::unexpected<base::Error> undecodable(TiffHandle& handle)
{
    return fail(ErrorCode::Corrupt, "The TIFF page cannot be decoded; its data are damaged.", handle.takeMessages());
}

/// Bytes of `samples` samples per pixel in one uncompressed row, packed.
std::uint64_t packedRowBytes(const TiffFormat& format, std::uint64_t width, std::uint64_t samples)
{
    return (width * samples * format.bits + 7) / 8;
}

/// A buffer for one strip or tile, refused when its header asks for more than the page needs.
base::Result<std::vector<std::uint8_t>> chunkBuffer(tmsize_t size, const TiffHandle& handle)
{
    const std::uint64_t limit = std::max(kAlwaysAllowedBytes, std::min(kMaxImageBytes,
                                                                       handle.fileSize() * kMaxExpansion));
    if (size <= 0 || std::uint64_t(size) > limit)
        return fail(ErrorCode::Corrupt, "The TIFF page has strips or tiles of an impossible size.");
    return std::vector<std::uint8_t>(std::size_t(size));
}

/// A block of decoded samples and where it belongs in the image.
struct Block {
    const std::uint8_t* bytes = nullptr;
    std::size_t rowBytes = 0;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Writes blocks of one page into the image: which samples go to which channel.
class PageWriter {
public:
    PageWriter(const TiffFormat& format, const TiffConversion& plan, int channel)
        : m_format(format), m_plan(plan), m_channel(channel),
          m_image(int(format.width), int(format.height), plan.imageChannels, plan.type)
    {
    }

    /// Planes to decode; a page with interleaved samples has one.
    std::vector<int> planes() const
    {
        if (!m_format.separatePlanes)
            return {0};
        if (m_plan.imageChannels == 3 && !m_plan.usePalette)
            return {0, 1, 2};
        return {m_channel};
    }

    void write(const Block& block, int plane)
    {
        const bool colour = m_plan.imageChannels == 3 && !m_plan.usePalette;
        const std::size_t step = m_format.separatePlanes ? 1 : m_format.samples;
        for (int row = 0; row < block.height; ++row) {
            TiffSampleRow in{block.bytes + std::size_t(row) * block.rowBytes, 0, step, std::size_t(block.width)};
            const int y = block.y + row;
            if (!colour) {
                in.first = m_format.separatePlanes ? 0 : std::size_t(m_channel);
                convertTiffSamples(m_format, m_plan, in, at(block.x, y, 0), 1);
            } else if (m_format.separatePlanes) {
                convertTiffSamples(m_format, m_plan, in, at(block.x, y, plane), 3);
            } else {
                for (int c = 0; c < 3; ++c) {
                    in.first = std::size_t(c);
                    convertTiffSamples(m_format, m_plan, in, at(block.x, y, c), 3);
                }
            }
        }
    }

    base::Image take() { return std::move(m_image); }

private:
    std::byte* at(int x, int y, int c)
    {
        const std::size_t sample = std::size_t(x) * std::size_t(m_plan.imageChannels) + std::size_t(c);
        return m_image.bytes.data() + std::size_t(y) * m_image.rowBytes() + sample * base::bytesPerSample(m_plan.type);
    }

    const TiffFormat& m_format;
    const TiffConversion& m_plan;
    int m_channel;
    base::Image m_image;
};

base::Status decodeStrips(TiffHandle& handle, PageWriter& writer, int plane)
{
    TIFF* tiff = handle.get();
    const TiffFormat& format = handle.format();
    std::uint32_t rowsPerStrip = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rowsPerStrip);
    rowsPerStrip = std::clamp<std::uint32_t>(rowsPerStrip, 1, format.height);
    auto buffer = chunkBuffer(TIFFStripSize(tiff), handle);
    if (!buffer)
        return tl::unexpected(buffer.error());
    const auto rowBytes = std::uint64_t(TIFFScanlineSize(tiff));
    if (rowBytes < packedRowBytes(format, format.width, format.separatePlanes ? 1 : format.samples))
        return undecodable(handle);
    for (std::uint32_t y = 0; y < format.height; y += rowsPerStrip) {
        const std::uint32_t rows = std::min(rowsPerStrip, format.height - y);
        const std::uint64_t wanted = rows * rowBytes;
        const std::uint32_t strip = TIFFComputeStrip(tiff, y, std::uint16_t(plane));
        if (wanted > buffer->size() ||
            TIFFReadEncodedStrip(tiff, strip, buffer->data(), tmsize_t(wanted)) != tmsize_t(wanted))
            return undecodable(handle);
        writer.write({buffer->data(), std::size_t(rowBytes), 0, int(y), int(format.width), int(rows)}, plane);
    }
    return {};
}

base::Status decodeTiles(TiffHandle& handle, PageWriter& writer, int plane)
{
    TIFF* tiff = handle.get();
    const TiffFormat& format = handle.format();
    std::uint32_t tileWidth = 0;
    std::uint32_t tileHeight = 0;
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tileWidth);
    TIFFGetField(tiff, TIFFTAG_TILELENGTH, &tileHeight);
    auto buffer = chunkBuffer(TIFFTileSize(tiff), handle);
    if (!buffer)
        return tl::unexpected(buffer.error());
    const auto rowBytes = std::uint64_t(TIFFTileRowSize(tiff));
    if (tileWidth == 0 || tileHeight == 0 || rowBytes * tileHeight > buffer->size() ||
        rowBytes < packedRowBytes(format, tileWidth, format.separatePlanes ? 1 : format.samples))
        return undecodable(handle);
    for (std::uint64_t y = 0; y < format.height; y += tileHeight) {
        for (std::uint64_t x = 0; x < format.width; x += tileWidth) {
            const std::uint32_t tile =
                TIFFComputeTile(tiff, std::uint32_t(x), std::uint32_t(y), 0, std::uint16_t(plane));
            if (TIFFReadEncodedTile(tiff, tile, buffer->data(), tmsize_t(buffer->size())) != tmsize_t(buffer->size()))
                return undecodable(handle);
            writer.write({buffer->data(), std::size_t(rowBytes), int(x), int(y),
                          int(std::min<std::uint64_t>(tileWidth, format.width - x)),
                          int(std::min<std::uint64_t>(tileHeight, format.height - y))},
                         plane);
        }
    }
    return {};
}

base::Result<base::Image> decodeRgba(TiffHandle& handle)
{
    const TiffFormat& format = handle.format();
    TIFF* tiff = handle.get();
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(tiff, reason))
        return fail(ErrorCode::Unsupported, "The TIFF page has a kind of YCbCr colours that is not read.", reason);
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    std::vector<std::uint32_t> raster(std::size_t(format.width) * format.height);
    // Asked for in its own orientation, the page is not turned: no other reader here turns pages.
    if (!TIFFReadRGBAImageOriented(tiff, format.width, format.height, raster.data(), orientation, 1))
        return undecodable(handle);
    base::Image image(int(format.width), int(format.height), 3, base::PixelType::U8);
    auto* out = reinterpret_cast<std::uint8_t*>(image.bytes.data());
    for (const std::uint32_t pixel : raster) {
        *out++ = std::uint8_t(TIFFGetR(pixel));
        *out++ = std::uint8_t(TIFFGetG(pixel));
        *out++ = std::uint8_t(TIFFGetB(pixel));
    }
    return image;
}

} // namespace

base::Status checkTiffSize(const TiffHandle& handle, const TiffConversion& plan)
{
    const TiffFormat& format = handle.format();
    const std::uint64_t pixels = std::uint64_t(format.width) * format.height;
    const std::uint64_t bytes = pixels * std::uint64_t(plan.imageChannels) * base::bytesPerSample(plan.type);
    const std::string size = std::to_string(format.width) + " x " + std::to_string(format.height) + " pixels";
    if (format.width > (1u << 24) || format.height > (1u << 24) || bytes > kMaxImageBytes)
        return fail(ErrorCode::Unsupported, "The TIFF page says it has " + size +
                                                "; pages are read up to 1 GiB. Crop or shrink it.");
    if (bytes > kAlwaysAllowedBytes && bytes / kMaxExpansion > handle.fileSize())
        return fail(ErrorCode::Corrupt,
                    "The TIFF page says it has " + size + ", far more than a file of this length can hold.");
    return {};
}

base::Result<base::Image> decodeTiffPage(TiffHandle& handle, const TiffConversion& plan, int channel)
{
    if (plan.useRgbaDecoder)
        return decodeRgba(handle);
    const bool tiled = handle.format().tiled;
    PageWriter writer(handle.format(), plan, channel);
    for (const int plane : writer.planes()) {
        const auto status = tiled ? decodeTiles(handle, writer, plane) : decodeStrips(handle, writer, plane);
        if (!status)
            return tl::unexpected(status.error());
    }
    return writer.take();
}

base::Image convertTiffFrame(const TiffFormat& format, const TiffConversion& plan, int channel,
                             const std::uint8_t* frame)
{
    PageWriter writer(format, plan, channel);
    const std::size_t rowBytes = std::size_t(format.width) * format.samples * (format.bits / 8);
    writer.write({frame, rowBytes, 0, 0, int(format.width), int(format.height)}, 0);
    return writer.take();
}

} // namespace blastoscope::imaging

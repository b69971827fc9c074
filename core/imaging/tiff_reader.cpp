// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_reader.h"

#include <algorithm>
#include <bit>
#include <new>
#include <span>
#include <vector>

#include <tiffio.h>

#include "core/imaging/file_reader.h"
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

base::Status checkSize(const TiffHandle& handle, const TiffConversion& plan)
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

void swapBytes(std::span<std::uint8_t> bytes, std::size_t sampleBytes)
{
    for (std::size_t i = 0; i + sampleBytes <= bytes.size(); i += sampleBytes)
        std::reverse(bytes.begin() + std::ptrdiff_t(i), bytes.begin() + std::ptrdiff_t(i + sampleBytes));
}

} // namespace

struct TiffReader::Impl {
    std::unique_ptr<TiffHandle> handle;
    std::optional<FileReader> rawFile; ///< opened by the first contiguous read

    /// Selects the page and checks everything that can be checked before decoding.
    base::Result<TiffConversion> prepare(std::uint64_t pageOffset, int channel)
    {
        if (const auto status = handle->select(pageOffset); !status)
            return tl::unexpected(status.error());
        const TiffFormat& format = handle->format();
        if (!TIFFIsCODECConfigured(format.compression))
            return fail(ErrorCode::Unsupported, "The TIFF page needs a compression that is not read here: " +
                                                    tiffCompressionName(format.compression) +
                                                    ". Save it with LZW or Deflate.");
        auto plan = planTiffConversion(format);
        if (!plan)
            return plan;
        if (channel < 0 || channel >= plan->channelAxis)
            return fail(ErrorCode::InvalidArgument, "The TIFF page has no channel " + std::to_string(channel) + ".");
        if (const auto status = checkSize(*handle, *plan); !status)
            return tl::unexpected(status.error());
        return plan;
    }

    base::Status checkExtentOfSelected()
    {
        TIFF* tiff = handle->get();
        const std::uint32_t count = handle->format().tiled ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint64_t offset = TIFFGetStrileOffset(tiff, i);
            const std::uint64_t bytes = TIFFGetStrileByteCount(tiff, i);
            if (offset > handle->fileSize() || bytes > handle->fileSize() - offset)
                return fail(ErrorCode::Truncated,
                            "The TIFF page reaches beyond the end of the file, which is cut off. Copy or export it "
                            "again.");
        }
        return {};
    }

    base::Result<base::Image> decode(const TiffConversion& plan, int channel)
    {
        if (plan.useRgbaDecoder)
            return decodeRgba(*handle);
        PageWriter writer(handle->format(), plan, channel);
        for (const int plane : writer.planes()) {
            const auto status = handle->format().tiled ? decodeTiles(*handle, writer, plane)
                                                       : decodeStrips(*handle, writer, plane);
            if (!status)
                return tl::unexpected(status.error());
        }
        return writer.take();
    }

    base::Result<std::vector<std::uint8_t>> rawFrame(std::uint64_t offset, std::uint64_t bytes)
    {
        if (!rawFile) {
            auto file = FileReader::open(handle->path());
            if (!file)
                return tl::unexpected(file.error());
            rawFile = std::move(*file);
        }
        std::vector<std::uint8_t> frame(bytes);
        if (rawFile->readAt(offset, frame) != bytes)
            return fail(ErrorCode::Truncated, "The TIFF ends before this frame; it is cut off.");
        return frame;
    }
};

TiffReader::TiffReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TiffReader::~TiffReader() = default;

base::Result<std::unique_ptr<TiffReader>> TiffReader::open(const std::filesystem::path& path)
{
    auto handle = TiffHandle::open(path);
    if (!handle)
        return tl::unexpected(handle.error());
    auto impl = std::make_unique<Impl>();
    impl->handle = std::move(*handle);
    return std::unique_ptr<TiffReader>(new TiffReader(std::move(impl)));
}

base::Result<TiffFormat> TiffReader::format(std::uint64_t pageOffset)
{
    if (const auto status = m_impl->handle->select(pageOffset); !status)
        return tl::unexpected(status.error());
    return m_impl->handle->format();
}

base::Result<TiffConversion> TiffReader::conversion(std::uint64_t pageOffset)
{
    return m_impl->prepare(pageOffset, 0);
}

base::Status TiffReader::checkExtent(std::uint64_t pageOffset)
{
    if (const auto status = m_impl->handle->select(pageOffset); !status)
        return status;
    return m_impl->checkExtentOfSelected();
}

base::Result<base::Image> TiffReader::read(std::uint64_t pageOffset, int channel)
{
    try {
        const auto plan = m_impl->prepare(pageOffset, channel);
        if (!plan)
            return tl::unexpected(plan.error());
        if (const auto status = m_impl->checkExtentOfSelected(); !status)
            return tl::unexpected(status.error());
        return m_impl->decode(*plan, channel);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to decode the TIFF page.");
    }
}

base::Result<base::Image> TiffReader::readContiguous(std::uint64_t pageOffset, std::uint64_t number, int channel)
{
    try {
        const auto plan = m_impl->prepare(pageOffset, channel);
        if (!plan)
            return tl::unexpected(plan.error());
        const auto bytes = contiguousFrameBytes(pageOffset);
        if (!bytes)
            return fail(ErrorCode::InvalidArgument, "The TIFF page is not followed by frames without directories.");
        auto frame = m_impl->rawFrame(TIFFGetStrileOffset(m_impl->handle->get(), 0) + number * *bytes, *bytes);
        if (!frame)
            return tl::unexpected(frame.error());
        const TiffFormat& format = m_impl->handle->format();
        if (TIFFIsByteSwapped(m_impl->handle->get()) && format.bits > 8)
            swapBytes(*frame, format.bits / 8);
        PageWriter writer(format, *plan, channel);
        const std::size_t rowBytes = std::size_t(format.width) * format.samples * (format.bits / 8);
        writer.write({frame->data(), rowBytes, 0, 0, int(format.width), int(format.height)}, 0);
        return writer.take();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to read the frame.");
    }
}

std::optional<std::uint64_t> TiffReader::contiguousFrameBytes(std::uint64_t pageOffset)
{
    if (!m_impl->handle->select(pageOffset))
        return std::nullopt;
    const TiffFormat& format = m_impl->handle->format();
    if (format.compression != COMPRESSION_NONE || format.tiled || format.separatePlanes || format.bits % 8 != 0)
        return std::nullopt;
    return std::uint64_t(format.width) * format.height * format.samples * (format.bits / 8);
}

std::uint64_t TiffReader::contiguousFrameCount(std::uint64_t pageOffset)
{
    const auto bytes = contiguousFrameBytes(pageOffset);
    const std::uint64_t begin = bytes ? TIFFGetStrileOffset(m_impl->handle->get(), 0) : 0;
    if (!bytes || *bytes == 0 || begin > m_impl->handle->fileSize())
        return 0;
    return (m_impl->handle->fileSize() - begin) / *bytes;
}

std::string TiffReader::description(std::uint64_t pageOffset)
{
    const char* text = nullptr;
    if (!m_impl->handle->select(pageOffset) ||
        !TIFFGetField(m_impl->handle->get(), TIFFTAG_IMAGEDESCRIPTION, &text) || !text)
        return {};
    return text;
}

std::optional<TiffResolution> TiffReader::resolution(std::uint64_t pageOffset)
{
    float x = 0;
    float y = 0;
    TIFF* tiff = m_impl->handle->get();
    if (!m_impl->handle->select(pageOffset) || !TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) ||
        !TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y))
        return std::nullopt;
    TiffResolution resolution{x, y, 1};
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &resolution.unit);
    return resolution;
}

} // namespace blastoscope::imaging

// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_reader.h"

#include <algorithm>
#include <new>
#include <span>
#include <vector>

#include <tiffio.h>

#include "core/imaging/file_reader.h"
#include "core/imaging/tiff_decoder.h"
#include "core/imaging/tiff_handle.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

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
        if (const auto status = checkTiffSize(*handle, *plan); !status)
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
        return decodeTiffPage(*m_impl->handle, *plan, channel);
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
        return convertTiffFrame(format, *plan, channel, frame->data());
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

// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_handle.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <system_error>

#include <tiffio.h>

#include "core/imaging/file_names.h"

namespace blastoscope::imaging {

using base::ErrorCode;
using base::fail;

/// Receives libtiff's messages; `user` is the TiffHandle they belong to.
struct TiffMessages {
    static int onError(TIFF*, void* user, const char* module, const char* format, va_list arguments)
    {
        char text[512];
        std::vsnprintf(text, sizeof text, format, arguments);
        static_cast<TiffHandle*>(user)->appendMessage(module, text);
        return 1; // handled: libtiff's default handler would print it
    }

    static int onWarning(TIFF*, void*, const char*, const char*, va_list) { return 1; }
};

namespace {

/// Tag arrays and strips above this are refused by libtiff itself.
constexpr tmsize_t kMaxSingleAllocation = tmsize_t(1) << 30;
constexpr std::size_t kMaxMessageLength = 2000;

TIFF* openQuietly(const std::filesystem::path& path, TiffHandle* handle)
{
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    if (!options)
        return nullptr;
    TIFFOpenOptionsSetErrorHandlerExtR(options, &TiffMessages::onError, handle);
    TIFFOpenOptionsSetWarningHandlerExtR(options, &TiffMessages::onWarning, handle);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxSingleAllocation);
    // "m": no memory mapping, which would end the program when a file shrinks or a network drive goes away.
    // "c": no splitting of large strips, so that a frame is one read.
    TIFF* tiff = TIFFOpenExt(path.c_str(), "rmc", options);
    TIFFOpenOptionsFree(options);
    return tiff;
}

/// Colour maps hold 16-bit values; old writers stored 8-bit ones.
std::vector<std::uint8_t> paletteChannel(const std::uint16_t* map, std::size_t size, bool wide)
{
    std::vector<std::uint8_t> channel(size);
    for (std::size_t i = 0; i < size; ++i)
        channel[i] = std::uint8_t(wide ? map[i] >> 8 : map[i]);
    return channel;
}

} // namespace

base::Result<std::unique_ptr<TiffHandle>> TiffHandle::open(const std::filesystem::path& path)
{
    std::unique_ptr<TiffHandle> handle(new TiffHandle);
    handle->m_path = path;
    std::error_code error;
    handle->m_fileSize = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::Io, quotedName(path) + " cannot be opened.", error.message());
    handle->m_tiff = openQuietly(path, handle.get());
    if (!handle->m_tiff)
        return fail(ErrorCode::Corrupt,
                    quotedName(path) + " begins like a TIFF, but its first page cannot be understood: it is cut off or "
                                       "damaged. Copy or export it again.",
                    handle->takeMessages());
    return handle;
}

TiffHandle::~TiffHandle()
{
    if (m_tiff)
        TIFFClose(m_tiff);
}

void TiffHandle::appendMessage(const char* module, const std::string& text)
{
    if (m_messages.size() > kMaxMessageLength)
        return;
    if (!m_messages.empty())
        m_messages += '\n';
    // The module is a function of libtiff or the file's own path, which must not reach a log.
    if (module && m_path != module)
        m_messages += std::string(module) + ": ";
    m_messages += text;
}

std::string TiffHandle::takeMessages()
{
    return std::exchange(m_messages, {});
}

base::Status TiffHandle::select(std::uint64_t offset)
{
    if (offset == m_selected)
        return {};
    m_selected = 0;
    m_messages.clear();
    if (!TIFFSetSubDirectory(m_tiff, offset))
        return fail(ErrorCode::Corrupt, "The TIFF page cannot be understood; the file is damaged.", takeMessages());
    parseFormat();
    if (m_format.width == 0 || m_format.height == 0)
        return fail(ErrorCode::Corrupt, "The TIFF page has no size; the file is damaged.", takeMessages());
    m_selected = offset;
    return {};
}

void TiffHandle::parseFormat()
{
    m_format = {};
    TIFFGetField(m_tiff, TIFFTAG_IMAGEWIDTH, &m_format.width);
    TIFFGetField(m_tiff, TIFFTAG_IMAGELENGTH, &m_format.height);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_BITSPERSAMPLE, &m_format.bits);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_SAMPLESPERPIXEL, &m_format.samples);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_SAMPLEFORMAT, &m_format.sampleFormat);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_COMPRESSION, &m_format.compression);
    std::uint16_t planar = PLANARCONFIG_CONTIG;
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_PLANARCONFIG, &planar);
    m_format.separatePlanes = planar == PLANARCONFIG_SEPARATE && m_format.samples > 1;
    m_format.tiled = TIFFIsTiled(m_tiff);

    std::uint16_t extraCount = 0;
    std::uint16_t* extra = nullptr;
    if (TIFFGetField(m_tiff, TIFFTAG_EXTRASAMPLES, &extraCount, &extra) && extra)
        m_format.extraSamples.assign(extra, extra + std::min(extraCount, m_format.samples));

    if (!TIFFGetField(m_tiff, TIFFTAG_PHOTOMETRIC, &m_format.photometric)) {
        const bool fax = m_format.compression >= COMPRESSION_CCITTRLE && m_format.compression <= COMPRESSION_CCITTFAX4;
        m_format.photometric = m_format.samples >= 3 ? PHOTOMETRIC_RGB
                               : fax                 ? PHOTOMETRIC_MINISWHITE
                                                     : PHOTOMETRIC_MINISBLACK;
    }
    parsePalette();
    if (m_format.compression == COMPRESSION_JPEG && m_format.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(m_tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
}

void TiffHandle::parsePalette()
{
    std::uint16_t* red = nullptr;
    std::uint16_t* green = nullptr;
    std::uint16_t* blue = nullptr;
    if (m_format.photometric != PHOTOMETRIC_PALETTE || m_format.bits > 8 ||
        !TIFFGetField(m_tiff, TIFFTAG_COLORMAP, &red, &green, &blue) || !red || !green || !blue)
        return;
    const std::size_t size = std::size_t(1) << m_format.bits;
    const auto isWide = [size](const std::uint16_t* map) {
        return std::any_of(map, map + size, [](std::uint16_t value) { return value > 255; });
    };
    const bool wide = isWide(red) || isWide(green) || isWide(blue);
    m_format.palette = {paletteChannel(red, size, wide), paletteChannel(green, size, wide),
                        paletteChannel(blue, size, wide)};
}

} // namespace blastoscope::imaging

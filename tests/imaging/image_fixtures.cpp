// SPDX-License-Identifier: Apache-2.0
#include "tests/imaging/image_fixtures.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

namespace blastoscope::tests {
namespace fs = std::filesystem;
using base::Image;
using base::PixelType;

Image makeImage(int width, int height, int channels, PixelType type,
                const std::function<double(int x, int y, int c)>& value)
{
    Image image(width, height, channels, type);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c) {
                const int i = x * channels + c;
                const double v = value(x, y, c);
                switch (type) {
                case PixelType::U8: image.row<std::uint8_t>(y)[i] = std::uint8_t(v); break;
                case PixelType::U16: image.row<std::uint16_t>(y)[i] = std::uint16_t(v); break;
                case PixelType::F32: image.row<float>(y)[i] = float(v); break;
                }
            }
    return image;
}

Image gradient(int width, int height, int seed)
{
    return makeImage(width, height, 1, PixelType::U8,
                     [seed](int x, int y, int) { return (x + 3 * y + 17 * seed) % 256; });
}

bool equalPixels(const Image& a, const Image& b)
{
    return a.width == b.width && a.height == b.height && a.channels == b.channels && a.type == b.type &&
           a.bytes == b.bytes;
}

TiffPageSpec pageOf(const Image& image)
{
    TiffPageSpec page;
    page.width = std::uint32_t(image.width);
    page.height = std::uint32_t(image.height);
    page.bits = std::uint16_t(8 * base::bytesPerSample(image.type));
    page.samples = std::uint16_t(image.channels);
    page.sampleFormat = image.type == PixelType::F32 ? SAMPLEFORMAT_IEEEFP : SAMPLEFORMAT_UINT;
    page.photometric = image.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
    page.data = QByteArray(reinterpret_cast<const char*>(image.bytes.data()), qsizetype(image.bytes.size()));
    return page;
}

namespace {

void setTags(TIFF* tiff, const TiffPageSpec& page)
{
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, page.subfileType);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, page.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, page.samples);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, page.sampleFormat);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, page.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, page.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, page.separatePlanes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    if (page.predictor != 1)
        TIFFSetField(tiff, TIFFTAG_PREDICTOR, page.predictor);
    if (!page.extraSamples.empty())
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, std::uint16_t(page.extraSamples.size()), page.extraSamples.data());
    if (!page.palette.empty()) {
        const std::uint16_t* map = page.palette.data();
        const std::size_t size = page.palette.size() / 3;
        TIFFSetField(tiff, TIFFTAG_COLORMAP, map, map + size, map + 2 * size);
    }
    if (!page.description.empty())
        TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, page.description.c_str());
    if (page.pixelsPerUnit > 0) {
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, page.pixelsPerUnit);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, page.pixelsPerUnit);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_NONE);
    }
    if (page.tileSize > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, page.tileSize);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, page.tileSize);
    } else {
        constexpr std::uint32_t kRowsPerStrip = 7;
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.compression == COMPRESSION_JPEG ? 8 : kRowsPerStrip);
    }
}

void writeRows(TIFF* tiff, const TiffPageSpec& page)
{
    const int planes = page.separatePlanes ? page.samples : 1;
    const auto rowBytes = qsizetype(TIFFScanlineSize(tiff));
    const char* row = page.data.constData();
    QByteArray copy(rowBytes, 0); // libtiff may change what it is given
    for (int plane = 0; plane < planes; ++plane)
        for (std::uint32_t y = 0; y < page.height; ++y, row += rowBytes) {
            std::memcpy(copy.data(), row, std::size_t(rowBytes));
            if (TIFFWriteScanline(tiff, copy.data(), y, std::uint16_t(plane)) < 0)
                throw std::runtime_error("cannot write a row");
        }
}

void writeTiles(TIFF* tiff, const TiffPageSpec& page)
{
    const int planes = page.separatePlanes ? page.samples : 1;
    const std::size_t pixelBytes = std::size_t(page.separatePlanes ? 1 : page.samples) * page.bits / 8;
    const std::size_t tileRow = page.tileSize * pixelBytes;
    for (int plane = 0; plane < planes; ++plane)
        for (std::uint32_t y = 0; y < page.height; y += page.tileSize)
            for (std::uint32_t x = 0; x < page.width; x += page.tileSize) {
                std::vector<char> tile(page.tileSize * tileRow);
                const std::size_t columns = std::min(page.tileSize, page.width - x);
                for (std::uint32_t r = 0; r < std::min(page.tileSize, page.height - y); ++r) {
                    const std::size_t pixel = (std::size_t(plane) * page.height + y + r) * page.width + x;
                    std::memcpy(tile.data() + r * tileRow, page.data.constData() + pixel * pixelBytes,
                                columns * pixelBytes);
                }
                if (TIFFWriteTile(tiff, tile.data(), x, y, 0, std::uint16_t(plane)) < 0)
                    throw std::runtime_error("cannot write a tile");
            }
}

} // namespace

void writeTiff(const fs::path& path, const std::vector<TiffPageSpec>& pages, const char* mode)
{
    TIFF* tiff = TIFFOpen(path.c_str(), mode);
    if (!tiff)
        throw std::runtime_error("cannot write " + path.string());
    for (const TiffPageSpec& page : pages) {
        setTags(tiff, page);
        if (page.tileSize > 0)
            writeTiles(tiff, page);
        else
            writeRows(tiff, page);
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

void writePicture(const fs::path& path, const Image& image)
{
    fs::create_directories(path.parent_path());
    const int depth = image.type == PixelType::U8 ? CV_8U : CV_16U;
    cv::Mat mat(image.height, image.width, CV_MAKETYPE(depth, image.channels),
                const_cast<std::byte*>(image.bytes.data()), image.rowBytes());
    mat = mat.clone();
    if (image.channels == 3) { // OpenCV writes BGR
        std::vector<cv::Mat> planes;
        cv::split(mat, planes);
        std::swap(planes[0], planes[2]);
        cv::merge(planes, mat);
    }
    if (!cv::imwrite(path.string(), mat))
        throw std::runtime_error("cannot write " + path.string());
}

void writeText(const fs::path& path, const std::string& text)
{
    writeBytes(path, QByteArray::fromStdString(text));
}

void writeBytes(const fs::path& path, const QByteArray& bytes)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary).write(bytes.constData(), bytes.size());
}

QByteArray readBytes(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return QByteArray::fromStdString({std::istreambuf_iterator<char>(file), {}});
}

fs::path inFolder(const QTemporaryDir& folder, const std::string& name)
{
    fs::path path = fs::path(folder.path().toStdString()) / name;
    fs::create_directories(path.parent_path());
    return path;
}

std::shared_ptr<imaging::ImageStack> mustOpen(const fs::path& path)
{
    const auto stack = imaging::openStack(path);
    if (!stack)
        throw std::runtime_error(stack.error().message + " " + stack.error().detail);
    return *stack;
}

bool warnsOf(const imaging::StackInfo& info, const std::string& words)
{
    return std::any_of(info.warnings.begin(), info.warnings.end(),
                       [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
}

} // namespace blastoscope::tests

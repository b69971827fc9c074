// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

#include "core/base/file_io.h"
#include "core/imaging/file_names.h"
#include "core/imaging/label_image.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

/// A file in memory, so that what reaches the disk is whole.
struct MemoryFile {
    std::string bytes;
    std::size_t position = 0;

    static MemoryFile& of(thandle_t handle) { return *static_cast<MemoryFile*>(handle); }
    static tmsize_t read(thandle_t handle, void* out, tmsize_t size)
    {
        MemoryFile& file = of(handle);
        const std::size_t left = file.bytes.size() - std::min(file.position, file.bytes.size());
        const std::size_t count = std::min(std::size_t(size), left);
        std::memcpy(out, file.bytes.data() + file.position, count);
        file.position += count;
        return tmsize_t(count);
    }
    static tmsize_t write(thandle_t handle, void* data, tmsize_t size)
    {
        MemoryFile& file = of(handle);
        if (file.position + std::size_t(size) > file.bytes.size())
            file.bytes.resize(file.position + std::size_t(size));
        std::memcpy(file.bytes.data() + file.position, data, std::size_t(size));
        file.position += std::size_t(size);
        return size;
    }
    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        MemoryFile& file = of(handle);
        const std::size_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.position : file.bytes.size();
        file.position = from + std::size_t(offset);
        return file.position;
    }
    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return of(handle).bytes.size(); }
};

bool fitsInto16Bits(std::span<const LabelImage> pages)
{
    return std::all_of(pages.begin(), pages.end(), [](const LabelImage& page) {
        return std::all_of(page.labels.begin(), page.labels.end(),
                           [](std::uint32_t label) { return label <= std::numeric_limits<std::uint16_t>::max(); });
    });
}

bool setTags(TIFF* tiff, const LabelImage& page, int bits, const std::string& description)
{
    const bool described = description.empty() || TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, description.c_str());
    return described && TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.width) &&
           TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.height) && TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits) &&
           TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) &&
           TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT) &&
           TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK) &&
           TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) &&
           TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE) &&
           TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(tiff, 0));
}

template<typename T>
bool writeRows(TIFF* tiff, const LabelImage& page)
{
    std::vector<T> row(std::size_t(page.width));
    for (int y = 0; y < page.height; ++y) {
        const auto* labels = page.labels.data() + std::size_t(y) * std::size_t(page.width);
        std::transform(labels, labels + page.width, row.begin(), [](std::uint32_t label) { return T(label); });
        if (TIFFWriteScanline(tiff, row.data(), std::uint32_t(y), 0) < 0)
            return false;
    }
    return TIFFWriteDirectory(tiff) == 1;
}

} // namespace

base::Status writeLabelTiff(const std::filesystem::path& path, std::span<const LabelImage> pages,
                            const std::string& description)
{
    if (pages.empty())
        return fail(ErrorCode::InvalidArgument, "A label image without pages cannot be written.");
    const bool narrow = fitsInto16Bits(pages);
    MemoryFile file;
    TIFF* tiff = TIFFClientOpen(path.c_str(), "wm", &file, &MemoryFile::read, &MemoryFile::write, &MemoryFile::seek,
                                &MemoryFile::close, &MemoryFile::size, nullptr, nullptr);
    bool ok = tiff != nullptr;
    for (std::size_t i = 0; ok && i < pages.size(); ++i)
        ok = setTags(tiff, pages[i], narrow ? 16 : 32, i == 0 ? description : std::string()) &&
             (narrow ? writeRows<std::uint16_t>(tiff, pages[i]) : writeRows<std::uint32_t>(tiff, pages[i]));
    if (tiff)
        TIFFClose(tiff);
    if (!ok)
        return fail(ErrorCode::Internal, "The label image " + quotedName(path) + " could not be encoded.");
    return base::writeTextFile(path, file.bytes);
}

base::Status writeLabelPng(const std::filesystem::path& path, const LabelImage& image)
{
    if (!fitsInto16Bits({&image, 1}))
        return fail(ErrorCode::InvalidArgument, "A PNG holds object numbers up to 65535. Write a TIFF instead.");
    std::vector<uchar> encoded;
    try {
        cv::Mat mat(image.height, image.width, CV_16UC1);
        for (int y = 0; y < image.height; ++y) {
            const auto* labels = image.labels.data() + std::size_t(y) * std::size_t(image.width);
            std::transform(labels, labels + image.width, mat.ptr<std::uint16_t>(y),
                           [](std::uint32_t label) { return std::uint16_t(label); });
        }
        if (!cv::imencode(".png", mat, encoded))
            return fail(ErrorCode::Internal, "The label image " + quotedName(path) + " could not be encoded.");
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::Internal, "The label image " + quotedName(path) + " could not be encoded.", e.what());
    }
    return base::writeTextFile(path, {reinterpret_cast<const char*>(encoded.data()), encoded.size()});
}

base::Result<std::string> encodeMaskPng(int width, int height, std::span<const std::uint8_t> pixels)
{
    if (width <= 0 || height <= 0 || pixels.size() != std::size_t(width) * std::size_t(height))
        return fail(ErrorCode::InvalidArgument, "A silhouette without pixels cannot be written as a picture.");
    try {
        cv::Mat mat(height, width, CV_8UC1);
        for (int y = 0; y < height; ++y)
            std::transform(pixels.data() + std::ptrdiff_t(y) * width, pixels.data() + std::ptrdiff_t(y + 1) * width,
                           mat.ptr<uchar>(y), [](std::uint8_t set) { return uchar(set ? 255 : 0); });
        std::vector<uchar> encoded;
        if (cv::imencode(".png", mat, encoded))
            return std::string(reinterpret_cast<const char*>(encoded.data()), encoded.size());
        return fail(ErrorCode::Internal, "A silhouette could not be encoded as PNG.");
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::Internal, "A silhouette could not be encoded as PNG.", e.what());
    }
}

} // namespace blastoscope::imaging

// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/picture_file.h"

#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/file_io.h"

namespace blastoscope::imaging {

namespace {

base::Status writeEncoded(const base::Image& image, const std::filesystem::path& path, const char* extension,
                          const std::vector<int>& parameters)
{
    std::vector<uchar> encoded;
    try {
        const int depth = image.type == base::PixelType::U8 ? CV_8U : CV_16U;
        // cv::Mat has no constant view; the pixels are only read.
        const cv::Mat view(image.height, image.width, CV_MAKETYPE(depth, image.channels),
                           const_cast<std::byte*>(image.bytes.data()));
        cv::Mat bgr = view;
        if (image.channels == 3)
            cv::cvtColor(view, bgr, cv::COLOR_RGB2BGR);
        if (!cv::imencode(extension, bgr, encoded, parameters))
            return base::fail(base::ErrorCode::Internal, "The picture could not be encoded.");
    } catch (const cv::Exception& e) {
        return base::fail(base::ErrorCode::Internal, "The picture could not be encoded.", e.what());
    }
    return base::writeTextFile(path, {reinterpret_cast<const char*>(encoded.data()), encoded.size()});
}

bool hasOneOrThreeChannels(const base::Image& image)
{
    return !image.isNull() && (image.channels == 1 || image.channels == 3);
}

} // namespace

base::Status writePng(const base::Image& image, const std::filesystem::path& path)
{
    if (!hasOneOrThreeChannels(image) || image.type == base::PixelType::F32)
        return base::fail(base::ErrorCode::Unsupported,
                          "Only grey and RGB pictures of 8 or 16 bits can be written as PNG.");
    return writeEncoded(image, path, ".png", {});
}

base::Status writeJpeg(const base::Image& image, const std::filesystem::path& path)
{
    if (!hasOneOrThreeChannels(image) || image.type != base::PixelType::U8)
        return base::fail(base::ErrorCode::Unsupported, "Only grey and RGB pictures of 8 bits can be written as JPEG.");
    return writeEncoded(image, path, ".jpg", {cv::IMWRITE_JPEG_QUALITY, 92});
}

} // namespace blastoscope::imaging

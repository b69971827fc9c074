// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/picture_reader.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/imaging/file_names.h"
#include "core/imaging/file_reader.h"
#include "core/imaging/jpeg_decoder.h"
#include "core/imaging/mat_image.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::uint64_t kMaxFileBytes = std::uint64_t(1) << 30;
constexpr std::int64_t kMaxPixels = std::int64_t(1) << 28;
/// A JPEG of 1 KiB can hold a picture of a few million equal pixels, but no more.
constexpr std::int64_t kMaxPixelsPerByte = 4096;

base::Error named(base::Error error, const std::filesystem::path& path)
{
    error.message = quotedName(path) + ": " + error.message;
    return error;
}

base::Status checkSize(const PictureHeader& header, std::size_t fileBytes)
{
    const std::int64_t pixels = std::int64_t(header.width) * header.height;
    if (pixels > kMaxPixels)
        return fail(ErrorCode::Unsupported, "The picture has more than 268 million pixels. Crop or shrink it.");
    if (pixels > kMaxPixelsPerByte * std::int64_t(fileBytes))
        return fail(ErrorCode::Corrupt, "The picture says it has " + std::to_string(header.width) + " x " +
                                            std::to_string(header.height) + " pixels, but the file has only " +
                                            std::to_string(fileBytes) + " bytes.");
    return {};
}

base::Result<PictureHeader> verifiedHeader(const std::vector<std::uint8_t>& bytes)
{
    auto header = readPictureHeader(bytes);
    if (!header)
        return header;
    if (const auto status = checkSize(*header, bytes.size()); !status)
        return tl::unexpected(status.error());
    if (const auto status = checkPictureComplete(bytes); !status)
        return tl::unexpected(status.error());
    return header;
}

base::Result<base::Image> decode(const PictureHeader& header, std::vector<std::uint8_t>& bytes)
{
    try {
        // OpenCV shows a damaged JPEG as if nothing were wrong.
        if (header.format == "JPEG")
            return decodeJpeg(bytes);
        const cv::Mat input(1, int(bytes.size()), CV_8UC1, bytes.data());
        const cv::Mat mat = cv::imdecode(input, cv::IMREAD_UNCHANGED);
        if (mat.empty())
            return fail(ErrorCode::Corrupt, "The picture cannot be decoded; it is damaged or of a rare kind.");
        return imageFromMat(mat);
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::Corrupt, "The picture cannot be decoded; it is damaged or of a rare kind.", e.what());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to decode the picture.");
    }
}

} // namespace

base::Result<PictureHeader> probePicture(const std::filesystem::path& path)
{
    // Thumbnails and colour profiles in front of a JPEG frame header can be long; nearly always 64 KiB are enough.
    constexpr std::size_t kFirst = 64 << 10;
    constexpr std::size_t kMost = 16 << 20;
    auto reader = FileReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    for (std::size_t wanted = kFirst;; wanted = kMost) {
        std::vector<std::uint8_t> bytes(std::min<std::uint64_t>(wanted, reader->size()));
        bytes.resize(reader->readAt(0, bytes));
        auto header = readPictureHeader(bytes);
        if (header)
            return header;
        const bool mayNeedMore = header.error().code == ErrorCode::Truncated && reader->size() > wanted;
        if (!mayNeedMore || wanted == kMost)
            return tl::unexpected(named(header.error(), path));
    }
}

base::Result<PictureHeader> verifyPicture(const std::filesystem::path& path)
{
    const auto bytes = readWholeFile(path, kMaxFileBytes);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto header = verifiedHeader(*bytes);
    if (!header)
        return tl::unexpected(named(header.error(), path));
    return header;
}

base::Result<base::Image> decodePicture(std::vector<std::uint8_t> bytes)
{
    const auto header = verifiedHeader(bytes);
    if (!header)
        return tl::unexpected(header.error());
    return decode(*header, bytes);
}

base::Result<base::Image> readPicture(const std::filesystem::path& path)
{
    auto bytes = readWholeFile(path, kMaxFileBytes);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto image = decodePicture(std::move(*bytes));
    if (!image)
        return tl::unexpected(named(image.error(), path));
    return image;
}

} // namespace blastoscope::imaging

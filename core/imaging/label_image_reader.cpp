// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/imaging/file_names.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/label_image.h"
#include "core/imaging/picture_reader.h"
#include "core/imaging/tiff_directory.h"
#include "core/imaging/tiff_reader.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kMostPages = 65536;
constexpr std::int64_t kMostPixels = 1 << 28;
constexpr double kHighestLabel = 1 << 24; ///< up to here a float holds every whole number

base::Error named(base::Error error, const std::filesystem::path& path)
{
    error.message = quotedName(path) + ": " + error.message;
    return error;
}

template<typename T>
base::Status convert(const base::Image& image, LabelImage& out)
{
    std::size_t k = 0;
    for (int y = 0; y < image.height; ++y) {
        const T* row = image.row<T>(y);
        for (int x = 0; x < image.width; ++x) {
            if constexpr (std::is_floating_point_v<T>) {
                if (!(row[x] >= 0 && row[x] <= kHighestLabel) || std::floor(row[x]) != row[x])
                    return fail(ErrorCode::Unsupported, "This is no label image: a pixel is no whole number from 0 to "
                                                        "16777216.");
            }
            out.labels[k++] = std::uint32_t(row[x]);
        }
    }
    return {};
}

class TiffLabels final : public LabelFileReader {
public:
    TiffLabels(std::filesystem::path path, std::vector<TiffPage> pages, std::unique_ptr<TiffReader> reader)
        : m_path(std::move(path)), m_pages(std::move(pages)), m_reader(std::move(reader))
    {
    }
    std::size_t pageCount() const override { return m_pages.size(); }
    std::string description() const override { return m_reader->description(m_pages.front().offset); }
    base::Result<LabelImage> read(std::size_t page) override
    {
        const auto image = m_reader->read(m_pages.at(page).offset);
        if (!image)
            return tl::unexpected(named(image.error(), m_path));
        auto labels = labelsFromImage(*image);
        if (!labels)
            return tl::unexpected(named(labels.error(), m_path));
        return labels;
    }

private:
    std::filesystem::path m_path;
    std::vector<TiffPage> m_pages;
    std::unique_ptr<TiffReader> m_reader;
};

class PictureLabels final : public LabelFileReader {
public:
    explicit PictureLabels(std::filesystem::path path) : m_path(std::move(path)) {}
    std::size_t pageCount() const override { return 1; }
    std::string description() const override { return {}; }
    base::Result<LabelImage> read(std::size_t) override
    {
        const auto image = readPicture(m_path);
        if (!image)
            return tl::unexpected(image.error());
        auto labels = labelsFromImage(*image);
        if (!labels)
            return tl::unexpected(named(labels.error(), m_path));
        return labels;
    }

private:
    std::filesystem::path m_path;
};

base::Result<std::unique_ptr<LabelFileReader>> openTiff(const std::filesystem::path& path)
{
    auto directory = scanTiffDirectory(path);
    if (!directory)
        return tl::unexpected(directory.error());
    if (directory->pages.size() > kMostPages)
        return fail(ErrorCode::Unsupported, quotedName(path) + " has more than 65536 pages.");
    if (!directory->warning.empty())
        return fail(ErrorCode::Truncated, quotedName(path) + ": " + directory->warning);
    auto reader = TiffReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return std::make_unique<TiffLabels>(path, std::move(directory->pages), std::move(*reader));
}

} // namespace

base::Result<LabelImage> labelsFromImage(const base::Image& image)
{
    if (image.channels != 1)
        return fail(ErrorCode::Unsupported, "This is no label image: it has colours. Save the object numbers as grey "
                                            "values.");
    if (std::int64_t(image.width) * image.height > kMostPixels)
        return fail(ErrorCode::Unsupported, "The label image has more than 268 megapixels.");
    LabelImage out{image.width, image.height, {}};
    out.labels.resize(std::size_t(image.width) * std::size_t(image.height));
    base::Status status;
    switch (image.type) {
    case base::PixelType::U8: status = convert<std::uint8_t>(image, out); break;
    case base::PixelType::U16: status = convert<std::uint16_t>(image, out); break;
    case base::PixelType::F32: status = convert<float>(image, out); break;
    }
    if (!status)
        return tl::unexpected(status.error());
    return out;
}

base::Result<std::unique_ptr<LabelFileReader>> LabelFileReader::open(const std::filesystem::path& path)
{
    const auto signature = readSignature(path);
    if (!signature)
        return tl::unexpected(signature.error());
    if (signature->kind == FileKind::Tiff)
        return openTiff(path);
    const bool lossless = signature->name == "PNG" || signature->name == "PNM" || signature->name == "BMP";
    if (signature->kind == FileKind::Picture && lossless)
        return std::make_unique<PictureLabels>(path);
    if (signature->kind == FileKind::Unreadable)
        return tl::unexpected(refusalOf(path, *signature));
    return fail(ErrorCode::Unsupported, quotedName(path) + " is no label image: " + signature->name +
                                            " does not keep numbers exactly. Save it as TIFF or PNG.");
}

} // namespace blastoscope::imaging

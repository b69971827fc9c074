// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// One object number per pixel, row-major; 0 is background.
struct LabelImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> labels;
};

/// The pages of a TIFF, PNG or PNM file as label images, whatever the file's own description says about axes. Not
/// thread-safe.
class LabelFileReader {
public:
    /// Errors: as readPicture() and openTiffStack(); Unsupported for other kinds of files and above 65536 pages.
    static base::Result<std::unique_ptr<LabelFileReader>> open(const std::filesystem::path& path);
    virtual ~LabelFileReader() = default;

    virtual std::size_t pageCount() const = 0;
    /// ImageDescription of the first page of a TIFF; else empty.
    virtual std::string description() const = 0;
    /// Errors name the file: Truncated, Corrupt, Unsupported; Unsupported also for colours, fractions, negative
    /// numbers, numbers above 16777216 (which a 32-bit file may hold, but no real labelling reaches) and pages above
    /// 268 megapixels.
    virtual base::Result<LabelImage> read(std::size_t page) = 0;
};

/// The whole numbers of a grey image. Errors as LabelFileReader::read, without the name of a file.
base::Result<LabelImage> labelsFromImage(const base::Image& image);

/// Writes one page per image, Deflate-compressed, 16 bits where all numbers fit and else 32; `description` goes into
/// the first page. Same content, same bytes. Errors: InvalidArgument without images; PermissionDenied, Io.
base::Status writeLabelTiff(const std::filesystem::path& path, std::span<const LabelImage> pages,
                            const std::string& description);

/// 16-bit PNG. Errors: InvalidArgument when a number is above 65535; PermissionDenied, Io.
base::Status writeLabelPng(const std::filesystem::path& path, const LabelImage& image);

/// A silhouette as PNG with 0 and 255, in memory; `width` x `height` bytes, row-major, not 0 where set.
base::Result<std::string> encodeMaskPng(int width, int height, std::span<const std::uint8_t> pixels);

} // namespace blastoscope::imaging

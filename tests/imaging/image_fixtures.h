// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QTemporaryDir>

#include "core/base/image.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::tests {

/// An image whose samples are `value(x, y, channel)`.
base::Image makeImage(int width, int height, int channels, base::PixelType type,
                      const std::function<double(int x, int y, int c)>& value);

/// A grey 8-bit gradient that `seed` makes different from others.
base::Image gradient(int width, int height, int seed);

bool equalPixels(const base::Image& a, const base::Image& b);

/// What a TIFF page is written with; samples are given packed as they lie in an uncompressed strip, in native order.
struct TiffPageSpec {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 8;
    std::uint16_t samples = 1;
    std::uint16_t sampleFormat = 1;
    std::uint16_t photometric = 1;
    std::uint16_t compression = 1;
    std::uint16_t predictor = 1;
    std::uint32_t tileSize = 0; ///< 0 = strips of 7 rows
    bool separatePlanes = false;
    std::vector<std::uint16_t> extraSamples = {};
    std::vector<std::uint16_t> palette = {}; ///< red, green, blue after each other
    std::uint32_t subfileType = 0;
    std::string description = {};
    double pixelsPerUnit = 0;
    QByteArray data = {}; ///< rows without gaps; planes after each other when separate
};

/// Page of an image as it is.
TiffPageSpec pageOf(const base::Image& image);

/// Writes the pages with libtiff; `mode` as in TIFFOpen ("w", "w8" = BigTIFF, "wb" = big-endian).
void writeTiff(const std::filesystem::path& path, const std::vector<TiffPageSpec>& pages, const char* mode = "w");

/// Writes by extension with OpenCV (JPEG with quality 95, PNG, BMP, PGM, PPM).
void writePicture(const std::filesystem::path& path, const base::Image& image);

void writeText(const std::filesystem::path& path, const std::string& text);
void writeBytes(const std::filesystem::path& path, const QByteArray& bytes);
QByteArray readBytes(const std::filesystem::path& path);

/// Path of `name` in a temporary folder; folders in between are made.
std::filesystem::path inFolder(const QTemporaryDir& folder, const std::string& name);

/// Opens a stack that must open; fails the test with its message otherwise.
std::shared_ptr<imaging::ImageStack> mustOpen(const std::filesystem::path& path);

/// True when a warning of the stack contains `words`.
bool warnsOf(const imaging::StackInfo& info, const std::string& words);

} // namespace blastoscope::tests

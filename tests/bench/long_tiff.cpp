// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/long_tiff.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

#include <tiffio.h>

namespace {

void setTags(TIFF* file, int side)
{
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, std::uint32_t(side));
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, std::uint32_t(side));
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 16);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, std::uint32_t(side));
}

std::vector<std::uint16_t> makePage(int side, std::mt19937& random)
{
    const double center = side / 2.0, radius = side / 3.0;
    std::vector<std::uint16_t> pixels;
    pixels.reserve(std::size_t(side) * std::size_t(side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool inside = std::hypot(x - center, y - center) < radius;
            pixels.push_back(std::uint16_t((inside ? 30000u : 12000u) + random() % 4096));
        }
    return pixels;
}

} // namespace

void writeLongTiff(const std::filesystem::path& path, int frames, int side)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(path.c_str(), "w"), &TIFFClose);
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
    std::mt19937 random(1);
    std::vector<std::vector<std::uint16_t>> pages; // a few different ones will do
    for (int i = 0; i < 8; ++i)
        pages.push_back(makePage(side, random));
    for (int frame = 0; frame < frames; ++frame) {
        std::vector<std::uint16_t>& page = pages[std::size_t(frame) % pages.size()];
        setTags(file.get(), side);
        if (TIFFWriteEncodedStrip(file.get(), 0, page.data(), tmsize_t(page.size() * sizeof(page[0]))) < 0
            || !TIFFWriteDirectory(file.get()))
            throw std::runtime_error("cannot write " + path.string());
    }
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace blastoscope::masks {

/// A dense mask, row-major, one byte per pixel (0 or 1). For work inside one function; what is kept is an RleMask.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    Bitmap() = default;
    Bitmap(int w, int h) : width(w), height(h), pixels(std::size_t(w) * std::size_t(h), 0) {}

    std::uint8_t at(int x, int y) const { return pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    std::uint8_t& at(int x, int y) { return pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    bool contains(int x, int y) const { return x >= 0 && y >= 0 && x < width && y < height; }
};

} // namespace blastoscope::masks

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::tests {

/// A bitmap drawn with '#' for set pixels, one string per row.
inline masks::Bitmap bitmapOf(const std::vector<std::string>& rows)
{
    masks::Bitmap bitmap(rows.empty() ? 0 : int(rows[0].size()), int(rows.size()));
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x)
            bitmap.at(x, y) = rows[std::size_t(y)][std::size_t(x)] == '#';
    return bitmap;
}

inline masks::RleMask maskOf(const std::vector<std::string>& rows)
{
    return masks::RleMask(bitmapOf(rows));
}

inline masks::RleMask rectangle(int canvasWidth, int canvasHeight, int x, int y, int w, int h)
{
    masks::Bitmap whole(w, h);
    std::fill(whole.pixels.begin(), whole.pixels.end(), std::uint8_t(1));
    return masks::RleMask::fromCrop(whole, x, y, canvasWidth, canvasHeight);
}

/// Pixels whose centre lies in the disc.
inline masks::RleMask disc(int canvasWidth, int canvasHeight, double cx, double cy, double r)
{
    const int left = int(std::floor(cx - r)), top = int(std::floor(cy - r)), side = int(std::ceil(2 * r)) + 1;
    masks::Bitmap crop(side, side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double dx = left + x + .5 - cx, dy = top + y + .5 - cy;
            crop.at(x, y) = dx * dx + dy * dy <= r * r;
        }
    }
    return masks::RleMask::fromCrop(crop, left, top, canvasWidth, canvasHeight);
}

/// Independent pixels, set with probability `density`.
inline masks::Bitmap noise(int width, int height, double density, base::Random& random)
{
    masks::Bitmap bitmap(width, height);
    for (auto& pixel : bitmap.pixels)
        pixel = random.chance(density);
    return bitmap;
}

} // namespace blastoscope::tests

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
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
    masks::Bitmap bitmap(canvasWidth, canvasHeight);
    for (int row = y; row < y + h; ++row)
        for (int column = x; column < x + w; ++column)
            bitmap.at(column, row) = 1;
    return masks::RleMask(bitmap);
}

/// Pixels whose centre lies in the disc.
inline masks::RleMask disc(int canvasWidth, int canvasHeight, double cx, double cy, double r)
{
    masks::Bitmap bitmap(canvasWidth, canvasHeight);
    for (int y = 0; y < canvasHeight; ++y)
        for (int x = 0; x < canvasWidth; ++x)
            bitmap.at(x, y) = (x + .5 - cx) * (x + .5 - cx) + (y + .5 - cy) * (y + .5 - cy) <= r * r;
    return masks::RleMask(bitmap);
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

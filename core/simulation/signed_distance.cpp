// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "core/simulation/body_painter.h"

namespace blastoscope::simulation {
namespace {

/// Vertical distance to the nearest pixel of the wanted kind in the same column, clipped.
Plane columnDistance(const Plane& inside, bool wanted, float reach)
{
    Plane distance(inside.rect, reach);
    const int width = inside.width(), height = inside.height();
    const auto sweep = [&](int first, int last, int step) {
        std::vector<float> run(std::size_t(width), reach);
        for (int y = first; y != last; y += step) {
            const float* in = inside.row(y);
            float* out = distance.row(y);
            for (int x = 0; x < width; ++x) {
                run[std::size_t(x)] = (in[x] > .5f) == wanted ? 0.f : std::min(reach, run[std::size_t(x)] + 1);
                out[x] = std::min(out[x], run[std::size_t(x)]);
            }
        }
    };
    sweep(0, height, 1);
    sweep(height - 1, -1, -1);
    return distance;
}

/// Squared Euclidean distance to the nearest pixel of the wanted kind.
Plane squaredDistance(const Plane& inside, bool wanted, int reach)
{
    Plane distance = columnDistance(inside, wanted, float(reach));
    const int width = distance.width();
    std::vector<float> padded(std::size_t(width + 2 * reach), float(reach * reach));
    for (int y = 0; y < distance.height(); ++y) {
        float* row = distance.row(y);
        for (int x = 0; x < width; ++x)
            padded[std::size_t(x + reach)] = row[x] * row[x];
        std::fill(row, row + width, float(reach * reach));
        for (int k = -reach; k <= reach; ++k) {
            const float* shifted = padded.data() + reach + k;
            const float square = float(k * k);
            for (int x = 0; x < width; ++x)
                row[x] = std::min(row[x], shifted[x] + square);
        }
    }
    return distance;
}

} // namespace

Plane signedDistance(const Plane& thickness, int reach)
{
    const PixelRect& r = thickness.rect;
    const PixelRect grown{r.x - reach, r.y - reach, r.width + 2 * reach, r.height + 2 * reach};
    Plane inside(grown);
    for (int y = 0; y < r.height; ++y) {
        const float* t = thickness.row(y);
        float* out = inside.at(r.x, r.y + y);
        for (int x = 0; x < r.width; ++x)
            out[x] = t[x] > kSilhouetteThickness ? 1.f : 0.f;
    }
    const Plane toOutside = squaredDistance(inside, false, reach);
    Plane result = squaredDistance(inside, true, reach);
    for (std::size_t k = 0; k < result.values.size(); ++k) {
        // Pixel middles lie half a pixel from the edge.
        result.values[k] =
            inside.values[k] > .5f ? std::sqrt(toOutside.values[k]) - .5f : .5f - std::sqrt(result.values[k]);
    }
    gaussianBlur(result, .7f);
    return result;
}

} // namespace blastoscope::simulation

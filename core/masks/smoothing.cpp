// SPDX-License-Identifier: Apache-2.0
#include "core/masks/smoothing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace blastoscope::masks {
namespace {

constexpr int kLevels = 4096; ///< of the histogram in which the threshold is looked for

/// A picture of floats, row by row.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    Plane(int w, int h) : width(w), height(h), values(std::size_t(w) * std::size_t(h), 0.f) {}
    float* row(int y) { return values.data() + std::size_t(y) * std::size_t(width); }
    const float* row(int y) const { return values.data() + std::size_t(y) * std::size_t(width); }
};

std::vector<float> gaussian(double sigma, int radius)
{
    std::vector<float> weights;
    double sum = 0;
    for (int i = 0; i <= radius; ++i) {
        weights.push_back(float(std::exp(-.5 * i * i / (sigma * sigma))));
        sum += (i == 0 ? 1 : 2) * double(weights.back());
    }
    for (float& w : weights)
        w = float(w / sum);
    return weights;
}

void addRow(float* to, const float* from, float weight, int count)
{
    for (int x = 0; x < count; ++x)
        to[x] += weight * from[x];
}

/// Correct away from the borders of the plane, which the caller makes wide enough.
Plane blurred(const Plane& in, const std::vector<float>& weights)
{
    const int r = int(weights.size()) - 1;
    Plane across(in.width, in.height);
    for (int y = 0; y < in.height; ++y)
        for (int k = -r; k <= r; ++k)
            addRow(across.row(y) + r, in.row(y) + r + k, weights[std::size_t(std::abs(k))], in.width - 2 * r);
    Plane out(in.width, in.height);
    for (int y = r; y < in.height - r; ++y)
        for (int k = -r; k <= r; ++k)
            addRow(out.row(y), across.row(y + k), weights[std::size_t(std::abs(k))], in.width);
    return out;
}

int levelOf(float value)
{
    return std::clamp(int(value * (kLevels - 1)), 0, kLevels - 1);
}

/// The lowest level that is set when about `area` pixels of the window are: the highest values first.
int thresholdFor(const Plane& plane, std::int64_t area)
{
    std::vector<std::int64_t> histogram(kLevels, 0);
    for (float value : plane.values)
        ++histogram[std::size_t(levelOf(value))];
    std::int64_t sum = 0;
    int level = kLevels;
    while (level > 1) {
        const std::int64_t next = sum + histogram[std::size_t(level - 1)];
        if (next > area && next - area > area - sum && sum > 0)
            break;
        --level;
        sum = next;
        if (sum >= area)
            break;
    }
    return level;
}

} // namespace

RleMask smoothedMask(const RleMask& mask, double sigma)
{
    if (mask.isEmpty())
        return mask;
    const base::Box box = mask.boundingBox();
    const int r = std::max(1, int(std::ceil(3 * sigma)));
    // The mask may spread by r; the blur needs r more around that.
    const int left = int(box.x1) - 2 * r, top = int(box.y1) - 2 * r;
    Plane plane(int(box.width()) + 4 * r, int(box.height()) + 4 * r);
    const Bitmap pixels = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) { // outside the image its border pixels go on
            const int px = std::clamp(x + left, 0, mask.width() - 1) - int(box.x1);
            const int py = std::clamp(y + top, 0, mask.height() - 1) - int(box.y1);
            plane.row(y)[x] = pixels.contains(px, py) ? float(pixels.at(px, py)) : 0.f;
        }
    Plane blurry = blurred(plane, gaussian(sigma, r));
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            if (x + left < 0 || y + top < 0 || x + left >= mask.width() || y + top >= mask.height())
                blurry.row(y)[x] = 0;
    const int threshold = thresholdFor(blurry, mask.area());
    Bitmap out(plane.width, plane.height);
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        out.pixels[i] = levelOf(blurry.values[i]) >= threshold;
    return RleMask::fromCrop(out, left, top, mask.width(), mask.height());
}

} // namespace blastoscope::masks

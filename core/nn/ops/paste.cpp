// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/paste.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::nn {

namespace {

/// The map's cells that the pixel centres of one axis read; cells outside the map (index < 0 or >= M) are zero.
struct AxisSamples {
    int first = 0; ///< image pixel of element 0
    std::vector<int> low;
    std::vector<float> highWeight;
};

AxisSamples axisSamples(double lo, double hi, int imageSize, int mapSize)
{
    // Beyond half a cell outside the box everything is zero.
    const double margin = 0.5 * (hi - lo) / mapSize;
    const double begin = std::clamp(std::floor(lo - margin), 0.0, double(imageSize));
    const double end = std::clamp(std::ceil(hi + margin), 0.0, double(imageSize));
    AxisSamples samples;
    samples.first = int(begin);
    for (int pixel = int(begin); pixel < int(end); ++pixel) {
        const double u = (pixel + 0.5 - lo) / (hi - lo) * mapSize - 0.5;
        const double low = std::floor(u);
        samples.low.push_back(int(low));
        samples.highWeight.push_back(float(u - low));
    }
    return samples;
}

/// Cell (0, 0) of the map at (1, 1) of a map with a zero border, so that every read is in range.
std::vector<float> withBorder(const torch::Tensor& map)
{
    const auto cells = map.detach().to(torch::kFloat).contiguous();
    const auto m = std::size_t(cells.size(0));
    std::vector<float> padded((m + 2) * (m + 2), 0.f);
    for (std::size_t y = 0; y < m; ++y)
        std::copy_n(cells.data_ptr<float>() + y * m, m, padded.begin() + std::ptrdiff_t((y + 1) * (m + 2) + 1));
    return padded;
}

} // namespace

masks::RleMask PastedMap::toMask(int imageWidth, int imageHeight, float threshold) const
{
    masks::Bitmap crop(width, height);
    std::transform(values.begin(), values.end(), crop.pixels.begin(),
                   [threshold](float v) { return std::uint8_t(v >= threshold); });
    return masks::RleMask::fromCrop(crop, x, y, imageWidth, imageHeight);
}

PastedMap paste(const torch::Tensor& map, const base::Box& box, int imageWidth, int imageHeight)
{
    TORCH_CHECK(map.dim() == 2 && map.size(0) == map.size(1) && map.size(0) > 0 && map.device().is_cpu(),
                "map must be [M, M] on the CPU, got ", map.sizes());
    PastedMap result;
    if (!(box.width() > 0 && box.height() > 0) || !std::isfinite(box.area()))
        return result;
    const int m = int(map.size(0));
    const AxisSamples xs = axisSamples(box.x1, box.x2, imageWidth, m);
    const AxisSamples ys = axisSamples(box.y1, box.y2, imageHeight, m);
    result = {xs.first, ys.first, int(xs.low.size()), int(ys.low.size()), {}};
    result.values.resize(xs.low.size() * ys.low.size());
    const std::vector<float> padded = withBorder(map);
    // A pixel up to one cell outside the border of zeros (rounding up to whole pixels) reads zeros as well.
    const auto cell = [m](int low) { return std::clamp(low + 1, 0, m); };
    const auto weight = [m](int low, float high) { return low < -1 ? 0.f : low >= m ? 1.f : high; };
    std::vector<float> column(std::size_t(m) + 2);
    float* out = result.values.data();
    for (std::size_t y = 0; y < ys.low.size(); ++y) {
        const float* upper = padded.data() + std::size_t(cell(ys.low[y])) * (std::size_t(m) + 2);
        const float* lower = upper + m + 2;
        const float wy = weight(ys.low[y], ys.highWeight[y]);
        for (std::size_t k = 0; k < column.size(); ++k)
            column[k] = upper[k] * (1 - wy) + lower[k] * wy;
        for (std::size_t x = 0; x < xs.low.size(); ++x) {
            const int k = cell(xs.low[x]);
            const float wx = weight(xs.low[x], xs.highWeight[x]);
            *out++ = column[std::size_t(k)] * (1 - wx) + column[std::size_t(k) + 1] * wx;
        }
    }
    return result;
}

} // namespace blastoscope::nn

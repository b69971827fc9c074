// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/preprocess.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::nn {
namespace {

/// The weights with which source pixels first, first + 1, ... make one output pixel.
struct Taps {
    std::vector<int> source;
    std::vector<float> weight;
};

std::vector<Taps> filterTaps(double from, double to, int sourceSize, int outSize)
{
    const double scale = (to - from) / outSize;
    const double support = std::max(1.0, scale);
    std::vector<Taps> all(static_cast<std::size_t>(outSize));
    for (int i = 0; i < outSize; ++i) {
        const double center = from + (i + 0.5) * scale - 0.5;
        Taps& taps = all[std::size_t(i)];
        double sum = 0;
        for (int s = int(std::ceil(center - support)); s <= int(std::floor(center + support)); ++s) {
            const double weight = 1.0 - std::abs(s - center) / support;
            if (weight <= 0)
                continue;
            taps.source.push_back(std::clamp(s, 0, sourceSize - 1));
            taps.weight.push_back(float(weight));
            sum += weight;
        }
        for (float& weight : taps.weight)
            weight = float(weight / sum);
    }
    return all;
}

} // namespace

void standardise(std::span<float> pixels)
{
    if (pixels.empty())
        return;
    std::vector<float> sorted(pixels.begin(), pixels.end());
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double median = *middle;
    double mean = 0;
    for (const float value : pixels)
        mean += value;
    mean /= double(pixels.size());
    double variance = 0;
    for (const float value : pixels)
        variance += (value - mean) * (value - mean);
    const double deviation = std::sqrt(variance / double(pixels.size()));
    const double gain = deviation > 1e-6 * std::max(1.0, std::abs(mean)) ? 0.25 / deviation : 0.0;
    for (float& value : pixels)
        value = float((value - median) * gain + 0.5);
}

std::vector<float> resampleWindow(std::span<const float> pixels, int width, int height, const base::Box& window,
                                  int outWidth, int outHeight)
{
    const auto columns = filterTaps(window.x1, window.x2, width, outWidth);
    const auto rows = filterTaps(window.y1, window.y2, height, outHeight);
    int firstRow = height - 1;
    int lastRow = 0;
    for (const Taps& taps : rows) {
        firstRow = std::min(firstRow, *std::min_element(taps.source.begin(), taps.source.end()));
        lastRow = std::max(lastRow, *std::max_element(taps.source.begin(), taps.source.end()));
    }
    std::vector<float> narrowed(std::size_t(lastRow - firstRow + 1) * std::size_t(outWidth));
    for (int y = firstRow; y <= lastRow; ++y) {
        const float* in = pixels.data() + std::size_t(y) * std::size_t(width);
        float* out = narrowed.data() + std::size_t(y - firstRow) * std::size_t(outWidth);
        for (int x = 0; x < outWidth; ++x) {
            const Taps& taps = columns[std::size_t(x)];
            float sum = 0;
            for (std::size_t k = 0; k < taps.source.size(); ++k)
                sum += taps.weight[k] * in[taps.source[k]];
            out[x] = sum;
        }
    }
    std::vector<float> result(std::size_t(outWidth) * std::size_t(outHeight), 0.0F);
    for (int y = 0; y < outHeight; ++y) {
        const Taps& taps = rows[std::size_t(y)];
        float* out = result.data() + std::size_t(y) * std::size_t(outWidth);
        for (std::size_t k = 0; k < taps.source.size(); ++k) {
            const float weight = taps.weight[k];
            const float* in = narrowed.data() + std::size_t(taps.source[k] - firstRow) * std::size_t(outWidth);
            for (int x = 0; x < outWidth; ++x)
                out[x] += weight * in[x];
        }
    }
    return result;
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/plane.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace blastoscope::simulation {
namespace {

constexpr float kSmallestSigma = .2f;
constexpr float kLargestDirectSigma = 4;

std::vector<float> gaussianKernel(float sigma)
{
    const int radius = std::max(1, int(std::ceil(2.6f * sigma)));
    std::vector<float> kernel(std::size_t(2 * radius + 1));
    float sum = 0;
    for (int k = -radius; k <= radius; ++k)
        sum += kernel[std::size_t(k + radius)] = std::exp(-.5f * float(k * k) / (sigma * sigma));
    for (float& weight : kernel)
        weight /= sum;
    return kernel;
}

/// out[x] += weight * in[x]; the inner loop of every filter here.
inline void accumulate(float* out, const float* in, float weight, int count)
{
    for (int x = 0; x < count; ++x)
        out[x] += weight * in[x];
}

/// Convolves one row whose `padded` copy reaches `radius` beyond both ends.
void convolveRow(float* out, const float* padded, const std::vector<float>& kernel, int width)
{
    std::fill(out, out + width, 0.f);
    for (std::size_t k = 0; k < kernel.size(); ++k)
        accumulate(out, padded + k, kernel[k], width);
}

void convolveRows(Plane& plane, const std::vector<float>& kernel)
{
    const int width = plane.width(), radius = int(kernel.size() / 2);
    std::vector<float> padded(std::size_t(width + 2 * radius));
    for (int y = 0; y < plane.height(); ++y) {
        float* row = plane.row(y);
        std::fill_n(padded.begin(), radius, row[0]);
        std::copy_n(row, width, padded.begin() + radius);
        std::fill_n(padded.begin() + radius + width, radius, row[width - 1]);
        convolveRow(row, padded.data(), kernel, width);
    }
}

void convolveColumns(Plane& plane, const std::vector<float>& kernel)
{
    const Plane source = plane;
    const int radius = int(kernel.size() / 2), last = plane.height() - 1;
    for (int y = 0; y <= last; ++y) {
        float* out = plane.row(y);
        std::fill(out, out + plane.width(), 0.f);
        for (int k = -radius; k <= radius; ++k)
            accumulate(out, source.row(std::clamp(y + k, 0, last)), kernel[std::size_t(k + radius)], plane.width());
    }
}

/// Running means of 2 * radius + 1 values, once along rows and once along columns.
void boxBlur(Plane& plane, int radius)
{
    const int width = plane.width(), height = plane.height();
    const float scale = 1.f / float(2 * radius + 1);
    std::vector<float> line(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        float* row = plane.row(y);
        float sum = 0;
        for (int k = -radius; k <= radius; ++k)
            sum += row[std::clamp(k, 0, width - 1)];
        for (int x = 0; x < width; ++x) {
            line[std::size_t(x)] = scale * sum;
            sum += row[std::min(x + radius + 1, width - 1)] - row[std::max(x - radius, 0)];
        }
        std::copy(line.begin(), line.end(), row);
    }
    const Plane source = plane;
    std::vector<float> sums(std::size_t(width), 0.f);
    for (int k = -radius; k <= radius; ++k)
        accumulate(sums.data(), source.row(std::clamp(k, 0, height - 1)), 1, width);
    for (int y = 0; y < height; ++y) {
        float* out = plane.row(y);
        for (int x = 0; x < width; ++x)
            out[x] = scale * sums[std::size_t(x)];
        accumulate(sums.data(), source.row(std::min(y + radius + 1, height - 1)), 1, width);
        accumulate(sums.data(), source.row(std::max(y - radius, 0)), -1, width);
    }
}

void periodicBlur(std::vector<float>& values, int size, float sigma)
{
    const std::vector<float> kernel = gaussianKernel(sigma);
    const int radius = int(kernel.size() / 2);
    std::vector<float> padded(std::size_t(size + 2 * radius));
    for (int y = 0; y < size; ++y) {
        float* row = values.data() + std::size_t(y) * std::size_t(size);
        for (int x = -radius; x < size + radius; ++x)
            padded[std::size_t(x + radius)] = row[x & (size - 1)];
        convolveRow(row, padded.data(), kernel, size);
    }
    const std::vector<float> source = values;
    for (int y = 0; y < size; ++y) {
        float* out = values.data() + std::size_t(y) * std::size_t(size);
        std::fill(out, out + size, 0.f);
        for (int k = -radius; k <= radius; ++k)
            accumulate(out, source.data() + std::size_t((y + k) & (size - 1)) * std::size_t(size),
                       kernel[std::size_t(k + radius)], size);
    }
}

/// Bilinear, periodic: a size x size tile becomes one `factor` times as large.
void magnify(const std::vector<float>& small, int size, int factor, std::vector<float>& large)
{
    if (factor == 1) {
        large = small;
        return;
    }
    const int width = size * factor, mask = size - 1;
    for (int y = 0; y < width; ++y) {
        const float v = float(y % factor) / float(factor);
        const float* upper = small.data() + std::size_t(y / factor) * std::size_t(size);
        const float* lower = small.data() + std::size_t((y / factor + 1) & mask) * std::size_t(size);
        float* out = large.data() + std::size_t(y) * std::size_t(width);
        for (int cell = 0; cell < size; ++cell) {
            const int next = (cell + 1) & mask;
            const float left = upper[cell] + v * (lower[cell] - upper[cell]);
            const float right = upper[next] + v * (lower[next] - upper[next]);
            for (int k = 0; k < factor; ++k)
                *out++ = left + float(k) / float(factor) * (right - left);
        }
    }
}

/// Four 16-bit uniforms of one draw, added: variance 1/3 before scaling.
inline float normalFrom(std::uint64_t bits)
{
    const std::uint32_t sum = std::uint32_t(bits & 0xffff) + std::uint32_t((bits >> 16) & 0xffff) +
                              std::uint32_t((bits >> 32) & 0xffff) + std::uint32_t(bits >> 48);
    return (float(sum) - 131070.f) * (1.7320508f / 65535.f);
}

} // namespace

PixelRect intersected(const PixelRect& a, const PixelRect& b)
{
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

void gaussianBlur(Plane& plane, float sigma)
{
    if (sigma < kSmallestSigma || plane.rect.isEmpty())
        return;
    if (sigma <= kLargestDirectSigma) {
        const std::vector<float> kernel = gaussianKernel(sigma);
        convolveRows(plane, kernel);
        convolveColumns(plane, kernel);
        return;
    }
    // Three boxes of width w have variance 3 (w^2 - 1) / 12.
    const int radius = std::max(1, int(std::lround((std::sqrt(4 * sigma * sigma + 1) - 1) / 2)));
    for (int pass = 0; pass < 3; ++pass)
        boxBlur(plane, radius);
}

void fillNormal(Plane& plane, base::Random& random)
{
    for (float& v : plane.values)
        v = normalFrom(random.next());
}

NoiseTile::NoiseTile(base::Random& random, float sigma, bool bandPass)
    : m_values(std::size_t(kSize) * std::size_t(kSize))
{
    // Coarse noise needs few samples: it is filtered small and magnified.
    const int factor = bandPass ? 1 : std::clamp(int(std::bit_floor(unsigned(std::max(1.f, sigma / 1.3f)))), 1, 16);
    const int size = kSize / factor;
    const float fine = std::max(sigma / float(factor), .3f);
    std::vector<float> values(std::size_t(size) * std::size_t(size));
    for (float& v : values)
        v = normalFrom(random.next());
    periodicBlur(values, size, fine);
    if (bandPass) {
        std::vector<float> coarse = values;
        periodicBlur(coarse, size, 1.7f * fine);
        accumulate(values.data(), coarse.data(), -1, int(values.size()));
    }
    magnify(values, size, factor, m_values);
    normalise();
}

void NoiseTile::normalise()
{
    double sum = 0, squares = 0;
    for (float v : m_values) {
        sum += v;
        squares += double(v) * v;
    }
    const double n = double(m_values.size()), mean = sum / n;
    const float scale = float(1 / std::sqrt(std::max(squares / n - mean * mean, 1e-12)));
    for (float& v : m_values)
        v = (v - float(mean)) * scale;
}

} // namespace blastoscope::simulation

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/roi_align_kernels.h"

#include <algorithm>

namespace blastoscope::nn::detail {

namespace {

struct Interpolation {
    std::int64_t low, high;
    double lowWeight, highWeight;
};

/// Bilinear neighbours of `x` on one axis; both weights 0 when out of range (also for NaN).
Interpolation interpolate(double x, std::int64_t size)
{
    if (!(x >= -1.0 && x <= double(size)))
        return {0, 0, 0.0, 0.0};
    x = std::max(x, 0.0);
    const auto low = std::int64_t(x);
    if (low >= size - 1)
        return {size - 1, size - 1, 1.0, 0.0};
    return {low, low + 1, 1.0 - (x - double(low)), x - double(low)};
}

template<typename T, typename Sum>
[[gnu::always_inline]] inline void gatherLoop(const T* __restrict image, const Tap* __restrict taps, int count,
                                              T* __restrict out, int channels)
{
    Sum sums[kChannelBlock] = {};
    int t = 0;
    for (; t + 4 <= count; t += 4) {
        const T* __restrict p0 = image + taps[t].offset;
        const T* __restrict p1 = image + taps[t + 1].offset;
        const T* __restrict p2 = image + taps[t + 2].offset;
        const T* __restrict p3 = image + taps[t + 3].offset;
        const Sum w0 = Sum(taps[t].weight), w1 = Sum(taps[t + 1].weight);
        const Sum w2 = Sum(taps[t + 2].weight), w3 = Sum(taps[t + 3].weight);
        for (int c = 0; c < channels; ++c)
            sums[c] += w0 * widen(p0[c]) + w1 * widen(p1[c]) + w2 * widen(p2[c]) + w3 * widen(p3[c]);
    }
    for (; t < count; ++t) {
        const T* __restrict p = image + taps[t].offset;
        const Sum w = Sum(taps[t].weight);
        for (int c = 0; c < channels; ++c)
            sums[c] += w * widen(p[c]);
    }
    for (int c = 0; c < channels; ++c)
        narrow(sums[c], out[c]);
}

template<typename T, typename Sum>
[[gnu::always_inline]] inline void scatterLoop(const T* __restrict gradient, const Tap* __restrict taps, int count,
                                               Sum* __restrict sums, int channels)
{
    Sum wide[kChannelBlock];
    for (int c = 0; c < channels; ++c)
        wide[c] = widen(gradient[c]);
    for (int t = 0; t < count; ++t) {
        Sum* __restrict p = sums + taps[t].offset;
        const Sum w = Sum(taps[t].weight);
        for (int c = 0; c < channels; ++c)
            p[c] += w * wide[c];
    }
}

} // namespace

RoiPlan::RoiPlan(const double box[4], int outSize, int samplingRatio, std::int64_t height, std::int64_t width)
    : m_outSize(outSize), m_width(width)
{
    m_taps.reserve(std::size_t(outSize) * std::size_t(samplingRatio) * 4);
    m_starts.reserve(std::size_t(outSize) * 2 + 1);
    m_starts.push_back(0);
    addAxis(box[1], box[3], samplingRatio, height);
    addAxis(box[0], box[2], samplingRatio, width);
}

void RoiPlan::addAxis(double lo, double hi, int samplingRatio, std::int64_t size)
{
    const double binSize = (hi - lo) / m_outSize;
    const auto add = [this](std::int64_t index, double weight) {
        if (weight == 0.0)
            return;
        const auto first = m_taps.begin() + m_starts.back();
        const auto same = std::find_if(first, m_taps.end(), [index](const AxisTap& t) { return t.index == index; });
        if (same != m_taps.end())
            same->weight += weight;
        else
            m_taps.push_back({index, weight});
    };
    for (int bin = 0; bin < m_outSize; ++bin) {
        for (int s = 0; s < samplingRatio; ++s) {
            const Interpolation i = interpolate(lo + (bin + (s + 0.5) / samplingRatio) * binSize, size);
            add(i.low, i.lowWeight / samplingRatio);
            add(i.high, i.highWeight / samplingRatio);
        }
        m_starts.push_back(int(m_taps.size()));
    }
}

void RoiPlan::collect(int i, int j, std::int64_t pixelStride, std::vector<Tap>& taps) const
{
    taps.clear();
    const AxisBin ys = rows(i);
    const AxisBin xs = columns(j);
    for (int y = 0; y < ys.count; ++y) {
        const std::int64_t rowStart = ys.taps[y].index * m_width;
        for (int x = 0; x < xs.count; ++x)
            taps.push_back({(rowStart + xs.taps[x].index) * pixelStride, ys.taps[y].weight * xs.taps[x].weight});
    }
}

BLASTOSCOPE_VECTOR_CLONES
void gather(const float* image, const Tap* taps, int count, float* out, int channels)
{
    gatherLoop<float, float>(image, taps, count, out, channels);
}

BLASTOSCOPE_VECTOR_CLONES
void gather(const Bf16* image, const Tap* taps, int count, Bf16* out, int channels)
{
    gatherLoop<Bf16, float>(image, taps, count, out, channels);
}

BLASTOSCOPE_VECTOR_CLONES
void gather(const double* image, const Tap* taps, int count, double* out, int channels)
{
    gatherLoop<double, double>(image, taps, count, out, channels);
}

BLASTOSCOPE_VECTOR_CLONES
void scatter(const float* gradient, const Tap* taps, int count, float* sums, int channels)
{
    scatterLoop<float, float>(gradient, taps, count, sums, channels);
}

BLASTOSCOPE_VECTOR_CLONES
void scatter(const Bf16* gradient, const Tap* taps, int count, float* sums, int channels)
{
    scatterLoop<Bf16, float>(gradient, taps, count, sums, channels);
}

BLASTOSCOPE_VECTOR_CLONES
void scatter(const double* gradient, const Tap* taps, int count, double* sums, int channels)
{
    scatterLoop<double, double>(gradient, taps, count, sums, channels);
}

} // namespace blastoscope::nn::detail

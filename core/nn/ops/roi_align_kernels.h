// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/ops/vector_kernels.h"

namespace blastoscope::nn::detail {

/// One pixel that contributes to a bin.
struct Tap {
    std::int64_t offset; ///< elements from the start of the image
    double weight;
};

/// The pixels and weights of every bin of a RoI, separable: bin (i, j) reads rows(i) x columns(j). Samples that fall on
/// the same pixel are already added up, samples out of range left out.
class RoiPlan {
public:
    struct AxisTap {
        std::int64_t index;
        double weight;
    };
    struct AxisBin {
        const AxisTap* taps;
        int count;
    };

    /// (x1, y1, x2, y2) in feature pixels, half a pixel already subtracted; a height x width map.
    RoiPlan(const double box[4], int outSize, int samplingRatio, std::int64_t height, std::int64_t width);

    AxisBin rows(int bin) const { return {m_taps.data() + m_starts[std::size_t(bin)], count(bin)}; }
    AxisBin columns(int bin) const { return rows(bin + m_outSize); }

    /// All taps of bin (i, j) in `taps` (cleared first), for a channels-last image with `pixelStride` elements per
    /// pixel.
    void collect(int i, int j, std::int64_t pixelStride, std::vector<Tap>& taps) const;

private:
    int count(int bin) const { return m_starts[std::size_t(bin) + 1] - m_starts[std::size_t(bin)]; }
    void addAxis(double lo, double hi, int samplingRatio, std::int64_t size);

    int m_outSize;
    std::int64_t m_width;
    std::vector<AxisTap> m_taps;
    std::vector<int> m_starts; ///< of 2 * outSize bins, rows first, and the end
};

/// out[c] = sum over taps of weight * image[offset + c], c < channels <= kChannelBlock. Chosen at run time for the
/// vector width of the processor.
inline constexpr int kChannelBlock = 64;
void gather(const float* image, const Tap* taps, int count, float* out, int channels);
void gather(const Bf16* image, const Tap* taps, int count, Bf16* out, int channels);
void gather(const double* image, const Tap* taps, int count, double* out, int channels);

/// The transpose: sums[offset + c] += weight * gradient[c].
void scatter(const float* gradient, const Tap* taps, int count, float* sums, int channels);
void scatter(const Bf16* gradient, const Tap* taps, int count, float* sums, int channels);
void scatter(const double* gradient, const Tap* taps, int count, double* sums, int channels);

} // namespace blastoscope::nn::detail

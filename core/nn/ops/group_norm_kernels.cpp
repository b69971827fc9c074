// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/group_norm_kernels.h"

namespace blastoscope::nn::detail {

namespace {

template<typename T, typename Sum>
[[gnu::always_inline]] inline void addMomentsLoop(const T* __restrict x, int64_t rows, int64_t channels,
                                                  Sum* __restrict first, Sum* __restrict second)
{
    for (int64_t r = 0; r < rows; ++r, x += channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const Sum v = widen(x[c]);
            first[c] += v;
            second[c] += v * v;
        }
    }
}

template<typename T, typename Sum>
[[gnu::always_inline]] inline void addProductsLoop(const T* __restrict g, const T* __restrict x, int64_t rows,
                                                   int64_t channels, Sum* __restrict first, Sum* __restrict second)
{
    for (int64_t r = 0; r < rows; ++r, x += channels, g += channels) {
        for (int64_t c = 0; c < channels; ++c) {
            const Sum v = widen(g[c]);
            first[c] += v;
            second[c] += v * Sum(widen(x[c]));
        }
    }
}

template<typename T, typename Sum>
[[gnu::always_inline]] inline void scaleAndShiftLoop(const T* __restrict x, int64_t rows, int64_t channels,
                                                     const Sum* __restrict scale, const Sum* __restrict shift,
                                                     T* __restrict out)
{
    for (int64_t r = 0; r < rows; ++r, x += channels, out += channels) {
        for (int64_t c = 0; c < channels; ++c)
            narrow(widen(x[c]) * scale[c] + shift[c], out[c]);
    }
}

template<typename T, typename Sum>
[[gnu::always_inline]] inline void
combineLoop(const T* __restrict g, const T* __restrict x, int64_t rows, int64_t channels, const Sum* __restrict gScale,
            const Sum* __restrict xScale, const Sum* __restrict shift, T* __restrict out)
{
    for (int64_t r = 0; r < rows; ++r, x += channels, g += channels, out += channels) {
        for (int64_t c = 0; c < channels; ++c)
            narrow(widen(g[c]) * gScale[c] + widen(x[c]) * xScale[c] + shift[c], out[c]);
    }
}

} // namespace

#define BLASTOSCOPE_GROUP_NORM_KERNELS(T, Sum)                                                                         \
    BLASTOSCOPE_VECTOR_CLONES                                                                                          \
    void addMoments(const T* x, int64_t rows, int64_t channels, Sum* first, Sum* second)                               \
    {                                                                                                                  \
        addMomentsLoop<T, Sum>(x, rows, channels, first, second);                                                      \
    }                                                                                                                  \
    BLASTOSCOPE_VECTOR_CLONES                                                                                          \
    void addProducts(const T* g, const T* x, int64_t rows, int64_t channels, Sum* first, Sum* second)                  \
    {                                                                                                                  \
        addProductsLoop<T, Sum>(g, x, rows, channels, first, second);                                                  \
    }                                                                                                                  \
    BLASTOSCOPE_VECTOR_CLONES                                                                                          \
    void scaleAndShift(const T* x, int64_t rows, int64_t channels, const Sum* scale, const Sum* shift, T* out)         \
    {                                                                                                                  \
        scaleAndShiftLoop<T, Sum>(x, rows, channels, scale, shift, out);                                               \
    }                                                                                                                  \
    BLASTOSCOPE_VECTOR_CLONES                                                                                          \
    void combine(const T* g, const T* x, int64_t rows, int64_t channels, const Sum* gScale, const Sum* xScale,         \
                 const Sum* shift, T* out)                                                                             \
    {                                                                                                                  \
        combineLoop<T, Sum>(g, x, rows, channels, gScale, xScale, shift, out);                                         \
    }

BLASTOSCOPE_GROUP_NORM_KERNELS(float, float)
BLASTOSCOPE_GROUP_NORM_KERNELS(Bf16, float)
BLASTOSCOPE_GROUP_NORM_KERNELS(double, double)
#undef BLASTOSCOPE_GROUP_NORM_KERNELS

} // namespace blastoscope::nn::detail

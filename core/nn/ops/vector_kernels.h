// SPDX-License-Identifier: Apache-2.0
// What the hand-written CPU loops share. Free of torch: the loops work on plain pointers.
#pragma once

#include <bit>
#include <cstdint>

// One binary for every x86-64 processor: the loader picks the widest version that the processor has.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_THREAD__) &&                \
    !defined(__SANITIZE_ADDRESS__)
#define BLASTOSCOPE_VECTOR_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define BLASTOSCOPE_VECTOR_CLONES
#endif

namespace blastoscope::nn::detail {

/// Bits of a bfloat16 number, the layout of c10::BFloat16.
struct Bf16 {
    std::uint16_t bits;
};

/// What a sum over T is kept in.
template<typename T>
struct SumOf {
    using Type = float;
};
template<>
struct SumOf<double> {
    using Type = double;
};

inline float widen(float v)
{
    return v;
}

inline double widen(double v)
{
    return v;
}

inline float widen(Bf16 v)
{
    return std::bit_cast<float>(std::uint32_t(v.bits) << 16);
}

inline void narrow(float v, float& out)
{
    out = v;
}

inline void narrow(double v, double& out)
{
    out = v;
}

/// Round to nearest, ties to even; NaN keeps a payload bit so that it cannot become infinity.
inline void narrow(float v, Bf16& out)
{
    const auto bits = std::bit_cast<std::uint32_t>(v);
    const std::uint32_t rounded = (bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16;
    out.bits = std::uint16_t(v != v ? 0x7fc0u : rounded);
}

} // namespace blastoscope::nn::detail

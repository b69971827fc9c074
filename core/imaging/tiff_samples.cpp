// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_samples.h"

#include <bit>
#include <cmath>

namespace blastoscope::imaging {
namespace {

constexpr std::uint16_t kSigned = 2;
constexpr std::uint16_t kFloat = 3;

template<typename Source, typename Target, typename Convert>
void convertRow(const TiffSampleRow& row, std::byte* out, std::size_t outStep, Convert convert)
{
    const Source* in = reinterpret_cast<const Source*>(row.bytes) + row.first;
    Target* target = reinterpret_cast<Target*>(out);
    for (std::size_t i = 0; i < row.count; ++i, in += row.step, target += outStep)
        *target = convert(*in);
}

/// Value of sample `index` of `bits` (1 to 16) bits, packed without gaps, most significant bit first.
unsigned packedSample(const std::uint8_t* bytes, std::size_t index, unsigned bits)
{
    const std::size_t firstBit = index * bits;
    const std::size_t lastByte = (firstBit + bits - 1) / 8;
    std::uint32_t window = 0;
    for (std::size_t i = firstBit / 8; i <= lastByte; ++i)
        window = window << 8 | bytes[i];
    const unsigned after = unsigned((lastByte + 1) * 8 - (firstBit + bits));
    return (window >> after) & ((1u << bits) - 1);
}

float halfToFloat(std::uint16_t half)
{
    const bool negative = half & 0x8000;
    const int exponent = half >> 10 & 0x1F;
    const int fraction = half & 0x3FF;
    float value = 0;
    if (exponent == 0)
        value = std::ldexp(float(fraction), -24);
    else if (exponent < 31)
        value = std::ldexp(float(fraction + 1024), exponent - 25);
    else
        value = fraction ? std::nanf("") : HUGE_VALF;
    return negative ? -value : value;
}

void convertPalette(const TiffFormat& format, const TiffSampleRow& row, std::byte* out)
{
    auto* rgb = reinterpret_cast<std::uint8_t*>(out);
    for (std::size_t i = 0; i < row.count; ++i, rgb += 3) {
        const unsigned index = packedSample(row.bytes, row.first + i * row.step, format.bits);
        for (std::size_t c = 0; c < 3; ++c)
            rgb[c] = index < format.palette[c].size() ? format.palette[c][index] : 0;
    }
}

void convertPacked(const TiffFormat& format, const TiffConversion& plan, const TiffSampleRow& row, std::byte* out,
                   std::size_t outStep)
{
    const unsigned maximum = (1u << format.bits) - 1;
    auto* out8 = reinterpret_cast<std::uint8_t*>(out);
    auto* out16 = reinterpret_cast<std::uint16_t*>(out);
    for (std::size_t i = 0; i < row.count; ++i) {
        unsigned value = packedSample(row.bytes, row.first + i * row.step, format.bits);
        if (plan.invert)
            value = maximum - value;
        if (plan.type == base::PixelType::U8)
            out8[i * outStep] = std::uint8_t(value * 255 / maximum);
        else
            out16[i * outStep] = std::uint16_t(value);
    }
}

void convert24(const TiffSampleRow& row, std::byte* out, std::size_t outStep)
{
    auto* target = reinterpret_cast<float*>(out);
    for (std::size_t i = 0; i < row.count; ++i) {
        const std::uint8_t* b = row.bytes + 3 * (row.first + i * row.step);
        const bool little = std::endian::native == std::endian::little;
        target[i * outStep] = float(b[little ? 2 : 0] << 16 | b[1] << 8 | b[little ? 0 : 2]);
    }
}

template<typename Source>
void toFloats(const TiffSampleRow& row, std::byte* out, std::size_t outStep)
{
    convertRow<Source, float>(row, out, outStep, [](Source value) { return float(value); });
}

void convertFloats(const TiffFormat& format, const TiffSampleRow& row, std::byte* out, std::size_t outStep)
{
    if (format.bits == 16)
        convertRow<std::uint16_t, float>(row, out, outStep, halfToFloat);
    else if (format.bits == 32)
        toFloats<float>(row, out, outStep);
    else
        toFloats<double>(row, out, outStep);
}

void convertSigned(const TiffFormat& format, const TiffSampleRow& row, std::byte* out, std::size_t outStep)
{
    switch (format.bits) {
    case 8: toFloats<std::int8_t>(row, out, outStep); break;
    case 16: toFloats<std::int16_t>(row, out, outStep); break;
    case 32: toFloats<std::int32_t>(row, out, outStep); break;
    default: toFloats<std::int64_t>(row, out, outStep); break;
    }
}

void convertUnsigned(const TiffFormat& format, const TiffConversion& plan, const TiffSampleRow& row, std::byte* out,
                     std::size_t outStep)
{
    using U8 = std::uint8_t;
    using U16 = std::uint16_t;
    switch (format.bits) {
    case 8: {
        const U8 flip = plan.invert ? 0xFF : 0;
        convertRow<U8, U8>(row, out, outStep, [flip](U8 value) { return U8(value ^ flip); });
        break;
    }
    case 16: {
        const U16 flip = plan.invert ? 0xFFFF : 0;
        convertRow<U16, U16>(row, out, outStep, [flip](U16 value) { return U16(value ^ flip); });
        break;
    }
    case 24: convert24(row, out, outStep); break;
    case 32: toFloats<std::uint32_t>(row, out, outStep); break;
    case 64: toFloats<std::uint64_t>(row, out, outStep); break;
    default: convertPacked(format, plan, row, out, outStep); break;
    }
}

} // namespace

void convertTiffSamples(const TiffFormat& format, const TiffConversion& plan, const TiffSampleRow& row, std::byte* out,
                        std::size_t outStep)
{
    if (plan.usePalette)
        convertPalette(format, row, out);
    else if (format.sampleFormat == kFloat)
        convertFloats(format, row, out, outStep);
    else if (format.sampleFormat == kSigned)
        convertSigned(format, row, out, outStep);
    else
        convertUnsigned(format, plan, row, out, outStep);
}

} // namespace blastoscope::imaging

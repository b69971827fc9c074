// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/contrast.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace blastoscope::imaging {
namespace {

using base::Image;
using base::PixelType;

/// Maps (v - low) / (high - low) in [0, 1] to 0..255 through a table, so that no pixel costs a power.
class GammaTable {
public:
    explicit GammaTable(double gamma) : m_table(kSize + 1)
    {
        const double exponent = gamma > 0 ? 1 / gamma : 1;
        for (std::size_t i = 0; i <= kSize; ++i)
            m_table[i] = std::uint8_t(std::lround(255 * std::pow(double(i) / double(kSize), exponent)));
    }

    std::uint8_t operator()(double fraction) const
    {
        if (!(fraction > 0)) // also not-a-number
            return m_table.front();
        return m_table[std::size_t(std::min(fraction, 1.0) * double(kSize) + 0.5)];
    }

private:
    static constexpr std::size_t kSize = 255 * 64;
    std::vector<std::uint8_t> m_table;
};

double fractionOf(double value, const Contrast& contrast)
{
    if (contrast.high == contrast.low)
        return value > contrast.low ? 1 : 0;
    return (value - contrast.low) / (contrast.high - contrast.low);
}

template<typename T>
void mapByTable(const Image& image, const Contrast& contrast, std::size_t values, Image& out)
{
    const GammaTable gamma(contrast.gamma);
    std::vector<std::uint8_t> table(values);
    for (std::size_t v = 0; v < values; ++v)
        table[v] = gamma(fractionOf(double(v), contrast));
    const T* in = reinterpret_cast<const T*>(image.bytes.data());
    std::transform(in, in + out.bytes.size(), out.bytes.begin(), [&](T value) { return std::byte(table[value]); });
}

void mapFloats(const Image& image, const Contrast& contrast, Image& out)
{
    const GammaTable gamma(contrast.gamma);
    const float* in = reinterpret_cast<const float*>(image.bytes.data());
    std::transform(in, in + out.bytes.size(), out.bytes.begin(), [&](float value) {
        return std::byte(std::isnan(value) ? 0 : gamma(fractionOf(double(value), contrast)));
    });
}

std::size_t sampleCount(const Image& image)
{
    return image.bytes.size() / base::bytesPerSample(image.type);
}

/// Smallest values below which `low` and `high` percent of the samples of an integer image lie.
template<typename T>
std::pair<double, double> integerPercentiles(const Image& image, double low, double high)
{
    const T* in = reinterpret_cast<const T*>(image.bytes.data());
    const std::size_t count = sampleCount(image);
    std::vector<std::uint32_t> histogram(std::size_t(1) << (8 * sizeof(T)));
    for (std::size_t i = 0; i < count; ++i)
        ++histogram[in[i]];
    const auto valueAt = [&](double percent) {
        const auto rank = std::uint64_t(std::clamp(percent, 0.0, 100.0) / 100 * double(count - 1));
        std::uint64_t below = 0;
        for (std::size_t v = 0; v < histogram.size(); ++v)
            if ((below += histogram[v]) > rank)
                return double(v);
        return double(histogram.size() - 1);
    };
    return {valueAt(low), valueAt(high)};
}

std::vector<float> finiteSamples(const Image& image, std::size_t most)
{
    const float* in = reinterpret_cast<const float*>(image.bytes.data());
    const std::size_t count = sampleCount(image);
    const std::size_t step = std::max<std::size_t>(1, (count + most - 1) / most);
    std::vector<float> samples;
    samples.reserve(count / step + 1);
    for (std::size_t i = 0; i < count; i += step)
        if (std::isfinite(in[i]))
            samples.push_back(in[i]);
    return samples;
}

std::pair<double, double> floatPercentiles(const Image& image, double low, double high)
{
    constexpr std::size_t kMost = 1'000'000;
    std::vector<float> samples = finiteSamples(image, kMost);
    if (samples.empty())
        return {0, 0};
    const auto valueAt = [&](double percent) {
        const auto rank = std::ptrdiff_t(std::clamp(percent, 0.0, 100.0) / 100 * double(samples.size() - 1));
        std::nth_element(samples.begin(), samples.begin() + rank, samples.end());
        return double(samples[std::size_t(rank)]);
    };
    return {valueAt(low), valueAt(high)};
}

Contrast floatRange(const Image& image)
{
    const std::vector<float> samples = finiteSamples(image, sampleCount(image));
    if (samples.empty())
        return {0, 1};
    const auto [lowest, highest] = std::minmax_element(samples.begin(), samples.end());
    // A constant image shows middle grey.
    return *lowest < *highest ? Contrast{*lowest, *highest} : Contrast{*lowest - 1.0, *lowest + 1.0};
}

} // namespace

Contrast fullRange(const Image& image)
{
    switch (image.type) {
    case PixelType::U8: return {0, 255};
    case PixelType::U16: return {0, 65535};
    case PixelType::F32: break;
    }
    return image.isNull() ? Contrast{0, 1} : floatRange(image);
}

Contrast autoContrast(const Image& image, double lowPercent, double highPercent)
{
    if (image.isNull())
        return fullRange(image);
    std::pair<double, double> range;
    switch (image.type) {
    case PixelType::U8: range = integerPercentiles<std::uint8_t>(image, lowPercent, highPercent); break;
    case PixelType::U16: range = integerPercentiles<std::uint16_t>(image, lowPercent, highPercent); break;
    case PixelType::F32: range = floatPercentiles(image, lowPercent, highPercent); break;
    }
    return range.first < range.second ? Contrast{range.first, range.second} : fullRange(image);
}

Image displayImage(const Image& image, const Contrast& contrast)
{
    Image out(image.width, image.height, image.channels, PixelType::U8);
    switch (image.type) {
    case PixelType::U8: mapByTable<std::uint8_t>(image, contrast, 256, out); break;
    case PixelType::U16: mapByTable<std::uint16_t>(image, contrast, 65536, out); break;
    case PixelType::F32: mapFloats(image, contrast, out); break;
    }
    return out;
}

} // namespace blastoscope::imaging

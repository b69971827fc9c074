// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace blastoscope::base {

/// How a sample is stored: as an unsigned integer of 8 or 16 bits or as a 32-bit float, in native byte order.
enum class PixelType { U8, U16, F32 };

inline std::size_t bytesPerSample(PixelType type)
{
    return type == PixelType::U8 ? 1 : type == PixelType::U16 ? 2 : 4;
}

/// An owned raster, row-major, channels interleaved (RGB order when there are three), no row padding.
/// A value type without a library behind it, so that every layer can pass images on.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 1; ///< 1: grey, 3: RGB
    PixelType type = PixelType::U8;
    std::vector<std::byte> bytes;

    Image() = default;
    /// All samples 0.
    Image(int w, int h, int c, PixelType t)
        : width(w), height(h), channels(c), type(t),
          bytes(std::size_t(w) * std::size_t(h) * std::size_t(c) * bytesPerSample(t))
    {
    }

    bool isNull() const { return width <= 0 || height <= 0; }
    std::size_t rowBytes() const { return std::size_t(width) * std::size_t(channels) * bytesPerSample(type); }

    /// Row `y` as samples of T; T must match `type` (uint8_t, uint16_t or float).
    template<typename T>
    T* row(int y)
    {
        return reinterpret_cast<T*>(bytes.data() + std::size_t(y) * rowBytes());
    }
    template<typename T>
    const T* row(int y) const
    {
        return reinterpret_cast<const T*>(bytes.data() + std::size_t(y) * rowBytes());
    }
};

/// Luma of any image as floats in the image's own units (0..255 for U8, 0..65535 for U16, raw for F32);
/// three channels are weighted .299/.587/.114. Row-major, width * height values.
std::vector<float> toGrayFloats(const Image& image);

} // namespace blastoscope::base

// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace blastoscope::simulation {
namespace {

using Block = std::array<float, 64>;

constexpr std::array<int, 64> kLuminanceTable = {16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
                                                 14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
                                                 18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
                                                 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

/// Orthonormal DCT-II, row = frequency.
Block cosineMatrix()
{
    Block m;
    for (int u = 0; u < 8; ++u)
        for (int x = 0; x < 8; ++x)
            m[std::size_t(8 * u + x)] =
                float((u == 0 ? std::sqrt(.125) : .5) * std::cos((2 * x + 1) * u * std::numbers::pi / 16));
    return m;
}

Block transposed(const Block& m)
{
    Block t;
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < 8; ++j)
            t[8 * j + i] = m[8 * i + j];
    return t;
}

Block product(const Block& a, const Block& b)
{
    Block c{};
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t k = 0; k < 8; ++k)
            for (std::size_t j = 0; j < 8; ++j)
                c[8 * i + j] += a[8 * i + k] * b[8 * k + j];
    return c;
}

Block quantiser(int quality)
{
    const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    Block q;
    for (std::size_t k = 0; k < 64; ++k)
        q[k] = float(std::clamp((kLuminanceTable[k] * scale + 50) / 100, 1, 255));
    return q;
}

void addNoise(Plane& plane, const CameraLook& look, float strength, base::Random& random)
{
    Plane noise(plane.rect);
    fillNormal(noise, random);
    float gain = strength;
    if (look.noiseBlurPx > 0) {
        gaussianBlur(noise, look.noiseBlurPx);
        gain *= std::sqrt(1 + 12.6f * look.noiseBlurPx * look.noiseBlurPx) /
                (1 + look.noiseBlurPx); // coarse noise disturbs more
    }
    const float read = look.readNoise * look.readNoise, shot = look.shotNoise * look.shotNoise;
    for (std::size_t k = 0; k < plane.values.size(); ++k)
        plane.values[k] += gain * noise.values[k] * std::sqrt(read + shot * std::max(0.f, plane.values[k]));
}

/// Unsharp masking, as instruments and exports like to add it.
void sharpen(Plane& plane, float amount)
{
    Plane soft = plane;
    gaussianBlur(soft, 1.2f);
    for (std::size_t k = 0; k < plane.values.size(); ++k)
        plane.values[k] += amount * (plane.values[k] - soft.values[k]);
}

void applyGamma(Plane& plane, float gamma)
{
    constexpr int kSteps = 2048;
    std::array<float, kSteps + 2> table;
    for (int k = 0; k < kSteps + 2; ++k)
        table[std::size_t(k)] = std::pow(float(k) / kSteps, gamma);
    for (float& v : plane.values) {
        const float at = std::clamp(v, 0.f, 1.f) * kSteps;
        const std::size_t k = std::size_t(at);
        v = table[k] + (at - float(k)) * (table[k + 1] - table[k]);
    }
}

} // namespace

void compressBlocks(Plane& levels, int quality)
{
    static const Block kForward = cosineMatrix(), kBackward = transposed(kForward);
    const Block q = quantiser(quality);
    const int lastX = levels.width() - 1, lastY = levels.height() - 1;
    for (int by = 0; by <= lastY; by += 8) {
        for (int bx = 0; bx <= lastX; bx += 8) {
            Block block;
            for (int y = 0; y < 8; ++y)
                for (int x = 0; x < 8; ++x)
                    block[std::size_t(8 * y + x)] = levels.row(std::min(by + y, lastY))[std::min(bx + x, lastX)] - 128;
            Block spectrum = product(product(kForward, block), kBackward);
            for (std::size_t k = 0; k < 64; ++k)
                spectrum[k] = q[k] * float(int(spectrum[k] / q[k] + (spectrum[k] < 0 ? -.5f : .5f)));
            block = product(product(kBackward, spectrum), kForward);
            for (int y = 0; y < 8 && by + y <= lastY; ++y)
                for (int x = 0; x < 8 && bx + x <= lastX; ++x)
                    levels.row(by + y)[bx + x] = block[std::size_t(8 * y + x)] + 128;
        }
    }
}

base::Image photograph(Plane brightness, const CameraLook& look, double degradation, base::Random& random)
{
    const float strength = float(degradation);
    gaussianBlur(brightness, look.blurPx * strength);
    applyGamma(brightness, look.gamma);
    if (strength > 0)
        addNoise(brightness, look, strength, random);
    if (look.sharpen > 0)
        sharpen(brightness, look.sharpen * strength);
    for (float& v : brightness.values)
        v = 255 * std::clamp(v, 0.f, 1.f);
    if (look.jpegQuality > 0 && strength > 0)
        compressBlocks(brightness, look.jpegQuality);
    base::Image image(brightness.width(), brightness.height(), 1, base::PixelType::U8);
    auto* out = image.row<std::uint8_t>(0);
    for (std::size_t k = 0; k < brightness.values.size(); ++k)
        out[k] = std::uint8_t(std::clamp(brightness.values[k] + .5f, 0.f, 255.f));
    return image;
}

} // namespace blastoscope::simulation

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/random.h"

namespace blastoscope::simulation {

/// A rectangle of pixels: [x, x + width) x [y, y + height).
struct PixelRect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }
    int right() const { return x + width; }
    int bottom() const { return y + height; }
};

PixelRect intersected(const PixelRect& a, const PixelRect& b);

/// A raster of floats that covers `rect` of the picture.
struct Plane {
    PixelRect rect;
    std::vector<float> values;

    Plane() = default;
    explicit Plane(const PixelRect& r, float fill = 0)
        : rect(r), values(r.isEmpty() ? 0 : std::size_t(r.width) * std::size_t(r.height), fill)
    {
    }

    int width() const { return rect.width; }
    int height() const { return rect.height; }
    /// Row by its index inside the plane.
    float* row(int y) { return values.data() + std::size_t(y) * std::size_t(rect.width); }
    const float* row(int y) const { return values.data() + std::size_t(y) * std::size_t(rect.width); }
    /// The first pixel of `x` in picture coordinates.
    float* at(int x, int y) { return row(y - rect.y) + (x - rect.x); }
    const float* at(int x, int y) const { return row(y - rect.y) + (x - rect.x); }
};

/// Separable Gaussian, borders repeated; sigma in pixels, below .2 nothing happens. Above 4 it is three box filters.
void gaussianBlur(Plane& plane, float sigma);

/// Standard normal values, one per pixel (sum of four uniforms: tails end at 3.46).
void fillNormal(Plane& plane, base::Random& random);

/// A square periodic texture of unit variance; reads wrap around, so shifted reads give unrelated patches.
class NoiseTile {
public:
    static constexpr int kSize = 256;
    /// Gaussian-filtered noise of that sigma in pixels; `bandPass` subtracts the part coarser than twice that.
    NoiseTile(base::Random& random, float sigma, bool bandPass);

    float operator()(int x, int y) const { return m_values[std::size_t((y & kMask) * kSize + (x & kMask))]; }
    /// value -> f(value), then back to zero mean and unit variance.
    template<typename F>
    void transform(F f)
    {
        for (float& v : m_values)
            v = f(v);
        normalise();
    }

private:
    static constexpr int kMask = kSize - 1;
    void normalise();
    std::vector<float> m_values;
};

} // namespace blastoscope::simulation

// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/view.h"

#include <array>
#include <cmath>
#include <numbers>

namespace blastoscope::simulation {
namespace {

constexpr int kModes = 7;
constexpr float kGridUm = 4;

/// A random displacement field as a sum of plane waves 45 to 130 µm long.
class WarpField {
public:
    WarpField(std::uint64_t seed, float rmsUm)
    {
        base::Random random(seed);
        const float amplitude = rmsUm * std::sqrt(2.f / kModes);
        for (Mode& mode : m_modes) {
            const double wave = 2 * std::numbers::pi / random.uniform(45, 130);
            const double angle = random.uniform(0, 2 * std::numbers::pi);
            mode = {float(wave * std::cos(angle)), float(wave * std::sin(angle)),
                    float(random.uniform(0, 2 * std::numbers::pi)), 0, 0};
            const double heading = random.uniform(0, 2 * std::numbers::pi);
            mode.alongX = amplitude * 1.4f * float(std::cos(heading));
            mode.alongY = amplitude * 1.4f * float(std::sin(heading));
        }
    }

    std::array<float, 2> at(float x, float y) const
    {
        std::array<float, 2> sum{};
        for (const Mode& mode : m_modes) {
            const float s = std::sin(mode.waveX * x + mode.waveY * y + mode.phase);
            sum[0] += mode.alongX * s;
            sum[1] += mode.alongY * s;
        }
        return sum;
    }

private:
    struct Mode {
        float waveX, waveY, phase, alongX, alongY;
    };
    std::array<Mode, kModes> m_modes;
};

/// Inverse of the stretch by (1 + e/2, 1 - e/2) along the ellipse's axes.
struct Squeeze {
    float xx, xy, yy;
    explicit Squeeze(const Zona& zona)
    {
        const float c = std::cos(zona.ellipseAngle), s = std::sin(zona.ellipseAngle);
        const float a = 1 / (1 + .5f * zona.ellipticity), b = 1 / (1 - .5f * zona.ellipticity);
        xx = a * c * c + b * s * s;
        yy = a * s * s + b * c * c;
        xy = (a - b) * c * s;
    }
};

} // namespace

RayMap::RayMap(const EmbryoState& state, const View& view, const PixelRect& rect) : m_x(rect), m_y(rect)
{
    const WarpField warp(state.textureSeed, state.outlineWarpUm);
    const Squeeze squeeze(state.zona);
    const int cell = std::max(1, int(kGridUm / view.umPerPixel));
    const int columns = rect.width / cell + 2;
    // Displacements on a coarse grid, linear in between.
    std::vector<float> upperX(std::size_t(columns) * 2), lowerX(std::size_t(columns) * 2);
    const auto fill = [&](std::vector<float>& nodes, int gridRow) {
        for (int k = 0; k < columns; ++k) {
            const float px = (float(rect.x + k * cell) - view.centerX) * view.umPerPixel;
            const float py = (float(rect.y + gridRow * cell) - view.centerY) * view.umPerPixel;
            const auto shift = warp.at(px, py);
            nodes[std::size_t(2 * k)] = shift[0];
            nodes[std::size_t(2 * k + 1)] = shift[1];
        }
    };
    fill(lowerX, 0);
    for (int y = 0; y < rect.height; ++y) {
        if (y % cell == 0) {
            upperX = lowerX;
            fill(lowerX, y / cell + 1);
        }
        const float v = float(y % cell) / float(cell);
        const float dy = (float(rect.y + y) + .5f - view.centerY) * view.umPerPixel;
        float *outX = m_x.row(y), *outY = m_y.row(y);
        for (int x = 0; x < rect.width; ++x) {
            const std::size_t node = std::size_t(2 * (x / cell));
            const float u = float(x % cell) / float(cell);
            const auto mix = [&](std::size_t at) {
                return (1 - v) * ((1 - u) * upperX[at] + u * upperX[at + 2]) +
                       v * ((1 - u) * lowerX[at] + u * lowerX[at + 2]);
            };
            const float dx = (float(rect.x + x) + .5f - view.centerX) * view.umPerPixel;
            outX[x] = squeeze.xx * dx + squeeze.xy * dy + mix(node);
            outY[x] = squeeze.xy * dx + squeeze.yy * dy + mix(node + 1);
        }
    }
}

float RayMap::margin(const EmbryoState& state)
{
    return 3.f * state.outlineWarpUm + .6f * state.zona.ellipticity * state.zona.outerRadius + 1.f;
}

} // namespace blastoscope::simulation

// SPDX-License-Identifier: Apache-2.0
#include "core/masks/random_shape.h"

#include <array>
#include <cmath>
#include <numbers>

namespace blastoscope::masks {
namespace {

constexpr int kFirstWave = 2, kLastWave = 7;

} // namespace

Bitmap randomShape(int size, const RandomShapeOptions& options, base::Random& random)
{
    const double aspect = random.uniform(1, options.maxAspect), angle = random.uniform(0, std::numbers::pi);
    const double a = options.radius * std::sqrt(aspect), b = options.radius / std::sqrt(aspect);
    const double c = std::cos(angle), s = std::sin(angle);
    const double amplitude = random.uniform(0, options.irregularity);
    std::array<double, kLastWave + 1> strength{}, phase{};
    for (int k = kFirstWave; k <= kLastWave; ++k) {
        strength[std::size_t(k)] = random.normal() * amplitude * kFirstWave / k;
        phase[std::size_t(k)] = random.uniform(0, 2 * std::numbers::pi);
    }
    Bitmap shape(size, size);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double dx = x + .5 - size / 2., dy = y + .5 - size / 2.;
            const double u = (c * dx + s * dy) / a, v = (c * dy - s * dx) / b;
            const double direction = std::atan2(v, u);
            double reach = 1;
            for (int k = kFirstWave; k <= kLastWave; ++k)
                reach += strength[std::size_t(k)] * std::cos(k * direction + phase[std::size_t(k)]);
            shape.at(x, y) = std::hypot(u, v) <= std::max(reach, .3);
        }
    return shape;
}

} // namespace blastoscope::masks

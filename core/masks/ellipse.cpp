// SPDX-License-Identifier: Apache-2.0
#include "core/masks/ellipse.h"

#include <algorithm>
#include <cmath>

#include "core/masks/column_spans.h"

namespace blastoscope::masks {

// With the quadratic form p dx^2 + 2 q dx dy + r dy^2 <= 1 around the centre, the rows of a column are those between
// the two solutions for dy. Multiplied by a^2 b^2, so that a flat ellipse does not divide by zero.
RleMask ellipseMask(int width, int height, const Ellipse& ellipse)
{
    const double aa = ellipse.a * ellipse.a, bb = ellipse.b * ellipse.b;
    const double c = std::cos(ellipse.angle), s = std::sin(ellipse.angle);
    const double r = aa * c * c + bb * s * s; // also the square of half the width
    if (!(aa > 0) || !(bb > 0) || width <= 0 || height <= 0)
        return RleMask(std::max(width, 0), std::max(height, 0));
    const double p = bb * c * c + aa * s * s;
    const double q = (bb - aa) * c * s;
    const double reach = std::sqrt(r);
    const auto toPixel = [](double value, int limit) { return int(std::clamp(value, 0.0, double(limit))); };
    ColumnSpans columns(toPixel(std::floor(ellipse.center.x - reach), width),
                        toPixel(std::ceil(ellipse.center.x + reach), width));
    for (int x = columns.left(); x < columns.right(); ++x) {
        const double dx = x + .5 - ellipse.center.x;
        const double rest = q * q * dx * dx - r * (p * dx * dx - aa * bb);
        if (rest < 0)
            continue;
        const double middle = ellipse.center.y - q * dx / r, half = std::sqrt(rest) / r;
        columns.at(x).push_back(
            {toPixel(std::ceil(middle - half - .5), height), toPixel(std::floor(middle + half + .5), height)});
    }
    return columns.toMask(width, height);
}

} // namespace blastoscope::masks

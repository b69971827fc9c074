// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/oklch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace blastoscope::ui {
namespace {

using Triple = std::array<double, 3>;

Triple linearOf(double lightness, double chroma, double hue)
{
    const double angle = hue * std::numbers::pi / 180;
    const double a = chroma * std::cos(angle);
    const double b = chroma * std::sin(angle);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

float toSrgb(double linear)
{
    linear = std::clamp(linear, 0.0, 1.0);
    return float(linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055);
}

} // namespace

QColor fromOklch(double lightness, double chroma, double hue)
{
    const Triple linear = linearOf(lightness, chroma, hue);
    return QColor::fromRgbF(toSrgb(linear[0]), toSrgb(linear[1]), toSrgb(linear[2]));
}

double shownChroma(double lightness, double most, double hue)
{
    const auto isShown = [&](double chroma) {
        const Triple linear = linearOf(lightness, chroma, hue);
        return std::all_of(linear.begin(), linear.end(), [](double value) { return value >= 0 && value <= 1; });
    };
    if (isShown(most))
        return most;
    double low = 0, high = most;
    while (high - low > 1e-4)
        (isShown((low + high) / 2) ? low : high) = (low + high) / 2;
    return low;
}

Oklab oklabOf(const QColor& color)
{
    const auto linear = [](double srgb) {
        return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
    };
    const double red = linear(color.redF());
    const double green = linear(color.greenF());
    const double blue = linear(color.blueF());
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const Oklab& x, const Oklab& y)
{
    return std::hypot(x.lightness - y.lightness, x.a - y.a, x.b - y.b);
}

} // namespace blastoscope::ui

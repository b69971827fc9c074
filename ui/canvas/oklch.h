// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace blastoscope::ui {

/// A colour by lightness [0, 1], chroma (about 0.12 for a colour that one would call coloured) and hue in degrees; what
/// sRGB cannot show is clipped. Ottosson 2020, "A perceptual color space for image processing".
QColor fromOklch(double lightness, double chroma, double hue);

/// The largest chroma up to `most` that sRGB can show at this lightness and hue.
double shownChroma(double lightness, double most, double hue);

/// A colour in OKLab.
struct Oklab {
    double lightness = 0;
    double a = 0; ///< from green to red
    double b = 0; ///< from blue to yellow
};
Oklab oklabOf(const QColor& color);

/// From about 0.02 on, fields side by side look different.
double distance(const Oklab& x, const Oklab& y);

} // namespace blastoscope::ui

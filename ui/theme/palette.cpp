// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::ui {

namespace {

struct Tones {
    QRgb window, base, alternateBase, button, text, mutedText, disabledText, accent, onAccent, toolTip, link;
    QRgb light, midlight, mid, dark, shadow;
};

constexpr Tones kLight{.window = 0xfff1f2f4,
                       .base = 0xffffffff,
                       .alternateBase = 0xfff7f8f9,
                       .button = 0xfffafbfc,
                       .text = 0xff1d2126,
                       .mutedText = 0xff5a626c,
                       .disabledText = 0xff9aa1aa,
                       .accent = 0xff2b68ad,
                       .onAccent = 0xffffffff,
                       .toolTip = 0xffffffff,
                       .link = 0xff2460a4,
                       .light = 0xffffffff,
                       .midlight = 0xffe6e8eb,
                       .mid = 0xffc9cdd2,
                       .dark = 0xffa6acb3,
                       .shadow = 0xff70767d};

constexpr Tones kDark{.window = 0xff1e2125,
                      .base = 0xff17191c,
                      .alternateBase = 0xff1c1f23,
                      .button = 0xff2a2e33,
                      .text = 0xffdde1e6,
                      .mutedText = 0xff9aa3ad,
                      .disabledText = 0xff636a72,
                      .accent = 0xff2f6cae,
                      .onAccent = 0xffffffff,
                      .toolTip = 0xff2a2e33,
                      .link = 0xff77b0ea,
                      .light = 0xff3a3f46,
                      .midlight = 0xff32373d,
                      .mid = 0xff26292e,
                      .dark = 0xff131518,
                      .shadow = 0xff08090a};

QPalette paletteOf(const Tones& tones)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternateBase);
    set(QPalette::Text, tones.text);
    set(QPalette::PlaceholderText, tones.mutedText);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.onAccent);
    set(QPalette::ToolTipBase, tones.toolTip);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::Highlight, tones.accent);
    set(QPalette::HighlightedText, tones.onAccent);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabledText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.disabledText));
    return palette;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(kLight);
}

QPalette darkPalette()
{
    return paletteOf(kDark);
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

QColor mutedText(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

QColor accentText(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Link);
}

QColor separatorColor(const QPalette& palette)
{
    return palette.color(QPalette::Active, isDark(palette) ? QPalette::Midlight : QPalette::Mid);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace blastoscope::ui {

/// The two looks. Text stands on its ground with at least 4.5 : 1 in every role and state that carries words, and one
/// accent colour marks selection and progress.
QPalette lightPalette();
QPalette darkPalette();

/// True when text is lighter than its ground.
bool isDark(const QPalette& palette);

/// Secondary text: quieter than WindowText, still at least 4.5 : 1 on Window and Base.
QColor mutedText(const QPalette& palette);

/// The accent as a line or text colour on Window and Base, at least 4.5 : 1.
QColor accentText(const QPalette& palette);

/// Hairlines between areas.
QColor separatorColor(const QPalette& palette);

/// Contrast ratio of WCAG 2.1, in [1, 21].
double contrastRatio(const QColor& a, const QColor& b);

} // namespace blastoscope::ui

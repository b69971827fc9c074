// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

namespace blastoscope::ui {

/// One step of the 8-px grid in font units: 8 px at the desktop's usual font height of 16 px, larger with a larger
/// font. Every margin, gap and icon is a multiple, so that 125-200 % looks like 100 %. `widget` may be null.
int gridUnit(const QWidget* widget = nullptr);

/// The same font with figures of equal width, for tables and readouts.
QFont tabularFigures(const QFont& font);

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;
class QWidget;

namespace blastoscope::ui {

/// The colours and fonts of `widget` on an axis and its grid.
void applyPlotTheme(QCPAxis& axis, const QWidget& widget);

} // namespace blastoscope::ui

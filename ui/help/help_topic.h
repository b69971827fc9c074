// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace blastoscope::ui {

/// The page of the help that fits to a widget: what the property "helpPage" of the widget or the nearest one around it
/// says, else the page of the dock that it lies in, else "index". `widget` may be null.
QString helpPageFor(const QWidget* widget);

} // namespace blastoscope::ui

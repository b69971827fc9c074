// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace blastoscope::ui {

/// A label that breaks its lines at words and takes nothing in its text for markup.
QLabel* wrappedLabel(const QString& text, QWidget* parent);

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QWidget;

namespace blastoscope::ui {

/// A box that a long entry does not widen.
QComboBox* narrowComboBox(const char* name, QWidget* parent);

} // namespace blastoscope::ui

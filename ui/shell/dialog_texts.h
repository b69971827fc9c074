// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QLabel;
class QString;

namespace blastoscope::ui {

/// The two texts of a dialog that changes many frames: what is done, and what that will change as things stand, with
/// room for six lines, so that the dialog keeps its size.
struct DialogTexts {
    QLabel* intro;
    QLabel* summary; ///< named "summary"
};

/// As children of the dialog; it still has to lay them out.
DialogTexts addTexts(QDialog& dialog, const QString& intro);

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace blastoscope::ui {

/// What the program is, its licences and what it must not be used for.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/project/save_status.h"

namespace blastoscope::ui {

/// Says in the status bar whether everything is saved; when it cannot be, why and what helps.
class SaveStateButton : public QToolButton {
    Q_OBJECT
public:
    explicit SaveStateButton(QWidget* parent = nullptr);

    /// `unsaved`: the project has no place of its own yet.
    void showStatus(const SaveStatus& status, bool unsaved);
    SaveState state() const { return m_state; }

    QSize sizeHint() const override;

private:
    static QString textOf(SaveState state, bool unsaved);

    SaveState m_state = SaveState::NoProject;
};

} // namespace blastoscope::ui

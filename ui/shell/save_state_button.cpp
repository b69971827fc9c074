// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/save_state_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

SaveStateButton::SaveStateButton(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("saveState"));
    setAutoRaise(true);
    setFocusPolicy(Qt::NoFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(gridUnit(this), gridUnit(this)) * 2);
    showStatus({}, false);
}

QString SaveStateButton::textOf(SaveState state, bool unsaved)
{
    switch (state) {
    case SaveState::Saved: return unsaved ? tr("Kept, no project yet") : tr("Saved");
    case SaveState::Saving: return tr("Saving…");
    case SaveState::CannotSave: return tr("Cannot save");
    case SaveState::ReadOnly: return tr("Read-only");
    case SaveState::NoProject: break;
    }
    return {};
}

void SaveStateButton::showStatus(const SaveStatus& status, bool unsaved)
{
    m_state = status.state;
    setVisible(status.state != SaveState::NoProject);
    setText(textOf(status.state, unsaved));
    setIcon(ui::icon(status.state == SaveState::CannotSave ? Icon::Warning
                 : status.state == SaveState::ReadOnly ? Icon::Lock
                                                       : Icon::Save));
    switch (status.state) {
    case SaveState::Saved:
        setToolTip(unsaved ? tr("Everything is on the disk, in the program's own folder. “Save project as…” gives it "
                                "a place and a name.")
                           : tr("Everything is on the disk."));
        break;
    case SaveState::Saving: setToolTip(tr("%n change(s) on the way to the disk", nullptr, status.waiting)); break;
    case SaveState::CannotSave:
        setToolTip(tr("%1\n%n change(s) wait and are tried again every few seconds. “Save project as…” writes them "
                      "somewhere else.",
                      nullptr, status.waiting)
                       .arg(QString::fromStdString(status.reason.message)));
        break;
    case SaveState::ReadOnly:
        setToolTip(tr("The project is open for reading. “Save project as…” makes a copy that can be changed."));
        break;
    case SaveState::NoProject: setToolTip(QString()); break;
    }
    setAccessibleName(text());
}

QSize SaveStateButton::sizeHint() const
{
    // As wide as the widest of the usual states: nothing beside it moves with every edit.
    QSize size = QToolButton::sizeHint();
    const int now = fontMetrics().horizontalAdvance(text());
    const int most = qMax(fontMetrics().horizontalAdvance(textOf(SaveState::Saved, false)),
                          fontMetrics().horizontalAdvance(textOf(SaveState::Saving, false)));
    size.rwidth() += qMax(0, most - now);
    return size;
}

} // namespace blastoscope::ui

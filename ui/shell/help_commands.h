// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/shell/command_group.h"

namespace blastoscope::ui {

class HelpWindow;

/// The help and what the program is.
class HelpCommands : public CommandGroup {
    Q_OBJECT
public:
    HelpCommands(const ShellContext& context, QObject* parent);

    /// Opens the help window, or brings it to the front.
    void showPage(const QString& id);

private:
    QString keysOf(const QString& actionId) const;

    QPointer<HelpWindow> m_window;
};

} // namespace blastoscope::ui

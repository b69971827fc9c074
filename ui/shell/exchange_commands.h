// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/exchange.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

/// Annotations from and for other programs, in the File menu.
class ExchangeCommands : public CommandGroup {
    Q_OBJECT
public:
    ExchangeCommands(const ShellContext& context, QMenu& fileMenu, QObject* parent);

    /// The dialog of an import, which reads `files` at once when there are any.
    void showImport(const QStringList& files = {});

private:
    void showExport();
    void updateEnabled();

    QList<QAction*> m_actions;
};

} // namespace blastoscope::ui

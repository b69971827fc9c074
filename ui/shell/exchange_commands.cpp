// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exchange_commands.h"

#include <QAction>
#include <QMainWindow>

#include "ui/session/workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/exchange_report_dialog.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/message_bar.h"

namespace blastoscope::ui {

ExchangeCommands::ExchangeCommands(const ShellContext& context, QMenu& fileMenu, QObject* parent)
    : CommandGroup(context, QStringLiteral("file"), tr("&File"), fileMenu, parent)
{
    m_actions << add("importAnnotations", tr("&Import annotations…"), [this] { showImport(); }, {Qt::CTRL | Qt::Key_I});
    m_actions << add("exportAnnotations", tr("Export anno&tations…"), [this] { showExport(); },
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_I});
    connect(&shell().workspace, &Workspace::currentChanged, this, &ExchangeCommands::updateEnabled);
    updateEnabled();
}

void ExchangeCommands::showImport(const QStringList& files)
{
    auto* dialog = new ImportDialog(shell().workspace, shell().settings.lastFolder(), &shell().window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::folderUsed, this,
            [this](const QString& folder) { shell().settings.setLastFolder(folder); });
    connect(dialog, &ImportDialog::imported, this,
            [this](const QString& headline, const formats::ExchangeReport& report) {
                if (report.notes.empty())
                    shell().messages.showInformation(headline);
                else
                    showExchangeReport({tr("Import"), headline, {}, report}, &shell().window);
            });
    dialog->show();
    dialog->read(files);
}

void ExchangeCommands::showExport()
{
    auto* dialog = new ExportDialog(shell().workspace, shell().settings.lastFolder(), &shell().window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString& headline, const QString& folder, const formats::ExchangeReport& report) {
                shell().settings.setLastFolder(folder);
                showExchangeReport({tr("Export"), headline, folder, report}, &shell().window);
            });
    dialog->show();
}

void ExchangeCommands::updateEnabled()
{
    for (QAction* action : m_actions)
        action->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui

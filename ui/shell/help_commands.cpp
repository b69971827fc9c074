// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_commands.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>

#include "ui/help/help_topic.h"
#include "ui/help/help_window.h"
#include "ui/settings/action_catalog.h"
#include "ui/shell/about_dialog.h"

namespace blastoscope::ui {

HelpCommands::HelpCommands(const ShellContext& context, QObject* parent)
    : CommandGroup(context, QStringLiteral("help"), tr("&Help"), parent)
{
    QAction* contents = add("contents", tr("&Help"), [this] { showPage(helpPageFor(QApplication::focusWidget())); },
                            {QKeySequence::HelpContents});
    contents->setShortcutContext(Qt::ApplicationShortcut); // in dialogs, too
    add("firstSteps", tr("Ten &minutes to begin with"), [this] { showPage(QStringLiteral("index")); });
    add("fineTuning", tr("How to &fine-tune a model"), [this] { showPage(QStringLiteral("fine-tune")); });
    addSeparator();
    const auto showAbout = [this] {
        auto* about = new AboutDialog(&shell().window);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->show();
    };
    add("about", tr("&About Blastoscope"), showAbout, {}, Icon::About);
    add("aboutQt", tr("About &Qt"), [] { QApplication::aboutQt(); });
}

void HelpCommands::showPage(const QString& id)
{
    if (!m_window) {
        m_window = new HelpWindow([this](const QString& action) { return keysOf(action); }, &shell().window);
        m_window->setAttribute(Qt::WA_DeleteOnClose); // the next one shows the keys of then
    }
    m_window->showPage(id);
}

QString HelpCommands::keysOf(const QString& actionId) const
{
    const QAction* action = shell().catalog.action(actionId);
    QStringList keys;
    if (action)
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(" / "));
}

} // namespace blastoscope::ui

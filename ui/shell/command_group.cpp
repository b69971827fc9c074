// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_group.h"

#include <QAction>
#include <QDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "ui/session/workspace.h"
#include "ui/settings/action_catalog.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

CommandGroup::CommandGroup(const ShellContext& context, QString prefix, const QString& title, QObject* parent)
    : QObject(parent), m_context(context), m_prefix(std::move(prefix)), m_group(withoutMnemonic(title)),
      m_menu(context.window.menuBar()->addMenu(title))
{
}

CommandGroup::CommandGroup(const ShellContext& context, QString prefix, const QString& title, QMenu& menu,
                           QObject* parent)
    : QObject(parent), m_context(context), m_prefix(std::move(prefix)), m_group(withoutMnemonic(title)),
      m_menu(&menu)
{
}

QAction* CommandGroup::add(const QString& id, const QString& text, Run run, const QList<QKeySequence>& keys,
                           std::optional<Icon> picture)
{
    return add(*m_menu, id, text, std::move(run), keys, picture);
}

QAction* CommandGroup::add(QMenu& menu, const QString& id, const QString& text, Run run,
                           const QList<QKeySequence>& keys, std::optional<Icon> picture)
{
    auto* action = new QAction(text, this);
    if (picture)
        action->setIcon(icon(*picture));
    connect(action, &QAction::triggered, this, std::move(run));
    m_context.catalog.add(m_prefix + u'.' + id, m_group, action, keys);
    m_context.window.addAction(action); // so that the key also works while the menu bar is hidden
    menu.addAction(action);
    return action;
}

void CommandGroup::adopt(QMenu& menu, const QString& id, QAction& action)
{
    m_context.catalog.add(m_prefix + u'.' + id, m_group, &action, action.shortcuts());
    menu.addAction(&action);
}

void CommandGroup::addSeparator()
{
    m_menu->addSeparator();
}

void CommandGroup::openForStack(QDialog& dialog) const
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    connect(current(), &QObject::destroyed, &dialog, [&dialog] { delete &dialog; });
    dialog.open();
}

OpenStack* CommandGroup::current() const
{
    return m_context.workspace.current();
}

} // namespace blastoscope::ui

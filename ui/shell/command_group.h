// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include "ui/theme/icons.h"

class QAction;
class QDialog;
class QMainWindow;
class QMenu;

namespace blastoscope::ui {

class ActionCatalog;
class AppSettings;
class MessageBar;
class OpenStack;
class StackView;
class Workspace;

/// What the command groups of one window share.
struct ShellContext {
    QMainWindow& window;
    Workspace& workspace;
    AppSettings& settings;
    ActionCatalog& catalog;
    MessageBar& messages;
    StackView& view;
};

/// The actions of one menu with what they do. Each group keeps its own actions enabled or not.
class CommandGroup : public QObject {
    Q_OBJECT
protected:
    /// `title`: of the menu, with a mnemonic. `prefix`: of the ids, e.g. "file".
    CommandGroup(const ShellContext& context, QString prefix, const QString& title, QObject* parent);

    /// The same in the menu of another group.
    CommandGroup(const ShellContext& context, QString prefix, const QString& title, QMenu& menu, QObject* parent);

    using Run = std::function<void()>;
    /// A new action at the end of the menu.
    QAction* add(const QString& id, const QString& text, Run run, const QList<QKeySequence>& keys = {},
                 std::optional<Icon> picture = std::nullopt);
    /// The same for a submenu.
    QAction* add(QMenu& menu, const QString& id, const QString& text, Run run, const QList<QKeySequence>& keys = {},
                 std::optional<Icon> picture = std::nullopt);
    /// Takes an action of another object into the menu and the catalog; its keys are then those of the whole window.
    void adopt(QMenu& menu, const QString& id, QAction& action);
    void addSeparator();
    /// A dialog about the current stack: it is deleted when it is closed, and with its stack.
    void openForStack(QDialog& dialog) const;

    const ShellContext& shell() const { return m_context; }
    /// Null while nothing is open.
    OpenStack* current() const;
    QMenu& menu() const { return *m_menu; }

private:
    ShellContext m_context;
    QString m_prefix;
    QString m_group;
    QMenu* m_menu = nullptr;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

namespace blastoscope::ui {

/// Every action of the window under a stable id, with its group and the keys it ships with: what the menus, the command
/// palette and the shortcut dialog have in common.
class ActionCatalog : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString id;    ///< e.g. "file.open"; stable between versions
        QString group; ///< translated, e.g. "File"
        QAction* action = nullptr;
        QList<QKeySequence> defaultKeys;
    };
    struct Conflict {
        QKeySequence key;
        QString firstId;
        QString secondId;
    };

    using QObject::QObject;

    /// Gives the action its default keys. The catalog doesn't own the action.
    QAction* add(const QString& id, const QString& group, QAction* action, const QList<QKeySequence>& keys = {});
    const std::vector<Entry>& entries() const { return m_entries; }
    QAction* action(const QString& id) const;
    const Entry* find(const QString& id) const;

    /// The keys of every action now.
    QMap<QString, QList<QKeySequence>> keys() const;
    /// Only those that differ from the defaults.
    QMap<QString, QList<QKeySequence>> changedKeys() const;
    /// Actions that are not named take their defaults again.
    void applyKeys(const QMap<QString, QList<QKeySequence>>& changed);

    /// Keys that two actions of `keys` share, also when one sequence begins with the other.
    static std::vector<Conflict> conflictsIn(const QMap<QString, QList<QKeySequence>>& keys);

private:
    std::vector<Entry> m_entries;
};

/// Name of an action for people: its text without the mnemonic and the trailing ellipsis.
QString plainText(const QAction& action);

} // namespace blastoscope::ui

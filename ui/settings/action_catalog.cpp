// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/action_catalog.h"

#include <algorithm>

#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

/// The text of the tool tip carries the keys, as a hint.
void updateHint(QAction& action)
{
    const QString text = plainText(action);
    const QKeySequence key = action.shortcut();
    action.setToolTip(key.isEmpty() ? text
                                    : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
}

} // namespace

QAction* ActionCatalog::add(const QString& id, const QString& group, QAction* action, const QList<QKeySequence>& keys)
{
    Q_ASSERT(!find(id));
    action->setObjectName(id);
    action->setShortcuts(keys);
    updateHint(*action);
    m_entries.push_back({id, group, action, keys});
    return action;
}

const ActionCatalog::Entry* ActionCatalog::find(const QString& id) const
{
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

QAction* ActionCatalog::action(const QString& id) const
{
    const Entry* entry = find(id);
    return entry ? entry->action : nullptr;
}

QMap<QString, QList<QKeySequence>> ActionCatalog::keys() const
{
    QMap<QString, QList<QKeySequence>> keys;
    for (const Entry& entry : m_entries)
        keys.insert(entry.id, entry.action->shortcuts());
    return keys;
}

QMap<QString, QList<QKeySequence>> ActionCatalog::changedKeys() const
{
    QMap<QString, QList<QKeySequence>> changed;
    for (const Entry& entry : m_entries) {
        if (entry.action->shortcuts() != entry.defaultKeys)
            changed.insert(entry.id, entry.action->shortcuts());
    }
    return changed;
}

void ActionCatalog::applyKeys(const QMap<QString, QList<QKeySequence>>& changed)
{
    for (const Entry& entry : m_entries) {
        entry.action->setShortcuts(changed.value(entry.id, entry.defaultKeys));
        updateHint(*entry.action);
    }
}

std::vector<ActionCatalog::Conflict> ActionCatalog::conflictsIn(const QMap<QString, QList<QKeySequence>>& keys)
{
    const auto collide = [](const QKeySequence& a, const QKeySequence& b) {
        return !a.isEmpty() && !b.isEmpty() &&
               (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
    };
    std::vector<Conflict> conflicts;
    for (auto first = keys.cbegin(); first != keys.cend(); ++first) {
        for (auto second = std::next(first); second != keys.cend(); ++second) {
            for (const QKeySequence& a : first.value()) {
                for (const QKeySequence& b : second.value()) {
                    if (collide(a, b))
                        conflicts.push_back({a, first.key(), second.key()});
                }
            }
        }
    }
    return conflicts;
}

QString plainText(const QAction& action)
{
    QString text = withoutMnemonic(action.text());
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace blastoscope::ui

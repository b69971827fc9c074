// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_list_model.h"

#include <algorithm>

#include <QAction>

#include "ui/settings/action_catalog.h"
#include "ui/shell/fuzzy_match.h"

namespace blastoscope::ui {

void CommandListModel::search(const ActionCatalog& catalog, const QString& pattern)
{
    beginResetModel();
    m_rows.clear();
    for (const ActionCatalog::Entry& entry : catalog.entries()) {
        if (!entry.action->isEnabled() || !entry.action->isVisible())
            continue;
        const QString name = plainText(*entry.action);
        // The group helps to find ("view zoom"), but a hit in the name alone is worth more and can be marked.
        if (const auto match = fuzzyMatch(pattern, name)) {
            m_rows.push_back({entry.action, entry.group, match->score + 4,
                              QList<int>(match->positions.begin(), match->positions.end())});
        } else if (const auto wide = fuzzyMatch(pattern, entry.group + u' ' + name)) {
            m_rows.push_back({entry.action, entry.group, wide->score, {}});
        }
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.score > b.score; });
    endResetModel();
}

QAction* CommandListModel::actionAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[std::size_t(index.row())].action : nullptr;
}

int CommandListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CommandListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return plainText(*row.action);
    case Qt::DecorationRole: return row.action->icon();
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(row.group, plainText(*row.action));
    case GroupRole: return row.group;
    case KeyRole: return row.action->shortcut().toString(QKeySequence::NativeText);
    case PositionsRole: return QVariant::fromValue(row.positions);
    default: return {};
    }
}

} // namespace blastoscope::ui

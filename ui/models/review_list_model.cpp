// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/review_list_model.h"

#include <algorithm>
#include <utility>

namespace blastoscope::ui {

void ReviewListModel::setRows(std::vector<ReviewRow> rows)
{
    if (rows == m_rows)
        return;
    const bool sameFrames = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                       [](const ReviewRow& a, const ReviewRow& b) { return a.frame == b.frame; });
    if (sameFrames) {
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ReviewListModel::setCurrentFrame(int frame)
{
    for (const int changed : {std::exchange(m_current, frame), frame})
        if (const int row = rowOf(changed); row >= 0)
            emit dataChanged(index(row), index(row), {CurrentRole});
}

int ReviewListModel::rowOf(int frame) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [frame](const ReviewRow& row) { return row.frame == frame; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int ReviewListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReviewListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReviewRow& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.toolTip;
    case Qt::AccessibleTextRole:
        return row.reason.isEmpty() ? row.title : row.title + QStringLiteral(", ") + row.reason;
    case FrameRole: return row.frame;
    case ReasonRole: return row.reason;
    case NeedRole: return row.need;
    case CurrentRole: return row.frame == m_current;
    default: return {};
    }
}

} // namespace blastoscope::ui

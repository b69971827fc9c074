// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/audit_filter.h"

#include "ui/project/audit_table_model.h"

namespace blastoscope::ui {

AuditFilter::AuditFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(AuditTableModel::SortRole);
}

void AuditFilter::setStack(const QString& uid)
{
    m_stack = uid;
    invalidateFilter();
}

void AuditFilter::setFrame(int frame)
{
    m_frame = frame;
    invalidateFilter();
}

void AuditFilter::setPerson(const QString& person)
{
    m_person = person;
    invalidateFilter();
}

bool AuditFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto value = [&](int column, int role) { return sourceModel()->index(row, column, parent).data(role); };
    if (!m_stack.isEmpty() && value(0, AuditTableModel::StackRole).toString() != m_stack)
        return false;
    if (m_frame >= 0 && value(0, AuditTableModel::FrameRole).toInt() != m_frame)
        return false;
    return m_person.isEmpty() || value(AuditTableModel::Who, Qt::DisplayRole).toString() == m_person;
}

} // namespace blastoscope::ui

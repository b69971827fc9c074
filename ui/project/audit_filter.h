// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace blastoscope::ui {

/// Sorts the rows of an AuditTableModel by value and shows only some of them.
class AuditFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit AuditFilter(QObject* parent = nullptr);

    /// By id; empty = all.
    void setStack(const QString& uid);
    /// From 0; -1 = all.
    void setFrame(int frame);
    /// As in the column; empty = everybody.
    void setPerson(const QString& person);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_stack;
    int m_frame = -1;
    QString m_person;
};

} // namespace blastoscope::ui

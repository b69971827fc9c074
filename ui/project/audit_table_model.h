// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QString>
#include <QStringList>

#include "core/project/audit_report.h"

namespace blastoscope::ui {

/// The audit trail as a table for people: actions in words, times of this computer's zone, stacks by name.
class AuditTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Time, Who, Action, Stack, Frame, What, Before, After, Origin, Model, Reason, kColumns };
    enum Role {
        SortRole = Qt::UserRole + 1,
        StackRole, ///< QString: id of the stack; empty for what concerns none
        FrameRole, ///< int from 0; -1 for what concerns none
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `names`: of the stacks, by id.
    void setRows(std::vector<project::AuditRow> rows, const QHash<QString, QString>& names);
    const std::vector<project::AuditRow>& rows() const { return m_rows; }
    /// Everybody who did something.
    QStringList people() const;
    /// Ids of all stacks, in the order of their first row.
    QStringList stacks() const;
    /// The name, or the id of a stack that is not in the project any more.
    QString stackName(const QString& uid) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const project::AuditRow& row, int column) const;

    std::vector<project::AuditRow> m_rows;
    QHash<QString, QString> m_names;
};

/// The person behind a row: name and account.
QString personOf(const project::AuditRow& row);

} // namespace blastoscope::ui

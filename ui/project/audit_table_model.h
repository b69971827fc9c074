// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QString>
#include <QStringList>

#include "core/project/audit_report.h"

namespace blastoscope::ui {

/// The audit trail for people: actions in words, times of this computer's zone, stacks by name.
struct AuditTable {
    struct Row {
        project::AuditRow row;
        std::vector<QString> texts; ///< by AuditTableModel::Column
        QString stack;              ///< id; empty for what concerns none
        int frame = -1;             ///< from 0; -1 for what concerns none
    };
    std::vector<Row> rows;
    QHash<QString, QString> names; ///< of the stacks, by id
    QStringList people;            ///< everybody who did something
    QStringList stacks;            ///< ids, in the order of their first row
    int frames = 0;                ///< the last frame that is named, from 1

    /// The name, or the id of a stack that is not in the project any more.
    QString stackName(const QString& uid) const { return names.value(uid, uid); }
};

/// Any thread: there may be tens of thousands of rows.
AuditTable auditTableOf(std::vector<project::AuditRow> rows, QHash<QString, QString> names);

/// An AuditTable in a view.
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

    void setTable(AuditTable table);
    const AuditTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    AuditTable m_table;
};

} // namespace blastoscope::ui

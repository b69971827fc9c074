// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QStringList>

class QAction;

namespace blastoscope::ui {

class ActionCatalog;

/// The actions that match what was typed, the best first; without a search in the order of the menus.
class CommandListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        GroupRole = Qt::UserRole + 1, ///< QString
        KeyRole,                      ///< QString, native
        PositionsRole,                ///< QList<int>: matched characters of the display text
    };

    using QAbstractListModel::QAbstractListModel;

    void search(const ActionCatalog& catalog, const QString& pattern);
    QAction* actionAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QAction* action = nullptr;
        QString group;
        int score = 0;
        QList<int> positions;
    };
    std::vector<Row> m_rows;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/inference/model_shelf.h"

namespace blastoscope::ui {

/// The models there are, with the one that segments marked.
class ModelListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, Ap, ColumnCount };
    enum Role {
        FileRole = Qt::UserRole + 1, ///< QString
        ShippedRole,                 ///< bool
        UsableRole,                  ///< bool: its header could be read
        DefaultRole,                 ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setModels(const std::vector<inference::ShelvedModel>& models);
    void setDefaultModel(const QString& file);
    QModelIndex indexOf(const QString& file) const;
    /// Null for an invalid index.
    const inference::ShelvedModel* at(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const inference::ShelvedModel& model, int column) const;

    std::vector<inference::ShelvedModel> m_models;
    QString m_default;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

namespace blastoscope::ui {

/// What an import will do with one picture of the files.
struct ImportPreviewRow {
    QString picture;      ///< as the files call it
    QString place = {};   ///< stack and frame; empty when there is none
    QString what = {};    ///< in words
    QString toolTip = {}; ///< how the place was found
    bool imported = false;
    bool operator==(const ImportPreviewRow&) const = default;
};

/// The table of what an import will do.
class ImportPreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Picture, Place, What, ColumnCount };
    enum Role { ImportedRole = Qt::UserRole + 1 /**< bool */ };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ImportPreviewRow> rows);
    const std::vector<ImportPreviewRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ImportPreviewRow> m_rows;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/import_preview_model.h"

#include <QGuiApplication>
#include <QPalette>

namespace blastoscope::ui {

void ImportPreviewModel::setRows(std::vector<ImportPreviewRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ImportPreviewRow& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Picture: return row.picture;
        case Place: return row.place;
        default: return row.what;
        }
    case Qt::ToolTipRole: return index.column() == Picture ? row.picture : row.toolTip;
    case Qt::ForegroundRole:
        return row.imported ? QVariant() : QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText));
    case ImportedRole: return row.imported;
    default: return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Picture: return tr("Picture in the files");
    case Place: return tr("Goes to");
    case What: return tr("What will happen");
    default: return {};
    }
}

} // namespace blastoscope::ui

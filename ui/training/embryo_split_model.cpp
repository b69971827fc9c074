// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/embryo_split_model.h"

#include <utility>

namespace blastoscope::ui {

void EmbryoSplitModel::setRows(std::vector<EmbryoRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

std::vector<std::string> EmbryoSplitModel::heldOut() const
{
    std::vector<std::string> embryos;
    for (const EmbryoRow& row : m_rows) {
        if (row.heldOut)
            embryos.push_back(row.embryo);
    }
    return embryos;
}

int EmbryoSplitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EmbryoSplitModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EmbryoSplitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const EmbryoRow& row = m_rows[std::size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() == HeldOut)
        return row.heldOut ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && index.column() == Frames)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(row.embryo);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Embryo)
        return row.stack.isEmpty() ? QString::fromStdString(row.embryo) : row.stack;
    return index.column() == Frames ? QVariant(row.frames) : QVariant();
}

bool EmbryoSplitModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() != HeldOut || role != Qt::CheckStateRole)
        return false;
    m_rows[std::size_t(index.row())].heldOut = value.toInt() == Qt::Checked;
    emit dataChanged(index, index);
    emit splitEdited();
    return true;
}

Qt::ItemFlags EmbryoSplitModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == HeldOut ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant EmbryoSplitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Embryo: return tr("Embryo");
    case Frames: return tr("Accepted frames");
    case HeldOut: return tr("Held out");
    case ColumnCount: break;
    }
    return {};
}

} // namespace blastoscope::ui

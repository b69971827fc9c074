// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/instance_list_model.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace blastoscope::ui {
namespace {

QString className(const InstanceRow& row)
{
    if (!row.ownName.isEmpty())
        return row.ownName;
    switch (row.objectClass) {
    case base::ObjectClass::Blastomere: return InstanceListModel::tr("Blastomere");
    case base::ObjectClass::Fragment: return InstanceListModel::tr("Fragment");
    case base::ObjectClass::PolarBody: return InstanceListModel::tr("Polar body");
    }
    return {};
}

QString percent(double fraction)
{
    return InstanceListModel::tr("%1 %", "per cent").arg(QLocale().toString(int(std::lround(100 * fraction))));
}

bool haveSameIds(const std::vector<InstanceRow>& a, const std::vector<InstanceRow>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const InstanceRow& x, const InstanceRow& y) { return x.id == y.id; });
}

} // namespace

void InstanceListModel::setRows(std::vector<InstanceRow> rows)
{
    if (rows == m_rows)
        return;
    if (haveSameIds(rows, m_rows)) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void InstanceListModel::setUmPerPixel(std::optional<double> umPerPixel)
{
    if (m_umPerPixel == umPerPixel)
        return;
    m_umPerPixel = umPerPixel;
    emit headerDataChanged(Qt::Horizontal, Diameter, Diameter);
    if (!m_rows.empty())
        emit dataChanged(index(0, Diameter), index(rowCount() - 1, Diameter));
}

void InstanceListModel::setHighlighted(std::optional<int> id)
{
    if (m_highlighted == id)
        return;
    for (const std::optional<int>& changed : {std::exchange(m_highlighted, id), id})
        if (const int row = changed ? rowOf(*changed) : -1; row >= 0)
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1), {HighlightedRole});
}

int InstanceListModel::rowOf(int id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [id](const InstanceRow& row) { return row.id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int InstanceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int InstanceListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InstanceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InstanceRow& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::DecorationRole: return index.column() == Number ? QVariant(row.color) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Number ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Number
                   ? tr("%1 %2", "class of an object and its number").arg(className(row), text(row, Number))
                   : text(row, index.column());
    case IdRole: return row.id;
    case ColorRole: return row.color;
    case ReviewedRole: return row.reviewed;
    case HighlightedRole: return m_highlighted == row.id;
    case SortRole: return number(row, index.column());
    default: return {};
    }
}

QVariant InstanceListModel::number(const InstanceRow& row, int column) const
{
    const auto value = [](const std::optional<double>& v) { return v ? QVariant(*v) : QVariant(); };
    switch (column) {
    case Number: return row.number;
    case Diameter: return row.diameterPx * m_umPerPixel.value_or(1);
    case Visible: return value(row.visibleFraction);
    case Score: return value(row.score);
    default: return {};
    }
}

QString InstanceListModel::text(const InstanceRow& row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Number: return locale.toString(row.number);
    case Diameter:
        return (m_umPerPixel ? tr("%1 µm") : tr("%1 px"))
            .arg(locale.toString(row.diameterPx * m_umPerPixel.value_or(1), 'f', 1));
    case Visible: return row.visibleFraction ? percent(*row.visibleFraction) : tr("–", "unknown value");
    case Score: return row.score ? percent(*row.score) : tr("–", "unknown value");
    default: return {};
    }
}

QString InstanceListModel::toolTip(const InstanceRow& row, int column) const
{
    switch (column) {
    case Number: {
        const QString name = row.track ? tr("%1, track %2").arg(className(row)).arg(*row.track) : className(row);
        return row.hidden ? tr("%1, not shown").arg(name) : name;
    }
    case Visible:
        if (row.visibleFraction)
            return tr("Visible part of the whole silhouette");
        return row.ownName.isEmpty()
                   ? tr("Unknown, because it is not known which of the overlapping cells is nearer.")
                   : tr("Unknown, because it is not known which of the overlapping objects is nearer.");
    case Score: return row.score ? tr("Confidence of the model, not a grade") : tr("Drawn or imported, not by a model");
    default: return {};
    }
}

QVariant InstanceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Number ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole) {
        switch (section) {
        case Number: return tr("No.", "number of an object");
        case Diameter: return tr("Diameter");
        case Visible: return tr("Visible");
        case Score: return tr("Confidence");
        default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Diameter: return tr("Equivalent diameter: of the circle with the area of the whole silhouette, 2·√(A/π)");
        case Visible: return tr("Area of the visible part divided by the area of the whole silhouette");
        case Score: return tr("How sure the model is, 0–100 %. It says nothing about the cell.");
        default: return {};
        }
    }
    return {};
}

} // namespace blastoscope::ui

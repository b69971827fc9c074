// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/measurement_table_model.h"

#include <set>

#include <QItemSelection>
#include <QLocale>

namespace blastoscope::ui {
namespace {

bool isNumber(const QVariant& value)
{
    const int type = value.typeId();
    return type == QMetaType::Int || type == QMetaType::LongLong || type == QMetaType::Double;
}

QString displayText(const QVariant& value, int decimals)
{
    const QLocale locale;
    switch (value.typeId()) {
    case QMetaType::UnknownType: return {};
    case QMetaType::Double: return locale.toString(value.toDouble(), 'f', decimals);
    case QMetaType::Int:
    case QMetaType::LongLong: return locale.toString(value.toLongLong());
    case QMetaType::Bool: return value.toBool() ? MeasurementTableModel::tr("yes") : MeasurementTableModel::tr("no");
    default: return value.toString();
    }
}

QString exchangeText(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType: return {};
    case QMetaType::Double: return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QMetaType::Bool: return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    default: return value.toString().replace(u'\t', u' ').replace(u'\n', u' ');
    }
}

} // namespace

void MeasurementTableModel::setTable(std::vector<MeasurementColumn> columns, std::vector<MeasurementRow> rows)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

void MeasurementTableModel::setRows(std::vector<MeasurementRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int MeasurementTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MeasurementTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant MeasurementTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MeasurementRow& row = m_rows[std::size_t(index.row())];
    const std::size_t column = std::size_t(index.column());
    const QVariant value = column < row.values.size() ? row.values[column] : QVariant();
    switch (role) {
    case Qt::DisplayRole: return displayText(value, m_columns[column].decimals);
    case Qt::TextAlignmentRole: return QVariant((isNumber(value) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole: return value;
    case FrameRole: return row.frame;
    case IdRole: return row.id;
    case ReviewedRole: return row.reviewed;
    default: return {};
    }
}

QVariant MeasurementTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const MeasurementColumn& column = m_columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.unit.isEmpty() ? column.title : tr("%1 (%2)", "quantity (unit)").arg(column.title, column.unit);
    case Qt::ToolTipRole: return column.definition;
    case KeyRole: return column.key;
    default: return {};
    }
}

MeasurementSortProxy::MeasurementSortProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(MeasurementTableModel::SortRole);
}

bool MeasurementSortProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    // The view turns the order around when it sorts downwards; unknown values come last all the same.
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (isNumber(a) && isNumber(b))
        return a.toDouble() < b.toDouble();
    return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
}

QString toTabSeparated(const QAbstractItemModel& model, const QItemSelection& selection)
{
    std::set<std::pair<int, int>> cells; // row, column
    std::set<int> columns;
    for (const QModelIndex& index : selection.indexes()) {
        cells.emplace(index.row(), index.column());
        columns.insert(index.column());
    }
    if (cells.empty())
        return {};
    QStringList line;
    for (int column : columns)
        line << model.headerData(column, Qt::Horizontal, MeasurementTableModel::KeyRole).toString();
    QString text = line.join(u'\t') + u'\n';
    for (auto cell = cells.begin(); cell != cells.end();) {
        const int row = cell->first;
        line.clear();
        for (int column : columns)
            line << (cells.contains({row, column})
                         ? exchangeText(model.index(row, column).data(MeasurementTableModel::SortRole))
                         : QString());
        text += line.join(u'\t') + u'\n';
        cell = cells.lower_bound({row + 1, 0});
    }
    return text;
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>
#include <QVariant>

class QItemSelection;

namespace blastoscope::ui {

/// A column of a measurement table; `title` and `definition` are for people and translated by whoever fills them in.
struct MeasurementColumn {
    QString key;        ///< name in the CSV
    QString title;      ///< e.g. "Diameter"
    QString unit;       ///< e.g. "µm"; empty when there is none
    QString definition; ///< meaning, formula and limits, shown as tool tip
    int decimals = 1;   ///< for numbers
};

/// `values` has one entry per column: int, double, QString, bool, or invalid for "not known".
struct MeasurementRow {
    int frame = 0;
    int id = 0; ///< instance id; 0 for rows of frames
    bool reviewed = false;
    std::vector<QVariant> values;
};

/// Measured values as a table. Text is formatted in the user's language; SortRole gives the values themselves.
class MeasurementTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole + 1,
        FrameRole,    ///< int
        IdRole,       ///< int
        ReviewedRole, ///< bool
        KeyRole,      ///< QString, of a horizontal header: the name in the CSV
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::vector<MeasurementColumn> columns, std::vector<MeasurementRow> rows);
    /// Keeps the columns.
    void setRows(std::vector<MeasurementRow> rows);

    const std::vector<MeasurementColumn>& columns() const { return m_columns; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<MeasurementColumn> m_columns;
    std::vector<MeasurementRow> m_rows;
};

/// Sorts by value, not by text; what is not known comes last in both directions.
class MeasurementSortProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit MeasurementSortProxy(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

/// The selected cells as tab-separated text with a header line of CSV names, for a spreadsheet: full precision, decimal
/// point, unknown values empty. Cells are taken in the order of the view's model (after sorting).
QString toTabSeparated(const QAbstractItemModel& model, const QItemSelection& selection);

} // namespace blastoscope::ui

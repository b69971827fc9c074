// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "ui/training/comparison_report.h"

namespace blastoscope::ui {

/// Old and new model in numbers: a title row for each set of frames and one row per measure below it. Changes are shown
/// with their sign and without judgement.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Measure, Before, After, Change, ColumnCount };
    enum Role { IsTitleRole = Qt::UserRole + 1 }; ///< bool

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const ComparisonReport& report);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QString explanation;
        bool title = false;
        std::optional<double> before; ///< in the unit that is shown
        std::optional<double> after;
        int decimals = 1;
    };

    void addPart(const QString& title, const QString& explanation, const ComparisonPart& part);

    std::vector<Row> m_rows;
    QStringList m_models;
};

} // namespace blastoscope::ui

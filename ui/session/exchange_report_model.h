// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractItemModel>
#include <QString>

#include "core/formats/exchange.h"

namespace blastoscope::ui {

/// What an import or export left out or changed: one line per kind of event, below it every place.
class ExchangeReportModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Count, Pixels, ColumnCount };

    explicit ExchangeReportModel(formats::ExchangeReport report, QObject* parent = nullptr);

    const formats::ExchangeReport& report() const { return m_report; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const formats::ExchangeReport m_report;
    const std::vector<formats::NoteGroup> m_groups; ///< point into the report
};

/// The whole report as text for the clipboard, every place on a line of its own.
QString reportText(const formats::ExchangeReport& report);

} // namespace blastoscope::ui

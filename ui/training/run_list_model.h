// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/training/run_store.h"

namespace blastoscope::ui {

/// The fine-tunings among the runs of a store, the newest first.
class RunListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, Done, Ap, Started, ColumnCount };

    explicit RunListModel(RunStore& store, QObject* parent = nullptr);

    /// Null for an invalid index.
    TrainingRun* runAt(const QModelIndex& index) const;
    QModelIndex indexOf(const TrainingRun* run) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void takeOver();
    QString text(const TrainingRun& run, int column) const;

    RunStore& m_store;
    std::vector<TrainingRun*> m_runs; ///< as the views know them
};

} // namespace blastoscope::ui

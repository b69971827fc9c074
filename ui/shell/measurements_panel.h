// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/metrics_panel.h"

class QComboBox;
class QLabel;
class QStackedLayout;
class QTableView;

namespace blastoscope::ui {

class MeasurementSortProxy;
class MeasurementTableModel;

/// All numbers of the current stack: a row per cell or per frame. Sorting by a click on a title, copying with Ctrl+C;
/// a double-click goes to the frame.
class MeasurementsPanel : public MetricsPanel {
    Q_OBJECT
public:
    explicit MeasurementsPanel(QWidget* parent = nullptr);

    MeasurementTableModel& model() { return *m_model; }

public slots:
    void copySelection();

signals:
    void frameRequested(int frame, int instanceId);

protected:
    void refresh() override;

private:
    MeasurementTableModel* m_model = nullptr;
    MeasurementSortProxy* m_proxy = nullptr;
    QComboBox* m_kind = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_hint = nullptr;
    QStackedLayout* m_pages = nullptr;
    QString m_shownColumns; ///< which set of columns the model has
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;
class QTableView;

namespace blastoscope::ui {

class MeasurementSortProxy;
class MeasurementTableModel;
class StackMetrics;

/// All numbers of the current stack: a row per cell or per frame. Sorting by a click on a title, copying with Ctrl+C;
/// a double-click goes to the frame.
class MeasurementsPanel : public QWidget {
    Q_OBJECT
public:
    explicit MeasurementsPanel(QWidget* parent = nullptr);

    /// Null empties the table.
    void setMetrics(const StackMetrics* metrics);
    MeasurementTableModel& model() { return *m_model; }

public slots:
    void copySelection();

signals:
    void frameRequested(int frame, int instanceId);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void scheduleRefresh();
    void refresh();

    const StackMetrics* m_metrics = nullptr;
    MeasurementTableModel* m_model = nullptr;
    MeasurementSortProxy* m_proxy = nullptr;
    QComboBox* m_kind = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_hint = nullptr;
    QStackedLayout* m_pages = nullptr;
    QTimer m_refresh;
    bool m_stale = true;
    QString m_shownColumns; ///< which set of columns the model has
};

} // namespace blastoscope::ui

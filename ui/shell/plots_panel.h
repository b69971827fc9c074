// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

class QTabWidget;

namespace blastoscope::ui {

class StackMetrics;
class TimePlot;

/// Cell count, diameter and evenness over time, one tab each.
class PlotsPanel : public QWidget {
    Q_OBJECT
public:
    explicit PlotsPanel(QWidget* parent = nullptr);

    void setMetrics(const StackMetrics* metrics);
    void setCurrentFrame(int frame);

signals:
    void frameRequested(int frame);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void addPlot(TimePlot* plot, const QString& title);
    void scheduleRefresh();
    void refresh();

    const StackMetrics* m_metrics = nullptr;
    QTabWidget* m_tabs = nullptr;
    std::vector<TimePlot*> m_plots;
    QTimer m_refresh;
    bool m_stale = true;
};

} // namespace blastoscope::ui

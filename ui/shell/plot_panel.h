// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace blastoscope::ui {

class StackMetrics;
class TimePlot;

/// Keeps one plot on the measurements of the current stack; a plot that nobody sees costs nothing.
class PlotPanel : public QWidget {
    Q_OBJECT
public:
    /// Takes the plot over.
    explicit PlotPanel(TimePlot* plot, QWidget* parent = nullptr);

    /// Null while nothing is open.
    void setMetrics(const StackMetrics* metrics);
    TimePlot& plot() { return *m_plot; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void scheduleRefresh();
    void refresh();

    const StackMetrics* m_metrics = nullptr;
    TimePlot* m_plot;
    QTimer m_refresh;
    bool m_stale = true;
};

} // namespace blastoscope::ui

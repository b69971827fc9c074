// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace blastoscope::ui {

class StackMetrics;

/// A view of the measurements of the current stack that follows them a little later, and not while nobody sees it.
class MetricsPanel : public QWidget {
    Q_OBJECT
public:
    explicit MetricsPanel(QWidget* parent = nullptr);

    /// Null while nothing is open.
    void setMetrics(const StackMetrics* metrics);

protected:
    const StackMetrics* metrics() const { return m_metrics; }
    /// Shows what is measured now.
    virtual void refresh() = 0;
    void showEvent(QShowEvent* event) override;

private:
    void scheduleRefresh();
    void refreshNow();

    const StackMetrics* m_metrics = nullptr;
    QTimer m_refresh;
    bool m_stale = true;
};

} // namespace blastoscope::ui

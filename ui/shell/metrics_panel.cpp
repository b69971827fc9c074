// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/metrics_panel.h"

#include "ui/session/stack_metrics.h"

namespace blastoscope::ui {

namespace {

constexpr int kRefreshMs = 300; ///< results arrive faster than anybody reads

} // namespace

MetricsPanel::MetricsPanel(QWidget* parent) : QWidget(parent)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &MetricsPanel::refreshNow);
}

void MetricsPanel::setMetrics(const StackMetrics* metrics)
{
    if (m_metrics) {
        m_metrics->disconnect(this);
        m_metrics->stack().disconnect(this);
    }
    m_metrics = metrics;
    if (metrics) {
        connect(metrics, &StackMetrics::measured, this, &MetricsPanel::scheduleRefresh);
        connect(&metrics->stack(), &OpenStack::propertiesChanged, this, &MetricsPanel::scheduleRefresh);
    }
    m_stale = true;
    if (isVisible() || !metrics)
        refreshNow();
}

void MetricsPanel::showEvent(QShowEvent* event)
{
    if (m_stale)
        refreshNow();
    QWidget::showEvent(event);
}

void MetricsPanel::scheduleRefresh()
{
    m_stale = true;
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void MetricsPanel::refreshNow()
{
    m_stale = false;
    refresh();
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plot_panel.h"

#include <memory>

#include <QVBoxLayout>

#include "ui/plots/time_plot.h"
#include "ui/session/measurement_tables.h"

namespace blastoscope::ui {

namespace {

constexpr int kRefreshMs = 250; ///< results arrive faster than a curve needs to grow

} // namespace

PlotPanel::PlotPanel(TimePlot* plot, QWidget* parent) : QWidget(parent), m_plot(plot)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &PlotPanel::refresh);
}

void PlotPanel::setMetrics(const StackMetrics* metrics)
{
    if (m_metrics) {
        m_metrics->disconnect(this);
        m_metrics->stack().disconnect(this);
    }
    m_metrics = metrics;
    if (metrics) {
        connect(metrics, &StackMetrics::measured, this, &PlotPanel::scheduleRefresh);
        connect(&metrics->stack(), &OpenStack::propertiesChanged, this, &PlotPanel::scheduleRefresh);
    }
    m_stale = true;
    if (isVisible() || !metrics)
        refresh();
}

void PlotPanel::showEvent(QShowEvent* event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void PlotPanel::scheduleRefresh()
{
    m_stale = true;
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void PlotPanel::refresh()
{
    m_stale = false;
    m_plot->setSeries(m_metrics ? std::make_shared<const StackSeries>(seriesOf(*m_metrics)) : nullptr);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plots_panel.h"

#include <memory>

#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/plots/plots.h"
#include "ui/session/measurement_tables.h"

namespace blastoscope::ui {

namespace {

constexpr int kRefreshMs = 250;

} // namespace

PlotsPanel::PlotsPanel(QWidget* parent) : QWidget(parent)
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    addPlot(new CellCountPlot(m_tabs), tr("Cells"));
    addPlot(new DiameterPlot(m_tabs), tr("Diameter"));
    addPlot(new EvennessPlot(m_tabs), tr("Evenness"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &PlotsPanel::refresh);
}

void PlotsPanel::addPlot(TimePlot* plot, const QString& title)
{
    m_tabs->addTab(plot, title);
    m_plots.push_back(plot);
    connect(plot, &TimePlot::frameRequested, this, &PlotsPanel::frameRequested);
}

void PlotsPanel::setMetrics(const StackMetrics* metrics)
{
    if (m_metrics) {
        m_metrics->disconnect(this);
        m_metrics->stack().disconnect(this);
    }
    m_metrics = metrics;
    if (metrics) {
        connect(metrics, &StackMetrics::measured, this, &PlotsPanel::scheduleRefresh);
        connect(&metrics->stack(), &OpenStack::propertiesChanged, this, &PlotsPanel::scheduleRefresh);
    }
    m_stale = true;
    if (isVisible() || !metrics)
        refresh();
}

void PlotsPanel::setCurrentFrame(int frame)
{
    for (TimePlot* plot : m_plots)
        plot->setCurrentFrame(frame);
}

void PlotsPanel::showEvent(QShowEvent* event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void PlotsPanel::scheduleRefresh()
{
    m_stale = true;
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void PlotsPanel::refresh()
{
    m_stale = false;
    const auto series = m_metrics ? std::make_shared<const StackSeries>(seriesOf(*m_metrics)) : nullptr;
    for (TimePlot* plot : m_plots)
        plot->setSeries(series);
}

} // namespace blastoscope::ui

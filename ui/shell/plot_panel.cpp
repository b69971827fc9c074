// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plot_panel.h"

#include <memory>

#include <QVBoxLayout>

#include "ui/plots/time_plot.h"
#include "ui/session/measurement_tables.h"

namespace blastoscope::ui {

PlotPanel::PlotPanel(TimePlot* plot, QWidget* parent) : MetricsPanel(parent), m_plot(plot)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot);
}

void PlotPanel::refresh()
{
    m_plot->setSeries(metrics() ? std::make_shared<const StackSeries>(seriesOf(*metrics())) : nullptr);
}

} // namespace blastoscope::ui

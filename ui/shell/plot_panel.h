// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/metrics_panel.h"

namespace blastoscope::ui {

class TimePlot;

/// Keeps one plot on the measurements of the current stack; a plot that nobody sees costs nothing.
class PlotPanel : public MetricsPanel {
    Q_OBJECT
public:
    /// Takes the plot over.
    explicit PlotPanel(TimePlot* plot, QWidget* parent = nullptr);

    TimePlot& plot() { return *m_plot; }

protected:
    void refresh() override;

private:
    TimePlot* m_plot;
};

} // namespace blastoscope::ui

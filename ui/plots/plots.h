// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/time_plot.h"

namespace blastoscope::ui {

/// Counted blastomeres over time, as steps.
class CellCountPlot : public TimePlot {
    Q_OBJECT
public:
    explicit CellCountPlot(QWidget* parent = nullptr) : TimePlot(parent) { setSeries(nullptr); }

protected:
    std::vector<Point> addGraphs(const StackSeries& series, const std::vector<double>& times) override;
    QString valueTitle(const StackSeries& series) const override;
    QString emptyText(const StackSeries* series) const override;
};

/// Equivalent diameter of each blastomere over time, a point per cell in its colour; values of a model that nobody has
/// reviewed are fainter.
class DiameterPlot : public TimePlot {
    Q_OBJECT
public:
    explicit DiameterPlot(QWidget* parent = nullptr) : TimePlot(parent) { setSeries(nullptr); }

protected:
    std::vector<Point> addGraphs(const StackSeries& series, const std::vector<double>& times) override;
    QString valueTitle(const StackSeries& series) const override;
    QString emptyText(const StackSeries* series) const override;
};

/// Stage-aware evenness over time.
class EvennessPlot : public TimePlot {
    Q_OBJECT
public:
    explicit EvennessPlot(QWidget* parent = nullptr) : TimePlot(parent) { setSeries(nullptr); }

protected:
    std::vector<Point> addGraphs(const StackSeries& series, const std::vector<double>& times) override;
    QString valueTitle(const StackSeries& series) const override;
    QString emptyText(const StackSeries* series) const override;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots.h"

#include <map>
#include <utility>

#include <qcustomplot.h>

#include "ui/theme/palette.h"

namespace blastoscope::ui {
namespace {

constexpr float kFaint = 0.45f; ///< opacity of values that nobody has reviewed

bool isInside(int frame, const std::vector<double>& times)
{
    return frame >= 0 && std::size_t(frame) < times.size();
}

} // namespace

std::vector<TimePlot::Point> CellCountPlot::addGraphs(const StackSeries& series, const std::vector<double>& times)
{
    useWholeNumbers(plot().yAxis);
    std::vector<Point> points;
    for (const FramePoint& frame : series.frames)
        if (frame.cells && isInside(frame.frame, times))
            points.push_back({frame.frame, times[std::size_t(frame.frame)], double(*frame.cells)});
    QCPGraph* graph = addGraph();
    graph->setLineStyle(QCPGraph::lsStepLeft);
    graph->setPen(QPen(palette().color(QPalette::WindowText), 1.5));
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, pointSize(series) / 2));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool afterGap = i > 0 && points[i].frame != points[i - 1].frame + 1;
        if (afterGap) // no line across frames of which nothing is known
            graph->addData((points[i].time + points[i - 1].time) / 2, qQNaN());
        graph->addData(points[i].time, points[i].value);
    }
    return points;
}

QString CellCountPlot::valueTitle(const StackSeries& series) const
{
    return series.objects.isEmpty() ? tr("Cells") : series.objects;
}

QString CellCountPlot::emptyText(const StackSeries*) const
{
    return tr("The number of cells over time appears here once frames are segmented.");
}

std::vector<TimePlot::Point> DiameterPlot::addGraphs(const StackSeries& series, const std::vector<double>& times)
{
    std::vector<Point> points;
    std::map<std::pair<QRgb, bool>, QCPGraph*> graphs;
    for (const CellPoint& cell : series.cells) {
        if (!isInside(cell.frame, times))
            continue;
        QCPGraph*& graph = graphs[{cell.color.rgb(), cell.reviewed}];
        if (!graph) {
            QColor fill = cell.color;
            QColor rim = isDark(palette()) ? cell.color : cell.color.darker(160);
            if (!cell.reviewed) {
                fill.setAlphaF(kFaint);
                rim.setAlphaF(kFaint);
            }
            graph = addGraph();
            graph->setLineStyle(QCPGraph::lsNone);
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(rim, 1), fill, pointSize(series)));
        }
        const double time = times[std::size_t(cell.frame)];
        graph->addData(time, cell.diameter);
        points.push_back({cell.frame, time, cell.diameter, cell.id});
    }
    return points;
}

QString DiameterPlot::valueTitle(const StackSeries& series) const
{
    return series.calibrated ? tr("Diameter (µm)") : tr("Diameter (px)");
}

QString DiameterPlot::emptyText(const StackSeries*) const
{
    return tr("The equivalent diameter of each cell over time appears here once frames are segmented.");
}

std::vector<TimePlot::Point> EvennessPlot::addGraphs(const StackSeries& series, const std::vector<double>& times)
{
    std::vector<Point> points;
    QCPGraph* graph = addGraph();
    graph->setPen(QPen(mutedText(palette()), 1));
    const QColor color = accentText(palette());
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(color, 1), color, pointSize(series) * 0.75));
    for (const FramePoint& frame : series.frames) {
        if (!frame.evenness || !isInside(frame.frame, times))
            continue;
        const double time = times[std::size_t(frame.frame)];
        if (!points.empty() && points.back().frame + 1 != frame.frame)
            graph->addData((points.back().time + time) / 2, qQNaN());
        graph->addData(time, *frame.evenness);
        points.push_back({frame.frame, time, *frame.evenness});
    }
    return points;
}

QString EvennessPlot::valueTitle(const StackSeries&) const
{
    return tr("Evenness (CV of volume, %)");
}

QString EvennessPlot::emptyText(const StackSeries* series) const
{
    if (series && !series->objects.isEmpty())
        return tr("Evenness compares the cells of an embryo. It says nothing about other objects.");
    return tr("The evenness of the cells over time appears here once frames with two or more cells are segmented.");
}

} // namespace blastoscope::ui

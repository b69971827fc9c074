// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lineage_plot.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QLocale>

#include <qcustomplot.h>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {
namespace {

constexpr double kThickness = 0.5; ///< of a line, grid units
constexpr double kRim = 1;         ///< around a line on a light ground, logical pixels

} // namespace

LineagePlot::LineagePlot(QWidget* parent) : TimePlot(parent)
{
    plot().setAutoAddPlottableToLegend(false); // nobody sees it, and there may be hundreds of tracks
    plot().yAxis->setTicks(false);
    plot().yAxis->setTickLabels(false);
    plot().yAxis->grid()->setVisible(false);
    connect(&plot(), &QCustomPlot::afterLayout, this, &LineagePlot::placeLabels);
    setSeries(nullptr);
}

std::vector<TimePlot::Point> LineagePlot::addGraphs(const StackSeries& series, const std::vector<double>& times)
{
    for (const Label& label : m_labels)
        plot().removeItem(label.item);
    m_labels.clear();
    const LineageLayout layout = layoutOf(series.tracks);
    const auto valueOf = [&](double row) { return layout.rows - row; }; // the first row is on top
    const auto timeOf = [&](int frame) { return times[std::size_t(frame)]; };
    for (const DivisionLine& division : layout.divisions) {
        const double time = timeOf(division.frame);
        addStroke({time, valueOf(division.bottom)}, {time, valueOf(division.top)}, QPen(mutedText(palette()), 1));
    }
    std::vector<Point> points;
    for (const TrackLine& line : layout.lines) {
        const TrackSeries& track = series.tracks[line.track];
        const double value = valueOf(line.row);
        addLine(timeOf(line.from), timeOf(line.to), value, track.color);
        addLabel(QLocale().toString(track.id), timeOf(line.from), timeOf(line.to), value);
        for (const TrackSeries::Cell& cell : track.cells)
            points.push_back({cell.frame, timeOf(cell.frame), value, cell.id});
    }
    return points;
}

void LineagePlot::addStroke(const QPointF& from, const QPointF& to, const QPen& pen)
{
    QCPGraph* graph = addGraph();
    graph->setAdaptiveSampling(false); // would bend what is narrower than a pixel
    graph->setPen(pen);
    graph->addData(from.x(), from.y());
    graph->addData(to.x(), to.y());
}

void LineagePlot::addLine(double from, double to, double value, const QColor& color)
{
    const double thickness = kThickness * gridUnit(this);
    const auto add = [&](const QColor& shade, double width) {
        addStroke({from, value}, {to, value}, QPen(shade, width, Qt::SolidLine, Qt::RoundCap));
    };
    if (!isDark(palette())) // pale colours do not show on white
        add(color.darker(160), thickness + 2 * kRim);
    add(color, thickness);
}

void LineagePlot::addLabel(const QString& text, double from, double to, double value)
{
    auto* item = new QCPItemText(&plot());
    item->setText(text);
    item->setFont(tabularFigures(font()));
    item->setColor(palette().color(QPalette::WindowText));
    item->setBrush(palette().brush(QPalette::Base));
    const QFontMetrics metrics(item->font());
    const int tighter = (metrics.height() - metrics.capHeight()) / 2 - 1; // figures have nothing above and below
    item->setPadding(QMargins(gridUnit(this) / 2, -tighter, gridUnit(this) / 2, -tighter));
    item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    item->setSelectable(false);
    m_labels.push_back({item, from, to, value});
}

void LineagePlot::placeLabels()
{
    const QCPAxis& x = *plot().xAxis;
    const QCPAxis& y = *plot().yAxis;
    const QFontMetricsF metrics(tabularFigures(font()));
    const double unit = gridUnit(this);
    const double half = kThickness * unit / 2 + kRim;
    std::vector<QRectF> taken; // by the lines and by the numbers that are placed
    for (const Label& label : m_labels) {
        const QPointF begin(x.coordToPixel(label.from), y.coordToPixel(label.value) - half);
        taken.emplace_back(begin, QPointF(x.coordToPixel(label.to), begin.y() + 2 * half));
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        QCPItemText& item = *m_labels[i].item;
        const double begin = std::max(taken[i].left(), x.coordToPixel(x.range().lower)) + unit;
        const double end = std::min(taken[i].right(), x.coordToPixel(x.range().upper)) - unit;
        const QSizeF size(metrics.horizontalAdvance(item.text()) + unit, metrics.capHeight() + 2);
        const QRectF place(begin, taken[i].center().y() - size.height() / 2, size.width(), size.height());
        bool free = place.right() <= end;
        for (std::size_t k = 0; k < taken.size() && free; ++k)
            free = k == i || !taken[k].intersects(place);
        item.setVisible(free);
        if (!free)
            continue;
        item.position->setCoords(x.pixelToCoord(begin), m_labels[i].value);
        taken.push_back(place);
    }
}

QString LineagePlot::valueTitle(const StackSeries&) const
{
    return {};
}

QString LineagePlot::emptyText(const StackSeries* series) const
{
    if (series && !series->objects.isEmpty())
        return tr("A lineage is that of the cells of an embryo. Other objects have none.");
    return tr("The lineage appears here once cells are followed through time: segment the stack, then choose “Track "
              "cells” in the menu Segment.");
}

std::pair<double, double> LineagePlot::valueRange(double highest) const
{
    return {0.5, highest + 0.5};
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/time_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QLabel>
#include <QMouseEvent>
#include <QSharedPointer>
#include <QStackedLayout>

#include <qcustomplot.h>

#include "ui/plots/plot_theme.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {
namespace {

constexpr double kClickReach = 3;      ///< grid units from a point
constexpr double kClickDistance = 4;   ///< logical pixels that a click may wander
constexpr int kCrowd = 250;            ///< frames
constexpr double kMargin = 0.04;       ///< of the range, around all points
constexpr double kHeightMatters = 0.5; ///< a miss in height counts less than one in time
constexpr int kTicks = 5;              ///< about that many whole numbers along an axis

} // namespace

TimePlot::TimePlot(QWidget* parent) : QWidget(parent)
{
    createPlot();
    m_empty = wrappedLabel({}, this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_layout = new QStackedLayout(this);
    m_layout->addWidget(m_empty);
    m_layout->addWidget(m_plot);
    applyTheme();
}

TimePlot::~TimePlot() = default;

void TimePlot::createPlot()
{
    m_plot = new QCustomPlot(this);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    m_plot->setNoAntialiasingOnDrag(false);
    // The mark has a layer with a buffer of its own: moving it does not paint thousands of points again.
    m_plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
    m_cursor = new QCPItemStraightLine(m_plot);
    m_cursor->setLayer("overlay");
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { m_stale = false; });
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* e) { mousePressed(e->position()); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* e) { mouseReleased(e->position()); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* e) {
        m_zoomed = m_zoomed || (e->buttons() & Qt::LeftButton);
        m_plot->setCursor(frameNear(e->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_zoomed = false;
        showAll();
    });
}

QCPGraph* TimePlot::addGraph()
{
    QCPGraph* graph = m_plot->addGraph();
    graph->setAntialiased(true);
    return graph;
}

double TimePlot::pointSize(const StackSeries& series) const
{
    return (series.frameCount > kCrowd ? 0.4 : 0.75) * gridUnit(this);
}

/// A folded dock costs nothing: it is painted when it comes up.
void TimePlot::replotWhenShown()
{
    m_stale = true;
    if (isVisible())
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        replotWhenShown();
}

void TimePlot::setSeries(std::shared_ptr<const StackSeries> series)
{
    const bool otherStack = !m_series || !series || m_series->frameCount != series->frameCount;
    m_series = std::move(series);
    if (otherStack)
        m_zoomed = false;
    refresh();
}

void TimePlot::useWholeNumbers(QCPAxis* axis)
{
    QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(1);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    ticker->setTickCount(kTicks);
    axis->setTicker(ticker);
}

void TimePlot::refresh()
{
    m_plot->clearGraphs();
    m_points.clear();
    m_times.clear();
    if (m_series) {
        m_times = m_series->times();
        m_points = addGraphs(*m_series, m_times);
        m_plot->xAxis->setLabel(m_series->hasHours() ? tr("Time (h)") : tr("Frame"));
        if (m_series->hasHours())
            m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        else
            useWholeNumbers(m_plot->xAxis);
        m_plot->yAxis->setLabel(valueTitle(*m_series));
    }
    m_empty->setText(emptyText(m_series.get()));
    m_layout->setCurrentWidget(isEmpty() ? static_cast<QWidget*>(m_empty) : m_plot);
    placeCursor();
    if (!m_zoomed)
        showAll();
    replotWhenShown();
}

void TimePlot::showAll()
{
    if (m_points.empty())
        return;
    double highest = 0;
    for (const Point& point : m_points)
        highest = std::max(highest, point.value);
    const double span = m_times.back() - m_times.front();
    const double margin = span > 0 ? kMargin * span : 1; // a single picture stands in the middle
    m_plot->xAxis->setRange(m_times.front() - margin, m_times.back() + margin);
    const auto [lower, upper] = valueRange(highest);
    m_plot->yAxis->setRange(lower, upper);
    replotWhenShown();
}

std::pair<double, double> TimePlot::valueRange(double highest) const
{
    return {0, highest > 0 ? highest * (1 + 3 * kMargin) : 1};
}

void TimePlot::setCurrentFrame(int frame)
{
    m_current = frame;
    placeCursor();
    if (m_stale || !isVisible())
        replotWhenShown();
    else
        m_plot->layer("overlay")->replot();
}

void TimePlot::placeCursor()
{
    const bool known = m_current >= 0 && std::size_t(m_current) < m_times.size();
    m_cursor->setVisible(known);
    if (!known)
        return;
    const double time = m_times[std::size_t(m_current)];
    m_cursor->point1->setCoords(time, 0);
    m_cursor->point2->setCoords(time, 1);
}

std::optional<QPointF> TimePlot::positionOf(int frame) const
{
    for (const Point& point : m_points)
        if (point.frame == frame)
            return QPointF(m_plot->xAxis->coordToPixel(point.time), m_plot->yAxis->coordToPixel(point.value));
    return std::nullopt;
}

std::optional<int> TimePlot::frameNear(const QPointF& position) const
{
    const Point* point = pointNear(position);
    return point ? std::optional(point->frame) : std::nullopt;
}

const TimePlot::Point* TimePlot::pointNear(const QPointF& position) const
{
    const Point* nearest = nullptr;
    double least = kClickReach * gridUnit(this);
    for (const Point& point : m_points) {
        const double dx = m_plot->xAxis->coordToPixel(point.time) - position.x();
        const double dy = m_plot->yAxis->coordToPixel(point.value) - position.y();
        if (const double distance = std::hypot(dx, kHeightMatters * dy); distance < least) {
            least = distance;
            nearest = &point;
        }
    }
    return nearest;
}

void TimePlot::mousePressed(const QPointF& position)
{
    m_pressedAt = position;
}

void TimePlot::mouseReleased(const QPointF& position)
{
    const QPointF way = position - m_pressedAt;
    if (std::hypot(way.x(), way.y()) > kClickDistance)
        return;
    if (const Point* point = pointNear(position))
        emit frameRequested(point->frame, point->cell);
}

void TimePlot::applyTheme()
{
    m_plot->setBackground(palette().brush(QPalette::Base));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        applyPlotTheme(*axis, *this);
    m_cursor->setPen(QPen(accentText(palette()), 2));
    const int unit = gridUnit(this);
    m_empty->setMargin(2 * unit);
    m_plot->axisRect()->setMinimumMargins(QMargins(unit, unit, unit, unit));
    setMinimumSize(24 * unit, 16 * unit);
}

void TimePlot::changeEvent(QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_plot && m_layout
        && (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange)) {
        applyTheme();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui

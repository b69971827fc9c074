// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curves_view.h"

#include <algorithm>

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/canvas/instance_colors.h"
#include "ui/plots/plot_theme.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr double kPercent = 100;

/// "mask_amodal" is a name of the training program.
QString readable(QString name)
{
    return name.replace(u'_', u' ');
}

QCPLegend* addLegend(QCPAxisRect& axes)
{
    auto* legend = new QCPLegend;
    axes.insetLayout()->addElement(legend, Qt::AlignRight | Qt::AlignTop);
    axes.insetLayout()->setMargins(QMargins(4, 4, 4, 4));
    legend->setLayer(QStringLiteral("legend"));
    legend->setFillOrder(QCPLegend::foRowsFirst);
    legend->setWrap(5);
    return legend;
}

QCPLegend* legendOf(const QCPAxisRect& axes)
{
    return qobject_cast<QCPLegend*>(axes.insetLayout()->elementAt(0));
}

} // namespace

CurvesView::CurvesView(QWidget* parent) : QWidget(parent)
{
    m_plot = new QCustomPlot(this);
    m_plot->setAutoAddPlottableToLegend(false);
    createAxes();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumSize(32 * gridUnit(this), 34 * gridUnit(this));
    applyTheme();
    refresh();
}

void CurvesView::createAxes()
{
    m_plot->plotLayout()->clear();
    m_losses = new QCPAxisRect(m_plot);
    m_precision = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(0, 0, m_losses);
    m_plot->plotLayout()->addElement(1, 0, m_precision);
    auto* group = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* axes : {m_losses, m_precision}) {
        axes->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        addLegend(*axes);
        for (QCPAxis* axis : axes->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
        }
    }
    m_plot->legend = legendOf(*m_losses); // the plot's own one went with its axes
    m_losses->axis(QCPAxis::atLeft)->setLabel(tr("Loss"));
    m_precision->axis(QCPAxis::atLeft)->setLabel(tr("AP (%)"));
    m_precision->axis(QCPAxis::atBottom)->setLabel(tr("Training step"));
}

void CurvesView::setProgress(const RunProgress& progress)
{
    m_progress = progress;
    refresh();
}

void CurvesView::setPartsVisible(bool visible)
{
    m_parts = visible;
    refresh();
}

QCPGraph* CurvesView::add(QCPAxisRect& axes, const QString& name, const Curve& curve, const QPen& pen, bool points)
{
    QCPGraph* graph = m_plot->addGraph(axes.axis(QCPAxis::atBottom), axes.axis(QCPAxis::atLeft));
    graph->setName(name);
    graph->setPen(pen);
    graph->setAntialiased(true);
    if (points)
        graph->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), pen.color(), 0.75 * gridUnit(this)));
    QVector<double> steps, values;
    const double factor = &axes == m_precision ? kPercent : 1;
    for (const CurvePoint& point : curve) {
        steps << point.step;
        values << factor * point.value;
    }
    graph->setData(steps, values, true);
    legendOf(axes)->addItem(new QCPPlottableLegendItem(legendOf(axes), graph));
    return graph;
}

void CurvesView::refresh()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    for (QCPAxisRect* axes : {m_losses, m_precision})
        legendOf(*axes)->clearItems();
    m_plot->clearGraphs();
    const QColor accent = accentText(palette());
    if (m_parts) {
        int index = 1;
        for (const auto& [name, curve] : m_progress.parts)
            add(*m_losses, readable(name), curve, QPen(paletteColor(index++), 1), false);
    }
    if (!m_progress.loss.empty())
        add(*m_losses, tr("all together"), m_progress.loss, QPen(accent, 2), m_progress.loss.size() == 1);
    if (!m_progress.heldOutAp.empty())
        add(*m_precision, tr("held-out frames"), m_progress.heldOutAp, QPen(accent, 2), true);
    if (!m_progress.simulatedAp.empty())
        add(*m_precision, tr("simulated frames"), m_progress.simulatedAp, QPen(mutedText(palette()), 2, Qt::DashLine),
            true);
    for (QCPAxisRect* axes : {m_losses, m_precision})
        legendOf(*axes)->setVisible(legendOf(*axes)->itemCount() > 1 || axes == m_precision);
    legendOf(*m_precision)->setVisible(legendOf(*m_precision)->itemCount() > 0);
    scale();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvesView::scale()
{
    double lastStep = 1, highest = 0;
    for (const CurvePoint& point : m_progress.loss) {
        lastStep = std::max(lastStep, point.step);
        highest = std::max(highest, point.value);
    }
    for (QCPAxisRect* axes : {m_losses, m_precision})
        axes->axis(QCPAxis::atBottom)->setRange(0, 1.02 * lastStep);
    m_losses->axis(QCPAxis::atLeft)->setRange(0, highest > 0 ? 1.1 * highest : 1);
    m_precision->axis(QCPAxis::atLeft)->setRange(0, kPercent);
}

void CurvesView::applyTheme()
{
    m_plot->setBackground(palette().brush(QPalette::Base));
    for (QCPAxisRect* axes : {m_losses, m_precision}) {
        for (QCPAxis* axis : axes->axes())
            applyPlotTheme(*axis, *this);
        QCPLegend* legend = legendOf(*axes);
        legend->setFont(font());
        legend->setTextColor(mutedText(palette()));
        legend->setBorderPen(Qt::NoPen);
        QColor ground = palette().color(QPalette::Base);
        ground.setAlpha(210);
        legend->setBrush(ground);
    }
}

void CurvesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void CurvesView::changeEvent(QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_precision && (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange)) {
        applyTheme();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/generator_curves.h"

#include <algorithm>

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/plots/plot_theme.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr double kPerThousand = 1e-3;

Curve inThousands(const Curve& curve, int batch)
{
    Curve out = curve;
    for (CurvePoint& point : out)
        point.step *= batch * kPerThousand;
    return out;
}

Curve curveNamed(const std::map<QString, Curve>& curves, const char* name)
{
    const auto found = curves.find(QLatin1String(name));
    return found == curves.end() ? Curve() : found->second;
}

} // namespace

GeneratorCurves::GeneratorCurves(QWidget* parent) : QWidget(parent)
{
    m_plot = new QCustomPlot(this);
    m_plot->plotLayout()->clear();
    m_above = new QCPAxisRect(m_plot);
    m_below = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(0, 0, m_above);
    m_plot->plotLayout()->addElement(1, 0, m_below);
    auto* group = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* axes : {m_above, m_below}) {
        axes->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        for (QCPAxis* axis : axes->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
        }
    }
    //: A distance between two sets of pictures; a name, not a word
    m_above->axis(QCPAxis::atLeft)->setLabel(tr("KID-own"));
    m_below->axis(QCPAxis::atLeft)->setLabel(tr("ADA p"));
    m_below->axis(QCPAxis::atBottom)->setLabel(tr("Thousand pictures shown"));
    m_plot->setToolTip(
        tr("KID-own: how far the generated pictures are from yours; it should fall and then stay. Numbers from "
           "other programs are no comparison.\nADA p: how strongly pictures are changed at random so that few "
           "of them are not learned by heart; it finds its level by itself."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumSize(26 * gridUnit(this), 26 * gridUnit(this));
    applyTheme();
}

void GeneratorCurves::setProgress(const RunProgress& progress, int batch)
{
    m_distance = inThousands(curveNamed(progress.metrics, "kid_own"), batch);
    m_strength = inThousands(curveNamed(progress.parts, "strength"), batch);
    refresh();
}

void GeneratorCurves::draw(QCPAxisRect& axes, const Curve& curve, bool points)
{
    QCPGraph* graph = m_plot->addGraph(axes.axis(QCPAxis::atBottom), axes.axis(QCPAxis::atLeft));
    const QPen pen(accentText(palette()), 2);
    graph->setPen(pen);
    graph->setAntialiased(true);
    if (points || curve.size() == 1)
        graph->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), pen.color(), 0.75 * gridUnit(this)));
    QVector<double> steps, values;
    double highest = 0;
    for (const CurvePoint& point : curve) {
        steps << point.step;
        values << point.value;
        highest = std::max(highest, point.value);
    }
    graph->setData(steps, values, true);
    axes.axis(QCPAxis::atLeft)->setRange(0, highest > 0 ? 1.1 * highest : 1);
}

void GeneratorCurves::refresh()
{
    if (!isVisible())
        return;
    m_plot->clearGraphs();
    draw(*m_above, m_distance, true);
    draw(*m_below, m_strength, false);
    double last = kPerThousand;
    for (const Curve* curve : {&m_distance, &m_strength})
        last = curve->empty() ? last : std::max(last, curve->back().step);
    for (QCPAxisRect* axes : {m_above, m_below})
        axes->axis(QCPAxis::atBottom)->setRange(0, 1.02 * last);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void GeneratorCurves::applyTheme()
{
    m_plot->setBackground(palette().brush(QPalette::Base));
    for (QCPAxisRect* axes : {m_above, m_below}) {
        for (QCPAxis* axis : axes->axes())
            applyPlotTheme(*axis, *this);
    }
}

void GeneratorCurves::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void GeneratorCurves::changeEvent(QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_below && (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange)) {
        applyTheme();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/size_histogram.h"

#include <algorithm>

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/plots/plot_theme.h"
#include "ui/session/object_words.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

constexpr int kOpenEnd = 4096; ///< px; a bin that ends beyond has no upper end

QString label(const dataset::SizeBin& bin)
{
    return bin.to > kOpenEnd ? SizeHistogram::tr("from %1").arg(bin.from)
                             : QStringLiteral("%1–%2").arg(bin.from).arg(bin.to);
}

} // namespace

SizeHistogram::SizeHistogram(QWidget* parent) : QWidget(parent)
{
    m_plot = new QCustomPlot(this);
    m_bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    m_bars->setWidth(0.8);
    m_plot->yAxis->setLabel(tr("Number"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumHeight(20 * gridUnit(this));
    applyTheme();
}

void SizeHistogram::setSizes(const std::vector<dataset::SizeBin>& sizes, const std::string& ownName)
{
    m_plot->xAxis->setLabel(ownName.empty() ? tr("Diameter of the blastomeres (px)")
                                            : tr("%1: diameter (px)", "Nuclei: …").arg(objectsTitle(ownName)));
    QVector<double> keys, values;
    const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    double highest = 1;
    for (const dataset::SizeBin& bin : sizes) {
        ticks->addTick(double(keys.size()), label(bin));
        keys << double(keys.size());
        values << bin.count;
        highest = std::max(highest, double(bin.count));
    }
    m_bars->setData(keys, values, true);
    m_plot->xAxis->setTicker(ticks);
    m_plot->xAxis->setRange(-0.6, std::max(1.0, double(keys.size())) - 0.4);
    m_plot->yAxis->setRange(0, 1.1 * highest);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SizeHistogram::applyTheme()
{
    m_plot->setBackground(palette().brush(QPalette::Base));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        applyPlotTheme(*axis, *this);
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(accentText(palette()));
}

void SizeHistogram::changeEvent(QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_bars && (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange)) {
        applyTheme();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui

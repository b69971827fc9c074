// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/frame_comparison_view.h"

#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QTransform>

#include "ui/canvas/instance_colors.h"
#include "ui/canvas/silhouette_paths.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

/// Outlines in pixels of the picture.
QPainterPath placed(const PlacedShapes& shapes)
{
    QPainterPath path;
    for (const masks::RleMask& mask : shapes.masks) {
        const double scale = shapes.window.width() / mask.width();
        QTransform transform;
        transform.translate(shapes.window.left(), shapes.window.top());
        transform.scale(scale, shapes.window.height() / mask.height());
        path.addPath(transform.map(tracePath(mask)));
    }
    return path;
}

} // namespace

ComparedFrame comparedFrame(const ShownFrame& frame, const QString& folder)
{
    ComparedFrame compared;
    compared.picture = QImage(QDir(folder).filePath(frame.picture));
    compared.embryo = frame.embryo;
    compared.cells = frame.cells;
    compared.truth = placed(frame.truth);
    compared.window = frame.truth.window;
    for (const ShownResult& result : frame.results)
        compared.sides.push_back({placed(result.shapes), result.counted, result.quality});
    if (!compared.picture.isNull())
        compared.window = compared.window.intersected(QRectF(compared.picture.rect()));
    return compared;
}

FrameComparisonView::FrameComparisonView(QWidget* parent) : QWidget(parent)
{
    setMinimumHeight(22 * gridUnit(this));
    setAccessibleName(tr("Old and new model on a held-out frame"));
}

void FrameComparisonView::setFrame(const ComparedFrame& frame)
{
    m_frame = frame;
    update();
}

void FrameComparisonView::clear()
{
    setFrame({});
}

QSize FrameComparisonView::sizeHint() const
{
    return QSize(52, 30) * gridUnit(this);
}

QString FrameComparisonView::captionOf(std::size_t side) const
{
    const ComparedFrame::Side& shown = m_frame.sides[side];
    const QString text = side == 0 ? tr("Before: %1 of %2 cells, %3 %") : tr("After: %1 of %2 cells, %3 %");
    return text.arg(shown.counted).arg(m_frame.cells).arg(QLocale().toString(100 * shown.quality, 'f', 0));
}

void FrameComparisonView::paintSide(QPainter& painter, const QRectF& place, std::size_t side) const
{
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(place.left(), place.top(), place.width(), line), int(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(captionOf(side), Qt::ElideRight, int(place.width())));
    const QRectF room = place.adjusted(0, line + gridUnit(this) / 2, 0, 0);
    const QSizeF size = m_frame.window.size().scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF target(room.topLeft(), size);
    painter.save();
    painter.setClipRect(target);
    painter.fillRect(target, QColor(0x14, 0x16, 0x19));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!m_frame.picture.isNull())
        painter.drawImage(target, m_frame.picture, m_frame.window);
    QTransform toView;
    toView.translate(target.left(), target.top());
    toView.scale(target.width() / m_frame.window.width(), target.height() / m_frame.window.height());
    toView.translate(-m_frame.window.left(), -m_frame.window.top());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0xf4, 0xf4, 0xf4), 1.2, Qt::DashLine));
    painter.drawPath(toView.map(m_frame.truth));
    painter.setPen(QPen(paletteColor(0), 1.8));
    painter.drawPath(toView.map(m_frame.sides[side].outlines));
    painter.restore();
}

void FrameComparisonView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_frame.sides.size() < 2 || m_frame.window.isEmpty())
        return;
    const double gap = gridUnit(this);
    const double width = (this->width() - gap) / 2.0;
    for (std::size_t side = 0; side < 2; ++side)
        paintSide(painter, QRectF(double(side) * (width + gap), 0, width, height()), side);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_furniture.h"

#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace blastoscope::ui {
namespace {

const QColor kPlate(0, 0, 0, 165); ///< white text on it has at least 7 : 1 on any picture
const QColor kText(255, 255, 255);
const QColor kQuietText(0xb6, 0xbc, 0xc4);

void paintPlate(QPainter& painter, const QRectF& rect, double radius, const QColor& color = kPlate)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
}

/// A plate around one line of text, its size rounded so that text stays sharp.
QSizeF plateSize(const QFontMetricsF& metrics, const QString& text, double unit)
{
    return {std::ceil(metrics.horizontalAdvance(text) + 2 * unit), std::ceil(metrics.height() + unit / 2)};
}

QString labelText(const Silhouette& silhouette)
{
    const QLocale locale;
    const QString number = locale.toString(silhouette.number);
    if (!silhouette.score || silhouette.reviewed)
        return number;
    return QCoreApplication::translate("Canvas", "%1 · %2 %", "number of an object · confidence of the model")
        .arg(number, locale.toString(int(std::lround(*silhouette.score * 100))));
}

} // namespace

ScaleBar chooseScaleBar(double umPerScreenPixel, double longest)
{
    const double most = umPerScreenPixel * longest;
    const double decade = std::pow(10, std::floor(std::log10(most)));
    const double ratio = most / decade;
    const double length = decade * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
    return {length, length / umPerScreenPixel};
}

QString scaleBarText(double micrometres)
{
    const QLocale locale;
    if (micrometres >= 1000)
        return QCoreApplication::translate("Canvas", "%1 mm").arg(locale.toString(micrometres / 1000, 'g', 6));
    return QCoreApplication::translate("Canvas", "%1 µm").arg(locale.toString(micrometres, 'g', 6));
}

void paintCaption(QPainter& painter, const FurnitureStyle& style, const QRectF& view, const QString& caption)
{
    if (caption.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QRectF plate(view.topLeft() + QPointF(style.unit, style.unit),
                       plateSize(QFontMetricsF(style.font), caption, style.unit));
    paintPlate(painter, plate, style.unit / 2.0);
    painter.setPen(kText);
    painter.drawText(plate, Qt::AlignCenter, caption);
    painter.restore();
}

void paintScaleBar(QPainter& painter, const FurnitureStyle& style, const QRectF& view, double umPerScreenPixel)
{
    const double longest = std::min(20.0 * style.unit, view.width() / 3);
    if (!(umPerScreenPixel > 0) || longest < 4 * style.unit)
        return;
    const ScaleBar bar = chooseScaleBar(umPerScreenPixel, longest);
    const QString text = scaleBarText(bar.micrometres);
    const QFontMetricsF metrics(style.font);
    const double unit = style.unit;
    const double thickness = std::max(3.0, std::round(unit * 3 / 8));
    const double width = std::ceil(std::max(bar.pixels, metrics.horizontalAdvance(text)) + 2 * unit);
    const double height = std::ceil(metrics.height() + thickness + 1.5 * unit);
    const QRectF plate(view.left() + unit, view.bottom() - unit - height, width, height);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    paintPlate(painter, plate, unit / 2);
    painter.setPen(kText);
    painter.drawText(plate.adjusted(0, unit / 4, 0, -thickness - unit), Qt::AlignCenter, text);
    painter.fillRect(
        QRectF(plate.center().x() - bar.pixels / 2, plate.bottom() - 0.75 * unit - thickness, bar.pixels, thickness),
        kText);
    painter.restore();
}

void paintLabels(QPainter& painter, const FurnitureStyle& style, const FrameOverlay& overlay,
                 const ViewTransform& transform, std::optional<annotation::InstanceId> selected)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    for (const Silhouette& silhouette : overlay.silhouettes) {
        QString text = labelText(silhouette);
        QSizeF size = plateSize(metrics, text, style.unit);
        const QSizeF room = silhouette.bounds.size() * transform.zoom();
        if (size.width() > room.width() * 0.8) {
            text = QLocale().toString(silhouette.number);
            size = plateSize(metrics, text, style.unit);
        }
        if (size.width() > room.width() || size.height() > room.height())
            continue;
        const QPointF center = transform.toView(silhouette.labelAnchor);
        const QRectF plate(
            QPointF(std::round(center.x() - size.width() / 2), std::round(center.y() - size.height() / 2)), size);
        paintPlate(painter, plate, size.height() / 2, silhouette.id == selected ? style.accent : kPlate);
        painter.setPen(kText);
        painter.drawText(plate, Qt::AlignCenter, text);
    }
    painter.restore();
}

void paintMessage(QPainter& painter, const FurnitureStyle& style, const QRectF& view, const QString& title,
                  const QString& text)
{
    painter.save();
    QFont titleFont = style.font;
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.25);
    titleFont.setWeight(QFont::DemiBold);
    const double width = std::min(view.width() - 4 * style.unit, 60.0 * style.unit);
    const QRectF column(view.center().x() - width / 2, view.top(), width, view.height());
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF titleRect = QFontMetricsF(titleFont).boundingRect(column, flags, title);
    const QRectF textRect = QFontMetricsF(style.font).boundingRect(column, flags, text);
    const double gap = style.unit;
    const double top = view.center().y() - (titleRect.height() + gap + textRect.height()) / 2;

    painter.setFont(titleFont);
    painter.setPen(kText);
    painter.drawText(QRectF(column.left(), top, width, titleRect.height()), flags, title);
    painter.setFont(style.font);
    painter.setPen(kQuietText);
    painter.drawText(QRectF(column.left(), top + titleRect.height() + gap, width, textRect.height() + 1), flags, text);
    painter.restore();
}

} // namespace blastoscope::ui

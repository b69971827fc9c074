// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/handle_painter.h"

#include <QPainter>

namespace blastoscope::ui {

void paintHandle(QPainter& painter, const QPointF& center, bool highlighted)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.4));
    painter.setBrush(highlighted ? QColor(Qt::white) : QColor(255, 255, 255, 210));
    const double radius = highlighted ? 5.5 : 3.8;
    painter.drawEllipse(center, radius, radius);
    painter.restore();
}

void paintGuide(QPainter& painter, const QPolygonF& line, bool dashed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(QColor(0, 0, 0, 150), 3.2), std::pair(QColor(Qt::white), 1.4)}) {
        QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (dashed)
            pen.setDashPattern({6 / width, 4 / width});
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.restore();
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>

class QPainter;

namespace blastoscope::ui {

/// How near, in logical pixels, the cursor must be to a handle or a line to mean it.
inline constexpr double kHandleReach = 8;
/// Logical pixels from which a press with movement is a drag.
inline constexpr double kDragDistance = 4;

/// A point that can be dragged; widget coordinates.
void paintHandle(QPainter& painter, const QPointF& center, bool highlighted = false);
/// A thin line that shows on light and dark; widget coordinates.
void paintGuide(QPainter& painter, const QPolygonF& line, bool dashed = false);

} // namespace blastoscope::ui

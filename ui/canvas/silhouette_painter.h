// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QColor>

#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/frame_overlay.h"
#include "ui/canvas/view_transform.h"

class QPainter;

namespace blastoscope::ui {

/// How the silhouettes look at the moment.
struct SilhouetteStyle {
    CanvasLayers layers;
    std::optional<annotation::InstanceId> hovered;
    std::vector<annotation::InstanceId> selected;
    QColor accent; ///< of the selection
    std::optional<annotation::InstanceId> omitted; ///< not painted
};

/// How far, in logical pixels, paint may reach beyond the bounds of a silhouette.
inline constexpr int kSilhouetteReach = 6;

/// The outline of something that is not in the frame, e.g. of a cell in the frame before.
struct GhostOutline {
    QPainterPath path; ///< image coordinates
    QColor color;
};

/// Paints in widget coordinates. Widths and hatching keep their size on the screen whatever the zoom.
void paintSilhouettes(QPainter& painter, const FrameOverlay& overlay, const ViewTransform& view,
                      const SilhouetteStyle& style);

/// Dotted, so that it is neither an outline nor the hidden arc of one.
void paintGhost(QPainter& painter, const GhostOutline& ghost, const ViewTransform& view);

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include "ui/canvas/frame_overlay.h"
#include "ui/canvas/view_transform.h"

class QPainter;

namespace blastoscope::ui {

/// Ground of the canvas in both themes: the embryo is the brightest thing on it.
inline constexpr QRgb kCanvasGround = 0xff17191c;

/// What stands on the canvas beside the picture; all sizes follow from the font.
struct FurnitureStyle {
    QFont font;                   ///< with figures of equal width
    int unit = 8;                 ///< one step of the grid, logical pixels
    QColor accent = Qt::darkBlue; ///< ground of selected labels; white text stands on it
};

/// A round length and how long it is on the screen.
struct ScaleBar {
    double micrometres = 0; ///< 1, 2 or 5 times a power of ten
    double pixels = 0;      ///< logical
};

/// The longest round length that takes at most `longest` logical pixels; both arguments > 0.
ScaleBar chooseScaleBar(double umPerScreenPixel, double longest);
/// "50 µm", "0.5 µm" or "1 mm" in the user's language.
QString scaleBarText(double micrometres);

void paintCaption(QPainter& painter, const FurnitureStyle& style, const QRectF& view, const QString& caption);
void paintScaleBar(QPainter& painter, const FurnitureStyle& style, const QRectF& view, double umPerScreenPixel);
/// Number and confidence of each silhouette that is large enough on the screen; that of `selected` on the accent
/// colour.
void paintLabels(QPainter& painter, const FurnitureStyle& style, const FrameOverlay& overlay,
                 const ViewTransform& transform, std::optional<annotation::InstanceId> selected = std::nullopt);
/// Two lines of text in the middle of the view.
void paintMessage(QPainter& painter, const FurnitureStyle& style, const QRectF& view, const QString& title,
                  const QString& text);

} // namespace blastoscope::ui

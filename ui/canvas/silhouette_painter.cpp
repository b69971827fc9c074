// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/silhouette_painter.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace blastoscope::ui {
namespace {

constexpr double kFillOpacity = 0.18;
constexpr double kHatchOpacity = 0.75;
constexpr double kOcclusionOpacity = 0.6;
constexpr double kHatchPeriod = 9; ///< logical pixels from line to line along a row
constexpr double kOutlineWidth = 1.6;
constexpr double kCasingWidth = 1.4; ///< dark rim on both sides together, so that light colours show on light cells
constexpr double kGhostWidth = 3;
constexpr double kHaloWidth = 5;     ///< accent on both sides of a selected outline together, casing included

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(float(opacity));
    return color;
}

/// One diagonal line of a logical pixel's width, made to be repeated.
QImage hatchTile(const QColor& color, double ratio)
{
    const int side = std::max(4, int(std::lround(kHatchPeriod * ratio)));
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, ratio));
    for (int shift : {-side, 0, side}) // the neighbours' lines reach into the corners
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1));
    return tile;
}

/// A silhouette in widget coordinates.
struct OnScreen {
    const Silhouette* source = nullptr;
    QPainterPath amodal;
    QPainterPath hidden;
    QPainterPath visibleOutline;
    QPainterPath hiddenOutline;
};

class Painting {
public:
    Painting(QPainter& painter, const FrameOverlay& overlay, const ViewTransform& view, const SilhouetteStyle& style)
        : m_painter(painter), m_style(style), m_toScreen(view.matrix()), m_origin(view.toView({}))
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = painter.clipBoundingRect();
        const QMarginsF reach(kSilhouetteReach, kSilhouetteReach, kSilhouetteReach, kSilhouetteReach);
        for (const Silhouette& silhouette : overlay.silhouettes)
            if (silhouette.id != style.omitted
                && (area.isEmpty() || m_toScreen.mapRect(silhouette.bounds).marginsAdded(reach).intersects(area)))
                m_silhouettes.push_back(onScreen(silhouette));
        if (style.layers.occlusion)
            m_unknownOverlap = m_toScreen.map(overlay.unknownOverlap);
    }
    ~Painting() { m_painter.restore(); }

    void paint()
    {
        if (m_style.layers.occlusion)
            paintOcclusion();
        else if (m_style.layers.fills)
            paintBodies();
        if (m_style.layers.outlines)
            paintOutlines();
        else
            paintLifted(); // what the cursor is over, and the selection, always show
    }

private:
    OnScreen onScreen(const Silhouette& silhouette) const
    {
        return {&silhouette, m_toScreen.map(silhouette.amodal), m_toScreen.map(silhouette.hidden),
                m_toScreen.map(silhouette.visibleOutline), m_toScreen.map(silhouette.hiddenOutline)};
    }

    void paintBodies()
    {
        for (const OnScreen& silhouette : m_silhouettes)
            m_painter.fillPath(silhouette.amodal, faded(silhouette.source->color, kFillOpacity));
        for (const OnScreen& silhouette : m_silhouettes)
            if (!silhouette.hidden.isEmpty())
                paintHatching(silhouette.hidden, faded(silhouette.source->color, kHatchOpacity));
    }

    /// Who is covered where: solid in the covered cell's colour, light hatching where nobody knows.
    void paintOcclusion()
    {
        for (const OnScreen& silhouette : m_silhouettes)
            m_painter.fillPath(silhouette.hidden, faded(silhouette.source->color, kOcclusionOpacity));
        if (!m_unknownOverlap.isEmpty())
            paintHatching(m_unknownOverlap, faded(Qt::white, kHatchOpacity));
    }

    /// Diagonal lines that stay with the picture when it moves. A tiled texture: clipping lines to the path takes five
    /// times as long.
    void paintHatching(const QPainterPath& path, const QColor& color)
    {
        const double ratio = m_painter.device()->devicePixelRatioF();
        QBrush brush(hatchTile(color, ratio));
        const QPointF origin = (m_origin * ratio).toPoint().toPointF() / ratio; // whole device pixels keep it sharp
        brush.setTransform(QTransform::fromTranslate(origin.x(), origin.y()).scale(1 / ratio, 1 / ratio));
        m_painter.fillPath(path, brush);
    }

    bool isSelected(const OnScreen& silhouette) const
    {
        const auto& ids = m_style.selected;
        return std::find(ids.begin(), ids.end(), silhouette.source->id) != ids.end();
    }
    bool isLifted(const OnScreen& silhouette) const
    {
        return isSelected(silhouette) || silhouette.source->id == m_style.hovered;
    }

    void paintOutlines()
    {
        for (const OnScreen& silhouette : m_silhouettes)
            if (!isLifted(silhouette))
                paintOutline(silhouette, kOutlineWidth);
        paintLifted();
    }

    void paintLifted()
    {
        for (const OnScreen& silhouette : m_silhouettes)
            if (isLifted(silhouette))
                paintOutline(silhouette, 2 * kOutlineWidth);
    }

    void paintOutline(const OnScreen& silhouette, double width)
    {
        if (isSelected(silhouette)) {
            stroke(silhouette.amodal, m_style.accent, width + kHaloWidth);
            stroke(silhouette.amodal, QColor(0, 0, 0, 220), width + kCasingWidth);
        }
        const QColor color = silhouette.source->color;
        stroke(silhouette.visibleOutline, QColor(0, 0, 0, 110), width + kCasingWidth);
        stroke(silhouette.visibleOutline, color, width);
        if (!silhouette.hiddenOutline.isEmpty())
            stroke(silhouette.hiddenOutline, color, width, true);
    }

    void stroke(const QPainterPath& path, const QColor& color, double width, bool dashed = false)
    {
        QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (dashed) // lengths in logical pixels, the same for every width
            pen.setDashPattern({6 / width, 4 / width});
        m_painter.strokePath(path, pen);
    }

    QPainter& m_painter;
    const SilhouetteStyle& m_style;
    QTransform m_toScreen;
    QPointF m_origin;
    std::vector<OnScreen> m_silhouettes;
    QPainterPath m_unknownOverlap;
};

} // namespace

void paintSilhouettes(QPainter& painter, const FrameOverlay& overlay, const ViewTransform& view,
                      const SilhouetteStyle& style)
{
    Painting(painter, overlay, view, style).paint();
}

void paintGhost(QPainter& painter, const GhostOutline& ghost, const ViewTransform& view)
{
    const QPainterPath path = view.matrix().map(ghost.path);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [color, width] :
         {std::pair(QColor(0, 0, 0, 160), kGhostWidth + kCasingWidth), std::pair(ghost.color, kGhostWidth)}) {
        QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        pen.setDashPattern({.01, 2 * kGhostWidth / width}); // round caps make dots of it
        painter.strokePath(path, pen);
    }
    painter.restore();
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/silhouette_painter.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QLineF>
#include <QPainter>
#include <QPen>

namespace blastoscope::ui {
namespace {

constexpr double kFillOpacity = 0.18;
constexpr double kHatchOpacity = 0.75;
constexpr double kOcclusionOpacity = 0.6;
constexpr double kHatchSpacing = 7; ///< logical pixels between lines
constexpr double kOutlineWidth = 1.6;
constexpr double kCasingWidth = 1.4; ///< dark rim on both sides together, so that light colours show on light cells
constexpr double kHaloWidth = 3;     ///< accent on both sides of a selected outline together

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(float(opacity));
    return color;
}

class Painting {
public:
    Painting(QPainter& painter, const FrameOverlay& overlay, const ViewTransform& view, const SilhouetteStyle& style)
        : m_painter(painter), m_overlay(overlay), m_view(view), m_style(style)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setTransform(view.matrix(), true);
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
    void paintBodies()
    {
        for (const Silhouette& silhouette : m_overlay.silhouettes)
            m_painter.fillPath(silhouette.amodal, faded(silhouette.color, kFillOpacity));
        for (const Silhouette& silhouette : m_overlay.silhouettes)
            if (!silhouette.hidden.isEmpty())
                paintHatching(silhouette.hidden, faded(silhouette.color, kHatchOpacity));
    }

    /// Who is covered where: solid in the covered cell's colour, light hatching where nobody knows.
    void paintOcclusion()
    {
        for (const Silhouette& silhouette : m_overlay.silhouettes)
            m_painter.fillPath(silhouette.hidden, faded(silhouette.color, kOcclusionOpacity));
        if (!m_overlay.unknownOverlap.isEmpty())
            paintHatching(m_overlay.unknownOverlap, faded(Qt::white, kHatchOpacity));
    }

    /// Diagonal lines in screen size that stay with the picture when it moves.
    void paintHatching(const QPainterPath& path, const QColor& color)
    {
        m_painter.save();
        m_painter.setClipPath(path, Qt::IntersectClip);
        const QRectF area = path.boundingRect();
        const double step = kHatchSpacing * std::sqrt(2.0) / m_view.zoom();
        std::vector<QLineF> lines;
        for (double c = std::floor((area.left() + area.top()) / step) * step; c < area.right() + area.bottom(); c += step)
            lines.emplace_back(c - area.bottom(), area.bottom(), c - area.top(), area.top());
        QPen pen(color, 1);
        pen.setCosmetic(true);
        m_painter.setPen(pen);
        m_painter.drawLines(lines.data(), int(lines.size()));
        m_painter.restore();
    }

    bool isLifted(const Silhouette& silhouette) const
    {
        return silhouette.id == m_style.hovered || silhouette.id == m_style.selected;
    }

    void paintOutlines()
    {
        for (const Silhouette& silhouette : m_overlay.silhouettes)
            if (!isLifted(silhouette))
                paintOutline(silhouette, kOutlineWidth);
        paintLifted();
    }

    void paintLifted()
    {
        for (const Silhouette& silhouette : m_overlay.silhouettes)
            if (isLifted(silhouette))
                paintOutline(silhouette, 2 * kOutlineWidth);
    }

    void paintOutline(const Silhouette& silhouette, double width)
    {
        if (silhouette.id == m_style.selected)
            stroke(silhouette.amodal, m_style.accent, width + kHaloWidth);
        stroke(silhouette.visibleOutline, QColor(0, 0, 0, 110), width + kCasingWidth);
        stroke(silhouette.visibleOutline, silhouette.color, width);
        if (!silhouette.hiddenOutline.isEmpty()) {
            stroke(silhouette.hiddenOutline, QColor(0, 0, 0, 70), width + kCasingWidth, true);
            stroke(silhouette.hiddenOutline, silhouette.color, width, true);
        }
    }

    void stroke(const QPainterPath& path, const QColor& color, double width, bool dashed = false)
    {
        QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        pen.setCosmetic(true);
        if (dashed) // lengths in logical pixels, the same for every width
            pen.setDashPattern({6 / width, 4 / width});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
    }

    QPainter& m_painter;
    const FrameOverlay& m_overlay;
    const ViewTransform& m_view;
    const SilhouetteStyle& m_style;
};

} // namespace

void paintSilhouettes(QPainter& painter, const FrameOverlay& overlay, const ViewTransform& view,
                      const SilhouetteStyle& style)
{
    Painting(painter, overlay, view, style).paint();
}

} // namespace blastoscope::ui

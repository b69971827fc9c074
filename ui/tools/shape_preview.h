// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QColor>

#include "ui/canvas/frame_overlay.h"

class QPainter;

namespace blastoscope::ui {

class CanvasView;

/// One silhouette while a tool changes it, painted like a selected one above the canvas, which leaves the original out.
/// Paths are made when they are painted, so several changes between two repaints cost one tracing.
class ShapePreview {
public:
    explicit ShapePreview(CanvasView& view) : m_view(view) {}
    ~ShapePreview() { clear(); }

    bool isShown() const { return m_shown; }
    const masks::RleMask& mask() const { return m_mask; }
    std::optional<annotation::InstanceId> id() const { return m_id; }

    /// Begins to show `mask` in the place of instance `id`, or of a new object.
    void begin(std::optional<annotation::InstanceId> id, masks::RleMask mask);
    /// `area` (image coordinates) holds all that changed; null: everything.
    void change(masks::RleMask mask, const QRectF& area = {});
    /// A new object has got its number, or the object has another one, or none any more.
    void setId(std::optional<annotation::InstanceId> id);
    /// The canvas paints the original again.
    void clear();

    void paint(QPainter& painter) const;

private:
    void trace() const;

    CanvasView& m_view;
    bool m_shown = false;
    std::optional<annotation::InstanceId> m_id;
    masks::RleMask m_mask;
    QColor m_color;
    mutable bool m_traced = false;
    mutable FrameOverlay m_overlay;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace blastoscope::ui {

/// Where the image lies in the widget: widget = image * zoom + offset, in logical pixels.
class ViewTransform {
public:
    void setSizes(const QSizeF& image, const QSizeF& view);

    double zoom() const { return m_zoom; }
    QPointF toImage(const QPointF& view) const { return (view - m_offset) / m_zoom; }
    QPointF toView(const QPointF& image) const { return image * m_zoom + m_offset; }
    QTransform matrix() const;
    QSizeF imageSize() const { return m_image; }
    QRectF imageRect() const { return {m_offset, m_image * m_zoom}; }

    /// The whole image, centred, with a small margin. While fitted it stays so when the widget is resized.
    void fit();
    bool isFitted() const { return m_fitted; }
    /// The image point under `anchor` (widget coordinates) stays where it is. Zoom is limited to [fit / 4, 64].
    void zoomTo(double zoom, const QPointF& anchor);
    void zoomBy(double factor, const QPointF& anchor) { zoomTo(m_zoom * factor, anchor); }
    void panBy(const QPointF& delta);
    /// Moves as little as needed so that `rect` (image coordinates) is in sight.
    void reveal(const QRectF& rect);

private:
    double fitZoom() const;
    void keepInSight();

    QSizeF m_image;
    QSizeF m_view;
    double m_zoom = 1;
    QPointF m_offset;
    bool m_fitted = true;
};

} // namespace blastoscope::ui

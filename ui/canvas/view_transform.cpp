// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/view_transform.h"

#include <algorithm>

namespace blastoscope::ui {
namespace {

constexpr double kMaxZoom = 64;
constexpr double kMinOfFit = 0.25;
constexpr double kFitMargin = 8;     ///< logical pixels on each side
constexpr double kLeastInSight = 48; ///< logical pixels of the image that panning cannot push out

} // namespace

void ViewTransform::setSizes(const QSizeF& image, const QSizeF& view)
{
    if (image == m_image && view == m_view)
        return;
    const bool otherImage = image != m_image;
    const QPointF center = toImage({m_view.width() / 2, m_view.height() / 2});
    m_image = image;
    m_view = view;
    if (m_fitted || otherImage) {
        fit();
        return;
    }
    m_offset = QPointF(view.width() / 2, view.height() / 2) - center * m_zoom;
    keepInSight();
}

QTransform ViewTransform::matrix() const
{
    return {m_zoom, 0, 0, m_zoom, m_offset.x(), m_offset.y()};
}

double ViewTransform::fitZoom() const
{
    if (m_image.isEmpty() || m_view.isEmpty())
        return 1;
    const double zoom = std::min((m_view.width() - 2 * kFitMargin) / m_image.width(),
                                 (m_view.height() - 2 * kFitMargin) / m_image.height());
    return std::clamp(zoom, 1e-3, kMaxZoom);
}

void ViewTransform::fit()
{
    m_fitted = true;
    m_zoom = fitZoom();
    const QSizeF rest = m_view - m_image * m_zoom;
    m_offset = {rest.width() / 2, rest.height() / 2};
}

void ViewTransform::zoomTo(double zoom, const QPointF& anchor)
{
    const QPointF imagePoint = toImage(anchor);
    m_zoom = std::clamp(zoom, std::min(fitZoom() * kMinOfFit, 1.0), kMaxZoom);
    m_offset = anchor - imagePoint * m_zoom;
    m_fitted = false;
}

void ViewTransform::panBy(const QPointF& delta)
{
    m_offset += delta;
    m_fitted = false;
    keepInSight();
}

void ViewTransform::reveal(const QRectF& rect)
{
    const QRectF wanted(toView(rect.topLeft()), toView(rect.bottomRight()));
    const auto shift = [](double low, double high, double extent) {
        if (high - low > extent || (low >= 0 && high <= extent))
            return 0.0;
        return low < 0 ? -low : extent - high;
    };
    const QPointF delta(shift(wanted.left(), wanted.right(), m_view.width()),
                        shift(wanted.top(), wanted.bottom(), m_view.height()));
    if (!delta.isNull())
        panBy(delta);
}

void ViewTransform::keepInSight()
{
    const QSizeF size = m_image * m_zoom;
    const double x = std::min(kLeastInSight, size.width());
    const double y = std::min(kLeastInSight, size.height());
    m_offset.setX(std::clamp(m_offset.x(), x - size.width(), std::max(m_view.width() - x, x - size.width())));
    m_offset.setY(std::clamp(m_offset.y(), y - size.height(), std::max(m_view.height() - y, y - size.height())));
}

} // namespace blastoscope::ui

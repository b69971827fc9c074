// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas paints: a picture of everything below the tool that is kept, and the tool above it.
#include <utility>

#include <QPaintEvent>
#include <QPainter>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/canvas_view.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

constexpr double kPendingOpacity = 0.55;

} // namespace

FurnitureStyle CanvasView::furnitureStyle() const
{
    return {tabularFigures(font()), gridUnit(this), palette().color(QPalette::Active, QPalette::Highlight)};
}

SilhouetteStyle CanvasView::silhouetteStyle() const
{
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight).lighter(140);
    return {m_layers, m_hovered, m_selected, accent, m_edited};
}

void CanvasView::paintEvent(QPaintEvent* event)
{
    refreshScene();
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.drawImage(0, 0, m_scene);
    m_tool->paint(painter);
}

void CanvasView::refreshScene()
{
    const QSize size = (QSizeF(this->size()) * devicePixelRatioF()).toSize();
    if (m_scene.size() != size || m_scene.devicePixelRatio() != devicePixelRatioF()) {
        m_scene = QImage(size, QImage::Format_RGB32);
        m_scene.setDevicePixelRatio(devicePixelRatioF());
        m_staleScene = rect();
    }
    if (m_staleScene.isEmpty())
        return;
    QPainter painter(&m_scene);
    painter.setClipRegion(std::exchange(m_staleScene, {}));
    paintScene(painter);
}

void CanvasView::paintScene(QPainter& painter)
{
    painter.fillRect(rect(), QColor(kCanvasGround));
    if (m_image.isNull()) {
        if (!m_placeholderTitle.isEmpty())
            paintMessage(painter, furnitureStyle(), rect(), m_placeholderTitle, m_placeholderText);
    } else {
        paintPicture(painter);
    }
    if (m_overlay && !m_rawShown && !m_pending) {
        paintSilhouettes(painter, *m_overlay, m_view, silhouetteStyle());
        if (m_layers.labels)
            paintLabels(painter, furnitureStyle(), *m_overlay, m_view, selectedId());
    }
    if (m_ghost)
        paintGhost(painter, *m_ghost, m_view);
    paintFurniture(painter);
}

void CanvasView::paintPicture(QPainter& painter)
{
    const double ratio = devicePixelRatioF();
    const QTransform toDevice = m_view.matrix() * QTransform::fromScale(ratio, ratio);
    const ScaledPicture& picture = m_scaler.scaled(toDevice, (QSizeF(size()) * ratio).toSize());
    if (picture.image.isNull())
        return;
    painter.save();
    painter.setOpacity(m_pending ? kPendingOpacity : 1);
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(picture.topLeft, picture.image);
    painter.restore();
}

void CanvasView::paintFurniture(QPainter& painter)
{
    paintCaption(painter, furnitureStyle(), rect(), m_caption);
    if (m_umPerPixel && !m_image.isNull())
        paintScaleBar(painter, furnitureStyle(), rect(), *m_umPerPixel / m_view.zoom());
}

QImage CanvasView::renderPicture(double scale) const
{
    if (m_image.isNull() || !(scale > 0))
        return {};
    const QSize size = (QSizeF(m_image.size()) * scale).toSize();
    PictureScaler scaler;
    scaler.setPicture(m_image);
    QImage picture = scaler.scaled(QTransform::fromScale(scale, scale), size).image;
    if (picture.isNull())
        return {};
    ViewTransform view;
    view.setSizes(m_image.size(), QSizeF(size));
    view.zoomTo(scale, {});
    view.panBy(-view.toView({}));
    SilhouetteStyle style = silhouetteStyle();
    style.hovered.reset();
    style.selected.clear();
    style.omitted.reset();

    QPainter painter(&picture);
    if (m_overlay) {
        paintSilhouettes(painter, *m_overlay, view, style);
        if (m_layers.labels)
            paintLabels(painter, furnitureStyle(), *m_overlay, view);
    }
    if (m_umPerPixel)
        paintScaleBar(painter, furnitureStyle(), QRectF(QPointF(), QSizeF(size)), *m_umPerPixel / scale);
    return picture;
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QPaintEvent>
#include <QPainter>

#include "ui/canvas/select_tool.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

constexpr double kPendingOpacity = 0.55;

} // namespace

CanvasView::CanvasView(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    setTool(std::make_unique<SelectTool>(*this));
}

CanvasView::~CanvasView() = default;

void CanvasView::setImage(const QImage& image)
{
    m_image = image;
    m_scaler.setPicture(image);
    m_placeholderTitle.clear();
    m_placeholderText.clear();
    setPending(false);
    if (!image.isNull())
        updateSizes();
    update();
}

void CanvasView::setPlaceholder(const QString& title, const QString& text)
{
    setImage({});
    m_placeholderTitle = title;
    m_placeholderText = text;
}

void CanvasView::setPending(bool pending)
{
    if (m_pending == pending)
        return;
    m_pending = pending;
    update();
}

void CanvasView::setOverlay(std::shared_ptr<const FrameOverlay> overlay)
{
    m_overlay = std::move(overlay);
    if (m_overlay) {
        if (m_selected && !m_overlay->find(*m_selected))
            select(std::nullopt);
        if (m_hovered && !m_overlay->find(*m_hovered))
            setHovered(std::nullopt);
    }
    update();
}

void CanvasView::setCaption(const QString& caption)
{
    if (m_caption == caption)
        return;
    m_caption = caption;
    update();
}

void CanvasView::setUmPerPixel(std::optional<double> umPerPixel)
{
    m_umPerPixel = umPerPixel;
    update();
}

void CanvasView::setLayers(const CanvasLayers& layers)
{
    if (m_layers == layers)
        return;
    m_layers = layers;
    update();
    emit layersChanged(layers);
}

void CanvasView::setTool(std::unique_ptr<CanvasTool> tool)
{
    m_tool = std::move(tool);
    updateCursor();
    update();
}

void CanvasView::select(std::optional<annotation::InstanceId> id)
{
    if (m_selected == id)
        return;
    repaintSilhouette(std::exchange(m_selected, id));
    repaintSilhouette(id);
    emit selected(id);
}

void CanvasView::setHovered(std::optional<annotation::InstanceId> id)
{
    if (m_hovered == id)
        return;
    repaintSilhouette(std::exchange(m_hovered, id));
    repaintSilhouette(id);
    emit hovered(id);
}

void CanvasView::selectNext()
{
    selectNeighbour(1);
}

void CanvasView::selectPrevious()
{
    selectNeighbour(-1);
}

void CanvasView::selectNeighbour(int step)
{
    if (!m_overlay || m_overlay->silhouettes.empty())
        return;
    std::vector<const Silhouette*> byNumber;
    for (const Silhouette& silhouette : m_overlay->silhouettes)
        byNumber.push_back(&silhouette);
    std::sort(byNumber.begin(), byNumber.end(),
              [](const Silhouette* a, const Silhouette* b) { return a->number < b->number; });
    const int count = int(byNumber.size());
    int index = step > 0 ? 0 : count - 1;
    for (int i = 0; i < count; ++i)
        if (byNumber[std::size_t(i)]->id == m_selected)
            index = (i + step + count) % count;
    const Silhouette& next = *byNumber[std::size_t(index)];
    m_view.reveal(next.bounds);
    viewChanged();
    select(next.id);
}

void CanvasView::zoomBy(double factor, const QPointF& anchor)
{
    m_view.zoomBy(factor, anchor);
    viewChanged();
}

void CanvasView::zoomIn()
{
    zoomBy(kZoomStep, QRectF(rect()).center());
}

void CanvasView::zoomOut()
{
    zoomBy(1 / kZoomStep, QRectF(rect()).center());
}

void CanvasView::zoomToFit()
{
    m_view.fit();
    viewChanged();
}

void CanvasView::zoomToActualPixels()
{
    m_view.zoomTo(1 / devicePixelRatioF(), QRectF(rect()).center());
    viewChanged();
}

void CanvasView::panBy(const QPointF& delta)
{
    m_view.panBy(delta);
    viewChanged();
}

void CanvasView::setRawShown(bool raw)
{
    if (m_rawShown == raw)
        return;
    m_rawShown = raw;
    update();
}

QSize CanvasView::sizeHint() const
{
    const int unit = gridUnit(this);
    return {80 * unit, 64 * unit};
}

QSize CanvasView::minimumSizeHint() const
{
    const int unit = gridUnit(this);
    return {24 * unit, 24 * unit};
}

void CanvasView::viewChanged()
{
    update();
    emit zoomChanged(m_view.zoom() * devicePixelRatioF());
}

void CanvasView::updateSizes()
{
    const double before = m_view.zoom();
    m_view.setSizes(m_scaler.isNull() ? m_view.imageSize() : QSizeF(m_image.size()), size());
    if (m_view.zoom() != before)
        emit zoomChanged(m_view.zoom() * devicePixelRatioF());
}

void CanvasView::repaintSilhouette(std::optional<annotation::InstanceId> id)
{
    const Silhouette* silhouette = id && m_overlay ? m_overlay->find(*id) : nullptr;
    if (!silhouette)
        return;
    const QRectF bounds(m_view.toView(silhouette->bounds.topLeft()), m_view.toView(silhouette->bounds.bottomRight()));
    update(bounds.toAlignedRect().adjusted(-kSilhouetteReach, -kSilhouetteReach, kSilhouetteReach, kSilhouetteReach));
}

void CanvasView::updateCursor()
{
    if (m_panFrom)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else
        setCursor(m_tool->cursor());
}

FurnitureStyle CanvasView::furnitureStyle() const
{
    return {tabularFigures(font()), gridUnit(this), palette().color(QPalette::Active, QPalette::Highlight)};
}

SilhouetteStyle CanvasView::silhouetteStyle() const
{
    return {m_layers, m_hovered, m_selected, palette().color(QPalette::Active, QPalette::Highlight).lighter(140)};
}

void CanvasView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), QColor(kCanvasGround));
    if (m_image.isNull()) {
        if (!m_placeholderTitle.isEmpty())
            paintMessage(painter, furnitureStyle(), rect(), m_placeholderTitle, m_placeholderText);
    } else {
        paintPicture(painter);
    }
    if (m_overlay && !m_rawShown && !m_pending) {
        paintSilhouettes(painter, *m_overlay, m_view, silhouetteStyle());
        if (m_layers.labels)
            paintLabels(painter, furnitureStyle(), *m_overlay, m_view, m_selected);
    }
    paintFurniture(painter);
    m_tool->paint(painter);
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
    style.selected.reset();

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

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateSizes();
}

} // namespace blastoscope::ui

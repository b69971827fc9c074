// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ui/canvas/overlay_difference.h"
#include "ui/canvas/select_tool.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

constexpr int kLabelReach = 32; ///< logical pixels that paint of a silhouette and its label may reach beyond its bounds

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
    const bool same = !image.isNull() && image.cacheKey() == m_image.cacheKey();
    if (same && !m_pending)
        return;
    m_image = image;
    if (!same)
        m_scaler.setPicture(image);
    m_placeholderTitle.clear();
    m_placeholderText.clear();
    setPending(false);
    if (!image.isNull())
        updateSizes();
    repaintScene();
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
    repaintScene();
}

void CanvasView::setOverlay(std::shared_ptr<const FrameOverlay> overlay)
{
    if (m_overlay && overlay)
        repaintScene(differingArea(*m_overlay, *overlay), kLabelReach);
    else
        repaintScene();
    const std::shared_ptr<const FrameOverlay> before = std::exchange(m_overlay, std::move(overlay));
    if (m_overlay) {
        std::vector<annotation::InstanceId> ids = m_selected;
        // What never was there may be on its way: it was selected when it was made.
        std::erase_if(ids, [&](annotation::InstanceId id) {
            return !m_overlay->find(id) && (!before || before->find(id));
        });
        setSelection(std::move(ids));
        if (m_hovered && !m_overlay->find(*m_hovered))
            setHovered(std::nullopt);
    }
    m_tool->overlayChanged();
}

void CanvasView::setCaption(const QString& caption)
{
    if (m_caption == caption)
        return;
    m_caption = caption;
    repaintScene();
}

void CanvasView::setUmPerPixel(std::optional<double> umPerPixel)
{
    m_umPerPixel = umPerPixel;
    repaintScene();
}

void CanvasView::setLayers(const CanvasLayers& layers)
{
    if (m_layers == layers)
        return;
    m_layers = layers;
    repaintScene();
    emit layersChanged(layers);
}

void CanvasView::setTool(std::unique_ptr<CanvasTool> tool)
{
    if (m_tool)
        m_tool->settle();
    m_tool = std::move(tool);
    m_toolButtons = {};
    updateCursor();
    update();
    emit toolChanged();
    m_tool->takeOver();
}

std::optional<annotation::InstanceId> CanvasView::selectedId() const
{
    return m_selected.empty() ? std::nullopt : std::optional(m_selected.front());
}

void CanvasView::select(std::optional<annotation::InstanceId> id)
{
    setSelection(id ? std::vector{*id} : std::vector<annotation::InstanceId>());
}

void CanvasView::setSelection(std::vector<annotation::InstanceId> ids)
{
    if (m_selected == ids)
        return;
    const auto before = selectedId();
    for (annotation::InstanceId id : m_selected)
        repaintSilhouette(id);
    m_selected = std::move(ids);
    for (annotation::InstanceId id : m_selected)
        repaintSilhouette(id);
    if (before != selectedId())
        emit selected(selectedId());
    emit selectionChanged(m_selected);
}

void CanvasView::toggleSelected(annotation::InstanceId id)
{
    std::vector<annotation::InstanceId> ids = m_selected;
    if (std::erase(ids, id) == 0)
        ids.push_back(id);
    setSelection(std::move(ids));
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
        if (byNumber[std::size_t(i)]->id == selectedId())
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
    repaintScene();
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
    repaintScene();
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
    repaintScene(silhouette->bounds, kSilhouetteReach);
}

void CanvasView::setEdited(std::optional<annotation::InstanceId> id)
{
    if (m_edited == id)
        return;
    repaintSilhouette(std::exchange(m_edited, id));
    repaintSilhouette(id);
}

void CanvasView::setGhost(std::optional<GhostOutline> ghost)
{
    for (const std::optional<GhostOutline>& changed : {std::exchange(m_ghost, ghost), ghost})
        if (changed)
            repaintScene(changed->path.boundingRect(), kSilhouetteReach);
}

void CanvasView::updateTool(const QRectF& imageArea, int reach)
{
    update(toViewArea(imageArea, reach));
}

void CanvasView::repaintScene()
{
    repaintScene(rect());
}

void CanvasView::repaintScene(const QRect& area)
{
    m_staleScene += area;
    update(area);
}

void CanvasView::repaintScene(const QRectF& imageArea, int reach)
{
    if (!imageArea.isEmpty())
        repaintScene(toViewArea(imageArea, reach));
}

QRect CanvasView::toViewArea(const QRectF& imageArea, int reach) const
{
    const QRectF bounds(m_view.toView(imageArea.topLeft()), m_view.toView(imageArea.bottomRight()));
    return bounds.toAlignedRect().adjusted(-reach, -reach, reach, reach) & rect();
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

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateSizes();
    repaintScene();
}

void CanvasView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    repaintScene(); // fonts and colours
}

} // namespace blastoscope::ui

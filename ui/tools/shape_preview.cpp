// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/shape_preview.h"

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/silhouette_paths.h"

namespace blastoscope::ui {
namespace {

constexpr annotation::InstanceId kNoId = 0; ///< of an object that is not in the document yet
constexpr double kSmoothingReach = 6;       ///< image pixels over which the smooth outline follows a changed pixel
constexpr double kThinningShows = 4;        ///< zoom from which another thinning of the same outline can be seen

QRectF boundsOf(const masks::RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    return {QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)};
}

} // namespace

void ShapePreview::begin(std::optional<annotation::InstanceId> id, masks::RleMask mask)
{
    clear();
    m_shown = true;
    m_id = id;
    m_mask = std::move(mask);
    m_traced = false;
    const Silhouette* original = id && m_view.overlay() ? m_view.overlay()->find(*id) : nullptr;
    const int count = m_view.overlay() ? int(m_view.overlay()->silhouettes.size()) : 0;
    m_color = original ? original->color : paletteColor(count);
    m_view.setEdited(id);
    m_view.updateTool(boundsOf(m_mask));
}

void ShapePreview::change(masks::RleMask mask, const QRectF& area)
{
    const QRectF before = boundsOf(m_mask);
    m_mask = std::move(mask);
    m_traced = false;
    if (area.isNull() || m_view.viewTransform().zoom() > kThinningShows)
        m_view.updateTool(before | boundsOf(m_mask));
    else
        m_view.updateTool(area.adjusted(-kSmoothingReach, -kSmoothingReach, kSmoothingReach, kSmoothingReach));
}

void ShapePreview::setId(std::optional<annotation::InstanceId> id)
{
    if (!m_shown) // the canvas was faster
        return;
    m_id = id;
    m_view.setEdited(id);
}

void ShapePreview::clear()
{
    if (!m_shown)
        return;
    m_shown = false;
    m_view.updateTool(boundsOf(m_mask));
    m_view.setEdited(std::nullopt);
    m_id.reset();
    m_mask = {};
    m_overlay = {};
}

void ShapePreview::trace() const
{
    Silhouette silhouette;
    silhouette.id = m_id.value_or(kNoId);
    silhouette.color = m_color;
    silhouette.bounds = boundsOf(m_mask);
    silhouette.amodal = tracePath(m_mask);
    silhouette.visibleOutline = silhouette.amodal;
    m_overlay.silhouettes = {std::move(silhouette)};
    m_traced = true;
}

void ShapePreview::paint(QPainter& painter) const
{
    if (!m_shown || m_mask.isEmpty())
        return;
    if (!m_traced)
        trace();
    SilhouetteStyle style = m_view.silhouetteStyle();
    style.layers.fills = true;
    style.layers.occlusion = false;
    style.omitted.reset();
    style.selected = {m_id.value_or(kNoId)};
    paintSilhouettes(painter, m_overlay, m_view.viewTransform(), style);
}

} // namespace blastoscope::ui

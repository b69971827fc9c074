// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/move_tool.h"

#include <cmath>

#include <QMouseEvent>

#include "core/masks/morphology.h"
#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {

QString MoveTool::hint() const
{
    return tr("Drag an object to move it. Esc puts it back.");
}

void MoveTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || m_dragging || !editor().frame())
        return;
    const annotation::Instance* selected = editor().selected();
    if (!selected || selected->hidden
        || !selected->amodal.contains(int(std::floor(imagePoint.x())), int(std::floor(imagePoint.y()))))
        pick(imagePoint);
    const annotation::Instance* instance = editor().selected();
    if (!instance || !editor().changeable(instance->id))
        return;
    m_dragging = true;
    m_from = imagePoint;
    m_original = instance->amodal;
    beginChange(*instance, m_original);
}

void MoveTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    if (m_dragging) {
        const QPoint shift = (imagePoint - m_from).toPoint();
        preview().change(masks::translated(m_original, shift.x(), shift.y()));
    } else if (view().overlay()) {
        const Silhouette* under = view().overlay()->at(imagePoint);
        view().setHovered(under ? std::optional(under->id) : std::nullopt);
    }
}

void MoveTool::release(const QPointF&, const QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton)
        settle();
}

void MoveTool::settle()
{
    if (!m_dragging)
        return;
    if (preview().mask().isEmpty()) { // wholly off the image: that is no way to delete
        cancel();
        return;
    }
    m_dragging = false;
    commit();
}

void MoveTool::cancel()
{
    m_dragging = false;
    preview().clear();
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/select_tool.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {
namespace {

std::optional<annotation::InstanceId> idAt(const CanvasView& view, const QPointF& imagePoint)
{
    const Silhouette* silhouette = view.overlay() ? view.overlay()->at(imagePoint) : nullptr;
    return silhouette ? std::optional(silhouette->id) : std::nullopt;
}

} // namespace

void SelectTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const auto id = idAt(view(), imagePoint);
    if (!(event.modifiers() & Qt::ShiftModifier))
        view().select(id);
    else if (id)
        view().toggleSelected(*id);
}

void SelectTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    view().setHovered(idAt(view(), imagePoint));
}

void SelectTool::leave()
{
    view().setHovered(std::nullopt);
}

bool SelectTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Escape || !view().selectedId())
        return false;
    view().select(std::nullopt);
    return true;
}

} // namespace blastoscope::ui

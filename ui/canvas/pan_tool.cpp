// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pan_tool.h"

#include <QMouseEvent>

#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {

QCursor PanTool::cursor() const
{
    return m_grabbed ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
}

void PanTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_grabbed = imagePoint;
    view().setCursor(cursor());
}

void PanTool::move(const QPointF&, const QMouseEvent& event)
{
    if (m_grabbed)
        view().panBy(event.position() - view().viewTransform().toView(*m_grabbed));
}

void PanTool::release(const QPointF&, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_grabbed.reset();
    view().setCursor(cursor());
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/split_tool.h"

#include <cmath>

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include "ui/canvas/canvas_view.h"
#include "ui/tools/handle_painter.h"
#include "ui/tools/shape_commands.h"

namespace blastoscope::ui {

QString SplitTool::hint() const
{
    return m_points.isEmpty() ? tr("Draw a line across an object to cut it, or click the corners of a bent line.")
                              : tr("Let go, or end with Enter or a double click. Esc gives up.");
}

void SplitTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !editor().frame())
        return;
    if (event.type() == QEvent::MouseButtonDblClick && m_points.size() > 2) {
        m_points.last() = imagePoint;
        finish();
        return;
    }
    m_held = true;
    if (m_points.isEmpty())
        m_points << imagePoint;
    else
        m_points.last() = imagePoint;
    m_points << imagePoint;
    emit hintChanged(hint());
}

void SplitTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    if (!m_points.isEmpty()) {
        m_points.last() = imagePoint;
        view().update();
    } else if (view().overlay()) {
        const Silhouette* under = view().overlay()->at(imagePoint);
        view().setHovered(under ? std::optional(under->id) : std::nullopt);
    }
}

void SplitTool::release(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_held)
        return;
    m_held = false;
    const double length = QLineF(m_points.first(), imagePoint).length() * view().viewTransform().zoom();
    if (m_points.size() == 2 && length >= kDragDistance) { // a drag; otherwise the first of several clicks
        m_points.last() = imagePoint;
        finish();
    }
}

const annotation::Instance* SplitTool::cutObject(const std::vector<base::Point>& line)
{
    const base::Point& a = line[(line.size() - 1) / 2];
    const base::Point& b = line[(line.size() - 1) / 2 + 1];
    const QPointF middle((a.x + b.x) / 2, (a.y + b.y) / 2);
    const annotation::Instance* selected = editor().selected();
    const Silhouette* under = view().overlay() ? view().overlay()->at(middle) : nullptr;
    const bool onSelected = selected && !selected->hidden
                            && selected->amodal.contains(int(std::floor(middle.x())), int(std::floor(middle.y())));
    if (under && !onSelected)
        view().select(under->id);
    return target(middle);
}

void SplitTool::finish()
{
    std::vector<base::Point> line;
    for (const QPointF& point : m_points)
        line.push_back(toPoint(point));
    cancel();
    if (const annotation::Instance* instance = cutObject(line))
        splitObject(editor(), instance->id, line);
}

void SplitTool::cancel()
{
    m_points.clear();
    m_held = false;
    view().update();
    emit hintChanged(hint());
}

void SplitTool::settle()
{
    if (isBusy())
        editor().keepDraft(Draft{m_points});
    cancel();
}

void SplitTool::frameChanged()
{
    EditTool::frameChanged();
    goOn();
}

void SplitTool::goOn()
{
    const auto draft = editor().takeDraft<Draft>();
    if (!draft)
        return;
    m_points = draft->points;
    view().update();
    emit hintChanged(hint());
}

bool SplitTool::wantsKey(const QKeyEvent& event) const
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return EditTool::wantsKey(event) || (enter && !event.modifiers() && isBusy());
}

bool SplitTool::keyPress(const QKeyEvent& event)
{
    if (!isBusy() || !wantsKey(event) || event.key() == Qt::Key_Escape)
        return EditTool::keyPress(event);
    if (!takesGestureBack(event))
        finish();
    else if (m_points.size() > 2)
        m_points.remove(m_points.size() - 2); // the last one follows the cursor
    else
        cancel();
    view().update();
    return true;
}

void SplitTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    QPolygonF line;
    for (const QPointF& point : m_points)
        line << view().viewTransform().toView(point);
    if (line.isEmpty())
        return;
    paintGuide(painter, line);
    for (const QPointF& point : line)
        paintHandle(painter, point);
}

} // namespace blastoscope::ui

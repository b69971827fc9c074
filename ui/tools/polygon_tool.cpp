// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/polygon_tool.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include "core/masks/polygon.h"
#include "ui/canvas/canvas_view.h"
#include "ui/tools/handle_painter.h"

namespace blastoscope::ui {
namespace {

constexpr double kFreeStep = 5; ///< logical pixels between the points of a line that is drawn freely

} // namespace

QString PolygonTool::hint() const
{
    return m_points.isEmpty() ? tr("Click along the border of a new object, or draw with the button held.")
                              : tr("Enter or a double click closes. Backspace takes a point back. Esc gives up.");
}

bool PolygonTool::isNear(const QPointF& a, const QPointF& b) const
{
    return QLineF(a, b).length() * view().viewTransform().zoom() <= kHandleReach;
}

void PolygonTool::setPoints(const QPolygonF& points)
{
    const bool changes = points.isEmpty() != m_points.isEmpty();
    m_points = points;
    view().update();
    if (changes)
        emit hintChanged(hint());
}

void PolygonTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !editor().frame())
        return;
    const bool again = event.type() == QEvent::MouseButtonDblClick;
    if (m_points.size() >= 3 && (again || isNear(imagePoint, m_points.first()))) {
        close();
        return;
    }
    m_drawing = true;
    if (m_points.isEmpty() || m_points.last() != imagePoint)
        setPoints(m_points + QPolygonF({imagePoint}));
}

void PolygonTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    m_cursor = imagePoint;
    if (m_points.isEmpty())
        return;
    if (m_drawing && QLineF(m_points.last(), imagePoint).length() * view().viewTransform().zoom() >= kFreeStep)
        setPoints(m_points + QPolygonF({imagePoint}));
    view().update();
}

void PolygonTool::release(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_drawing)
        return;
    m_drawing = false;
    if (m_points.size() >= 8 && isNear(imagePoint, m_points.first())) // a free line that came back
        close();
}

void PolygonTool::close()
{
    const annotation::FrameAnnotation& frame = *editor().frame();
    masks::Polygon outline;
    for (const QPointF& point : m_points)
        outline.push_back(toPoint(point));
    m_drawing = false;
    auto mask = masks::fromPolygon(outline, frame.width, frame.height);
    if (!mask) {
        editor().report(tl::unexpected(mask.error()));
        return;
    }
    if (mask->isEmpty()) { // the points stay: some of them can be taken back
        editor().refuse(tr("The outline holds no pixel of the picture."));
        return;
    }
    setPoints({});
    beginNew(std::move(*mask));
    commit();
}

void PolygonTool::cancel()
{
    m_drawing = false;
    setPoints({});
}

/// Neither closed as in napari, nor is the frame held as in CVAT: people look at the frames around while they draw, to
/// see where a border runs that is hidden in this one, and nobody but them knows the rest of the outline.
void PolygonTool::settle()
{
    if (isBusy())
        editor().keepDraft(Draft{m_points});
    cancel();
}

void PolygonTool::frameChanged()
{
    EditTool::frameChanged();
    goOn();
}

void PolygonTool::goOn()
{
    const auto draft = editor().takeDraft<Draft>();
    if (!draft)
        return;
    m_cursor = draft->points.last();
    setPoints(draft->points);
}

bool PolygonTool::wantsKey(const QKeyEvent& event) const
{
    const int key = event.key();
    const bool own = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace;
    return EditTool::wantsKey(event) || (own && !event.modifiers() && isBusy());
}

bool PolygonTool::keyPress(const QKeyEvent& event)
{
    if (!isBusy() || !wantsKey(event) || event.key() == Qt::Key_Escape)
        return EditTool::keyPress(event);
    if (event.key() == Qt::Key_Backspace || takesGestureBack(event))
        setPoints(m_points.mid(0, m_points.size() - 1));
    else if (m_points.size() >= 3)
        close();
    return true;
}

void PolygonTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    if (m_points.isEmpty())
        return;
    const auto& transform = view().viewTransform();
    QPolygonF line;
    for (const QPointF& point : m_points)
        line << transform.toView(point);
    paintGuide(painter, line);
    paintGuide(painter, QPolygonF({line.last(), transform.toView(m_cursor), line.first()}), true);
    const bool closes = m_points.size() >= 3 && isNear(m_cursor, m_points.first());
    paintHandle(painter, line.first(), closes);
    if (m_points.size() > 1)
        paintHandle(painter, line.last());
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/ellipse_tool.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include "ui/canvas/canvas_view.h"
#include "ui/tools/handle_painter.h"

namespace blastoscope::ui {
namespace {

constexpr double kSmallestAxis = 1;   ///< image pixels
constexpr double kRotationArm = 28;   ///< logical pixels from the end of the axis to the handle of the rotation
constexpr double kFirstWidth = 0.75;  ///< of the length, until the third click says

QPointF direction(double angle)
{
    return {std::cos(angle), std::sin(angle)};
}

double lengthOf(const QPointF& p)
{
    return std::hypot(p.x(), p.y());
}

} // namespace

EllipseTool::EllipseTool(CanvasView& view, FrameEditor& editor) : EditTool(view, editor)
{
    connect(&view, &CanvasView::selected, this, [this](std::optional<annotation::InstanceId> id) {
        if (m_state == State::Shaped && m_id && id != m_id)
            dropHandles();
    });
}

QString EllipseTool::hint() const
{
    switch (m_state) {
    case State::Idle:
    case State::Pressed:
    case State::Boxing: return tr("Drag a box (Shift: a circle), or click both ends of an axis.");
    case State::Axis: return tr("Click the other end of the axis. Esc gives up.");
    case State::Width: return tr("Click where the width ends. Esc gives up.");
    case State::Shaped:
    case State::Adjusting: return tr("Drag the points to change the ellipse. Enter ends.");
    }
    return {};
}

void EllipseTool::setState(State state)
{
    m_state = state;
    view().update();
    emit hintChanged(hint());
}

QPointF EllipseTool::handle(int handle) const
{
    const QPointF center = toQPoint(m_ellipse.center);
    const QPointF u = direction(m_ellipse.angle), v(-u.y(), u.x());
    switch (handle) {
    case AxisA: return center + u * m_ellipse.a;
    case AxisAOpposite: return center - u * m_ellipse.a;
    case AxisB: return center + v * m_ellipse.b;
    case AxisBOpposite: return center - v * m_ellipse.b;
    case Rotation: return center + u * (m_ellipse.a + kRotationArm / view().viewTransform().zoom());
    default: return center;
    }
}

std::optional<int> EllipseTool::handleAt(const QPointF& imagePoint) const
{
    if (m_state != State::Shaped)
        return std::nullopt;
    std::optional<int> best;
    double nearest = kHandleReach / view().viewTransform().zoom();
    for (int i = 0; i < HandleCount; ++i)
        if (const double distance = lengthOf(handle(i) - imagePoint); distance <= nearest) {
            nearest = distance;
            best = i;
        }
    return best;
}

masks::Ellipse EllipseTool::boxed(const QPointF& corner, bool circle) const
{
    QPointF extent = (corner - m_first) / 2;
    if (circle) {
        const double half = std::max(std::abs(extent.x()), std::abs(extent.y()));
        extent = {std::copysign(half, extent.x()), std::copysign(half, extent.y())};
    }
    return {toPoint(m_first + extent), std::abs(extent.x()), std::abs(extent.y()), 0};
}

masks::Ellipse EllipseTool::along(const QPointF& end, std::optional<double> width) const
{
    const QPointF axis = (end - m_first) / 2;
    const double a = lengthOf(axis);
    return {toPoint(m_first + axis), a, width.value_or(a * kFirstWidth), std::atan2(axis.y(), axis.x())};
}

void EllipseTool::show(const masks::Ellipse& ellipse)
{
    m_ellipse = ellipse;
    const annotation::FrameAnnotation& frame = *editor().frame();
    masks::RleMask mask = masks::ellipseMask(frame.width, frame.height, ellipse);
    const annotation::Instance* instance = m_id ? frame.find(*m_id) : nullptr;
    if (preview().isShown())
        preview().change(std::move(mask));
    else if (instance)
        beginChange(*instance, std::move(mask));
    else
        beginNew(std::move(mask));
    view().update();
}

void EllipseTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !editor().frame())
        return;
    if (m_state == State::Axis) {
        if (lengthOf(imagePoint - m_first) < 2 * kSmallestAxis)
            return;
        m_second = imagePoint;
        setState(State::Width);
    } else if (m_state == State::Width) {
        finish();
    } else if (const auto handle = handleAt(imagePoint)) {
        if (!m_id || !editor().changeable(*m_id))
            return;
        m_handle = *handle;
        m_before = m_ellipse;
        setState(State::Adjusting);
    } else if (m_state == State::Idle || m_state == State::Shaped) {
        dropHandles();
        m_first = imagePoint;
        setState(State::Pressed);
    }
}

void EllipseTool::move(const QPointF& imagePoint, const QMouseEvent& event)
{
    const double zoom = view().viewTransform().zoom();
    if (m_state == State::Pressed && lengthOf(imagePoint - m_first) * zoom >= kDragDistance)
        setState(State::Boxing);
    if (m_state == State::Boxing)
        show(boxed(imagePoint, event.modifiers() & Qt::ShiftModifier));
    else if (m_state == State::Axis)
        show(along(imagePoint, std::nullopt));
    else if (m_state == State::Width)
        show(along(m_second, std::max(kSmallestAxis, std::abs(QPointF::dotProduct(
                                          imagePoint - toQPoint(m_ellipse.center),
                                          direction(m_ellipse.angle + std::numbers::pi / 2))))));
    else if (m_state == State::Adjusting)
        adjust(imagePoint);
    else if (const auto hovered = handleAt(imagePoint); hovered != m_hovered) {
        m_hovered = hovered;
        view().update();
    }
}

void EllipseTool::release(const QPointF&, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    if (m_state == State::Pressed)
        setState(State::Axis); // it was a click
    else if (m_state == State::Boxing || m_state == State::Adjusting)
        finish();
}

void EllipseTool::adjust(const QPointF& imagePoint)
{
    masks::Ellipse ellipse = m_before;
    const QPointF arm = imagePoint - toQPoint(ellipse.center);
    const QPointF u = direction(ellipse.angle);
    switch (m_handle) {
    case Center: ellipse.center = toPoint(imagePoint); break;
    case AxisA:
    case AxisAOpposite: ellipse.a = std::max(kSmallestAxis, std::abs(QPointF::dotProduct(arm, u))); break;
    case AxisB:
    case AxisBOpposite:
        ellipse.b = std::max(kSmallestAxis, std::abs(QPointF::dotProduct(arm, QPointF(-u.y(), u.x()))));
        break;
    case Rotation:
        if (!arm.isNull())
            ellipse.angle = std::atan2(arm.y(), arm.x());
        break;
    default: break;
    }
    show(ellipse);
}

void EllipseTool::finish()
{
    if (!preview().isShown() || preview().mask().isEmpty()) {
        cancel();
        return;
    }
    m_state = State::Shaped; // no longer busy
    commit();
    m_id = view().selectedId();
    setState(m_id ? State::Shaped : State::Idle);
}

void EllipseTool::settle()
{
    if (m_state == State::Boxing || m_state == State::Adjusting) {
        finish();
    } else if (isBusy()) {
        editor().keepDraft(Draft{m_state == State::Width ? State::Width : State::Axis, m_first, m_second});
        dropHandles();
    }
}

void EllipseTool::goOn()
{
    const auto draft = editor().takeDraft<Draft>();
    if (!draft)
        return;
    m_first = draft->first;
    m_second = draft->second;
    if (draft->state == State::Width)
        show(along(m_second, std::nullopt));
    setState(draft->state);
}

void EllipseTool::cancel()
{
    preview().clear();
    if (m_state == State::Adjusting) {
        m_ellipse = m_before;
        setState(State::Shaped);
        return;
    }
    dropHandles();
}

void EllipseTool::dropHandles()
{
    m_id.reset();
    m_hovered.reset();
    preview().clear();
    setState(State::Idle);
}

void EllipseTool::editedElsewhere(const annotation::ChangeEvent& event)
{
    EditTool::editedElsewhere(event);
    const annotation::Instance* instance = m_id && editor().frame() ? editor().frame()->find(*m_id) : nullptr;
    if (m_state != State::Shaped)
        return;
    // After undo and the like the object may be another one than the handles say.
    const annotation::FrameAnnotation* frame = editor().frame();
    if (!instance || instance->hidden || instance->amodal != masks::ellipseMask(frame->width, frame->height, m_ellipse))
        dropHandles();
}

void EllipseTool::frameChanged()
{
    EditTool::frameChanged();
    dropHandles();
    goOn();
}

bool EllipseTool::wantsKey(const QKeyEvent& event) const
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return EditTool::wantsKey(event) || (enter && !event.modifiers() && m_state == State::Shaped);
}

bool EllipseTool::keyPress(const QKeyEvent& event)
{
    if (m_state == State::Shaped && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        dropHandles();
        return true;
    }
    return EditTool::keyPress(event);
}

void EllipseTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    const auto& transform = view().viewTransform();
    if (m_state == State::Axis)
        paintHandle(painter, transform.toView(m_first));
    if (m_state != State::Shaped && m_state != State::Adjusting)
        return;
    paintGuide(painter, QPolygonF({transform.toView(handle(AxisA)), transform.toView(handle(Rotation))}));
    for (int i = 0; i < HandleCount; ++i)
        paintHandle(painter, transform.toView(handle(i)), m_state == State::Adjusting ? i == m_handle : m_hovered == i);
}

} // namespace blastoscope::ui

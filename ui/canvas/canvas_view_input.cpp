// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do on the canvas in every tool.
#include <algorithm>
#include <cmath>
#include <utility>

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {
namespace {

constexpr int kWheelNotch = 120; ///< eighths of a degree

bool isRawKey(int key)
{
    return key == Qt::Key_R || key == Qt::Key_QuoteLeft || key == Qt::Key_Dead_Grave;
}

} // namespace

void CanvasView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (m_tool->wheel(*event))
        return;
    const QPoint angle = event->angleDelta();
    const int delta = angle.y() != 0 ? angle.y() : angle.x();
    if (event->modifiers() & Qt::ShiftModifier) {
        m_wheelRest += delta;
        const int steps = m_wheelRest / kWheelNotch;
        m_wheelRest -= steps * kWheelNotch;
        if (steps != 0)
            emit planeStepRequested(steps);
    } else if (delta != 0) {
        zoomBy(std::pow(kZoomStep, double(delta) / kWheelNotch), event->position());
    }
}

bool CanvasView::beginsPanning(const QMouseEvent& event) const
{
    return event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld);
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    if (m_panFrom)
        return;
    if (beginsPanning(*event)) {
        m_panFrom = event->position();
        m_panButton = event->button();
        updateCursor();
    } else {
        m_toolButtons |= event->button();
        m_toolPosition = event->position();
        m_tool->press(m_view.toImage(event->position()), *event);
    }
}

void CanvasView::releaseLostButtons(const QMouseEvent& event)
{
    if (m_panFrom && !(event.buttons() & m_panButton)) {
        m_panFrom.reset();
        updateCursor();
    }
    const Qt::MouseButtons lost = m_toolButtons & ~event.buttons();
    m_toolButtons &= event.buttons();
    for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton}) {
        if (!(lost & button))
            continue;
        // Where the tool saw it last: what the cursor did since then, it did without the button.
        const QMouseEvent release(QEvent::MouseButtonRelease, m_toolPosition, mapToGlobal(m_toolPosition), button,
                                  event.buttons(), event.modifiers());
        m_tool->release(m_view.toImage(m_toolPosition), release);
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    releaseLostButtons(*event);
    const QPointF position = event->position();
    if (m_panFrom) {
        panBy(position - *std::exchange(m_panFrom, position));
        return;
    }
    const QPointF imagePoint = m_view.toImage(position);
    m_toolPosition = position;
    m_tool->move(imagePoint, *event);
    const bool inside = !m_image.isNull() && QRectF(m_image.rect()).contains(imagePoint);
    emit cursorMoved(inside ? std::optional(imagePoint) : std::nullopt);
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panFrom && event->button() == m_panButton) {
        m_panFrom.reset();
        updateCursor();
    } else {
        m_toolButtons.setFlag(event->button(), false);
        m_tool->release(m_view.toImage(event->position()), *event);
    }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_tool->takesDoubleClick() || m_spaceHeld || event->button() != Qt::LeftButton)
        mousePressEvent(event);
    else
        zoomToFit();
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    event->ignore();
    if (!m_overlay || !m_tool->leavesRightClick())
        return;
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const std::optional<annotation::InstanceId> selected = selectedId();
    const Silhouette* object = byMouse    ? m_overlay->at(m_view.toImage(event->pos()))
                               : selected ? m_overlay->find(*selected)
                                          : nullptr;
    if (!object)
        return;
    event->accept();
    if (std::find(m_selected.begin(), m_selected.end(), object->id) == m_selected.end())
        select(object->id);
    emit menuRequested(byMouse ? event->globalPos() : mapToGlobal(m_view.toView(object->labelAnchor).toPoint()));
}

bool CanvasView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_tool->wantsKey(*static_cast<QKeyEvent*>(event)))
        event->accept(); // comes as a key press instead of triggering an action
    return QWidget::event(event);
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = true;
        updateCursor();
    } else if (isRawKey(event->key()) && !(event->modifiers() & ~Qt::ShiftModifier)) {
        setRawShown(true);
    } else if (!m_tool->keyPress(*event)) {
        QWidget::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = false;
        updateCursor();
    } else if (isRawKey(event->key())) {
        setRawShown(false);
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    // The releases of held keys go elsewhere from now on.
    m_spaceHeld = false;
    setRawShown(false);
    updateCursor();
    QWidget::focusOutEvent(event);
}

void CanvasView::leaveEvent(QEvent* event)
{
    m_tool->leave();
    emit cursorMoved(std::nullopt);
    QWidget::leaveEvent(event);
}

} // namespace blastoscope::ui

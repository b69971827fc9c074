// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>
#include <QObject>
#include <QPointF>

class QMouseEvent;
class QWheelEvent;
class QKeyEvent;
class QPainter;

namespace blastoscope::ui {

class CanvasView;

/// One way of using the mouse on the canvas: a small state machine. The canvas itself handles zooming and panning in
/// every tool and passes everything else on. Positions are image coordinates.
class CanvasTool : public QObject {
    Q_OBJECT
public:
    explicit CanvasTool(CanvasView& view) : m_view(view) {}

    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// What to do next, for the status bar; empty when there is nothing to say.
    virtual QString hint() const { return {}; }

    virtual void press(const QPointF& imagePoint, const QMouseEvent& event) {}
    /// Also called while no button is held.
    virtual void move(const QPointF& imagePoint, const QMouseEvent& event) {}
    virtual void release(const QPointF& imagePoint, const QMouseEvent& event) {}
    /// A double click fits the view unless the tool takes it as a second press.
    virtual bool takesDoubleClick() const { return false; }
    /// A right click on an object asks for its menu.
    virtual bool leavesRightClick() const { return false; }
    /// The canvas has taken the tool over; at the end of setTool().
    virtual void takeOver() {}
    /// Another tool takes its place: what a person is drawing is finished or put aside, not lost.
    virtual void settle() {}
    /// The canvas shows other silhouettes.
    virtual void overlayChanged() {}
    /// The cursor left the canvas.
    virtual void leave() {}
    /// True when the key was used.
    virtual bool keyPress(const QKeyEvent& event) { return false; }
    /// Keys that keyPress() uses although an action of the window has them too.
    virtual bool wantsKey(const QKeyEvent& event) const { return false; }
    /// Before the canvas zooms; true when the wheel was used.
    virtual bool wheel(const QWheelEvent& event) { return false; }
    /// In widget coordinates, on top of everything.
    virtual void paint(QPainter& painter) const {}

signals:
    void hintChanged(const QString& hint);

protected:
    CanvasView& view() const { return m_view; }

private:
    CanvasView& m_view;
};

} // namespace blastoscope::ui

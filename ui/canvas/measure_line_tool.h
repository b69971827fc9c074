// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>

#include "ui/canvas/canvas_tool.h"

namespace blastoscope::ui {

/// Draws the line of known length from which the pixel size follows. Press, drag, release; or click, move, click.
/// Shift keeps the line horizontal, vertical or at 45 degrees; Esc starts over, and with no line begun gives up.
class MeasureLineTool : public CanvasTool {
    Q_OBJECT
public:
    using CanvasTool::CanvasTool;

    enum class State { Idle, Drawing, Done };

    State state() const { return m_state; }
    /// Image coordinates; null while Idle.
    QLineF line() const { return m_line; }

    QCursor cursor() const override;
    QString hint() const override;
    bool takesDoubleClick() const override { return true; }
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    bool keyPress(const QKeyEvent& event) override;
    void paint(QPainter& painter) const override;

signals:
    /// The line is drawn; its length in pixels is line.length(), at least 2.
    void lineDrawn(const QLineF& line);
    void cancelled();

private:
    void setState(State state);
    void dragTo(const QPointF& imagePoint, Qt::KeyboardModifiers modifiers);
    void finish();

    State m_state = State::Idle;
    QLineF m_line;
    bool m_moved = false; ///< far enough from the press to be a drag
};

} // namespace blastoscope::ui

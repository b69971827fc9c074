// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

/// Draws a new object point by point, or freely while the button is held. Enter, a double click or a click on the first
/// point closes the outline, Backspace or undo takes the last point back, Esc gives up. When another frame or another
/// tool comes, the points wait for theirs.
class PolygonTool : public EditTool {
    Q_OBJECT
public:
    using EditTool::EditTool;

    /// Image coordinates.
    const QPolygonF& points() const { return m_points; }

    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    bool takesDoubleClick() const override { return true; }
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    void takeOver() override { goOn(); }
    void settle() override;
    bool wantsKey(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    void paint(QPainter& painter) const override;

    bool isBusy() const override { return !m_points.isEmpty(); }
    void cancel() override;

protected:
    void frameChanged() override;

private:
    struct Draft {
        QPolygonF points;
    };
    void goOn();
    void setPoints(const QPolygonF& points);
    void close();
    bool isNear(const QPointF& a, const QPointF& b) const;

    QPolygonF m_points;
    QPointF m_cursor;
    bool m_drawing = false; ///< the button is held
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/masks/ellipse.h"
#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

/// Draws an object as an ellipse: by dragging its box (Shift: a circle), or by three clicks, two for one axis and one
/// for the width. Then handles change centre, axes and rotation; each drag of one is an undo step. Enter or a press
/// elsewhere ends that. When another frame or another tool comes, a drag ends and clicks wait for their frame.
class EllipseTool : public EditTool {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Pressed,  ///< a box or the first end of the axis
        Boxing,   ///< dragging the box
        Axis,     ///< one end is set
        Width,    ///< both ends are set
        Shaped,   ///< drawn; handles are shown
        Adjusting ///< dragging a handle
    };
    enum Handle { Center, AxisA, AxisAOpposite, AxisB, AxisBOpposite, Rotation, HandleCount };

    EllipseTool(CanvasView& view, FrameEditor& editor);

    State state() const { return m_state; }
    const masks::Ellipse& ellipse() const { return m_ellipse; }
    /// Where a handle is, image coordinates.
    QPointF handle(int handle) const;

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

    bool isBusy() const override { return m_state != State::Idle && m_state != State::Shaped; }
    void cancel() override;

protected:
    void editedElsewhere(const annotation::ChangeEvent& event) override;
    void frameChanged() override;

private:
    struct Draft {
        State state;
        QPointF first;
        QPointF second;
    };
    void goOn();
    void setState(State state);
    void show(const masks::Ellipse& ellipse);
    void finish();
    void dropHandles();
    std::optional<int> handleAt(const QPointF& imagePoint) const;
    void adjust(const QPointF& imagePoint);
    masks::Ellipse boxed(const QPointF& corner, bool circle) const;
    masks::Ellipse along(const QPointF& end, std::optional<double> width) const;

    State m_state = State::Idle;
    masks::Ellipse m_ellipse;
    masks::Ellipse m_before; ///< of the drag of a handle
    std::optional<annotation::InstanceId> m_id;
    int m_handle = 0;
    std::optional<int> m_hovered;
    QPointF m_first;
    QPointF m_second;
};

} // namespace blastoscope::ui

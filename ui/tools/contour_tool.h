// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/masks/polygon.h"
#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

/// Shows the outline of the selected object as a few points: dragging one changes the outline there and nowhere else,
/// a press on the line between two makes a new one, Del or Ctrl+click takes one away. A click elsewhere selects another
/// object.
class ContourTool : public EditTool {
    Q_OBJECT
public:
    ContourTool(CanvasView& view, FrameEditor& editor);

    /// Image coordinates; empty when nothing is selected.
    const masks::Polygon& points() const { return m_points; }

    QString hint() const override;
    bool takesDoubleClick() const override { return true; }
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    void settle() override;
    bool wantsKey(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    void paint(QPainter& painter) const override;

    bool isBusy() const override { return m_dragging; }
    void cancel() override;

protected:
    void editedElsewhere(const annotation::ChangeEvent& event) override;
    void frameChanged() override;

private:
    void takePoints();
    void begin(const annotation::Instance& instance);
    void remove(std::size_t point);
    void finish();
    std::optional<std::size_t> pointAt(const QPointF& imagePoint) const;
    /// The point before the edge under the cursor.
    std::optional<std::size_t> edgeAt(const QPointF& imagePoint) const;

    masks::Polygon m_points;
    masks::Polygon m_before;   ///< of the drag
    masks::RleMask m_original; ///< of the drag
    bool m_dragging = false;
    std::size_t m_dragged = 0;
    QPointF m_grip; ///< from the cursor to the dragged point
    std::optional<std::size_t> m_hovered;
};

} // namespace blastoscope::ui

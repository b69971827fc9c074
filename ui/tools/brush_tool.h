// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

class BrushSettings;

/// Adds to the selected silhouette or takes away from it with a round brush. With nothing selected it takes the one
/// under the cursor, and the brush begins a new object beside all of them. Alt or Shift while pressing does the other
/// of the two, Ctrl+click picks a silhouette, Alt+wheel changes the size.
class BrushTool : public EditTool {
    Q_OBJECT
public:
    enum class Mode { Add, Erase };

    BrushTool(CanvasView& view, FrameEditor& editor, BrushSettings& brush, Mode mode);

    Mode mode() const { return m_mode; }
    QCursor cursor() const override;
    QString hint() const override;
    bool takesDoubleClick() const override { return true; }
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    bool wheel(const QWheelEvent& event) override;
    void leave() override;
    void settle() override;
    void paint(QPainter& painter) const override;

    bool isBusy() const override { return m_painting; }
    void cancel() override;

private:
    bool begin(const QPointF& point, bool erase);
    void strokeTo(const QPointF& point);
    void moveRing(std::optional<QPointF> point);
    void updateRing();

    BrushSettings& m_brush;
    Mode m_mode;
    bool m_painting = false;
    bool m_erasing = false;
    QPointF m_last;                ///< end of the stroke so far
    std::optional<QPointF> m_ring; ///< where the cursor is, image coordinates
    double m_ringRadius = 0;       ///< as it is on the screen
    int m_wheelRest = 0;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_tool.h"

namespace blastoscope::ui {

/// Moving lifts the silhouette under the cursor, a click selects it, Shift+click adds it to what is selected or takes
/// it out, a click beside all of them or Esc selects none; a right click asks for the menu of what it hits.
class SelectTool : public CanvasTool {
    Q_OBJECT
public:
    using CanvasTool::CanvasTool;

    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    bool leavesRightClick() const override { return true; }
    void leave() override;
    bool keyPress(const QKeyEvent& event) override;
};

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_tool.h"

namespace blastoscope::ui {

/// Moving lifts the silhouette under the cursor, a click selects it, Shift+click adds it to what is selected or takes
/// it out, a click beside all of them or Esc selects none.
class SelectTool : public CanvasTool {
    Q_OBJECT
public:
    using CanvasTool::CanvasTool;

    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void leave() override;
    bool keyPress(const QKeyEvent& event) override;
};

} // namespace blastoscope::ui

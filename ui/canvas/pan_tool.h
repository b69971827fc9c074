// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/canvas/canvas_tool.h"

namespace blastoscope::ui {

/// Dragging with the left button moves the picture.
class PanTool : public CanvasTool {
    Q_OBJECT
public:
    using CanvasTool::CanvasTool;

    QCursor cursor() const override;
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;

private:
    std::optional<QPointF> m_grabbed; ///< the image point that stays under the cursor
};

} // namespace blastoscope::ui

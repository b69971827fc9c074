// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

/// Drags a silhouette, by whole pixels: the one under the cursor, the selected one first. What leaves the image is lost
/// when the button is released.
class MoveTool : public EditTool {
    Q_OBJECT
public:
    using EditTool::EditTool;

    QCursor cursor() const override { return Qt::SizeAllCursor; }
    QString hint() const override;
    bool takesDoubleClick() const override { return true; }
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    void settle() override;

    bool isBusy() const override { return m_dragging; }
    void cancel() override;

private:
    bool m_dragging = false;
    QPointF m_from;
    masks::RleMask m_original;
};

} // namespace blastoscope::ui

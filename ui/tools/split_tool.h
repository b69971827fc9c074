// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

/// Cuts an object in two (or more) along a line: press, drag and release for a straight one; or click its corners and
/// end with Enter or a double click; undo takes the last one back. When another frame or another tool comes, the line
/// waits for its own. The object under the middle of the line, the selected one first.
class SplitTool : public EditTool {
    Q_OBJECT
public:
    using EditTool::EditTool;

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
    void finish();
    const annotation::Instance* cutObject(const std::vector<base::Point>& line);

    QPolygonF m_points; ///< the last one follows the cursor
    bool m_held = false;
};

} // namespace blastoscope::ui

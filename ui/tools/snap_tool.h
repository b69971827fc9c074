// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "core/masks/shape_blend.h"
#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

class ShapeMender;
class SnapSettings;

/// Shows what the selected silhouette becomes when it is snapped to the shape of a cell, as strongly as the slider
/// says; Enter takes it (one undo step), Esc gives it up. Clicking another object goes on with that one.
class SnapTool : public EditTool {
    Q_OBJECT
public:
    enum class State { Idle, Mending, Shown };

    SnapTool(CanvasView& view, FrameEditor& editor, ShapeMender& mender, SnapSettings& settings);
    ~SnapTool() override;

    State state() const { return m_state; }

    QCursor cursor() const override { return Qt::PointingHandCursor; }
    QString hint() const override;
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    bool wheel(const QWheelEvent& event) override;
    bool wantsKey(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;

    bool isBusy() const override { return m_state != State::Idle; }
    void cancel() override;

protected:
    void frameChanged() override;

private:
    void setState(State state);
    void begin(annotation::InstanceId id);
    void beginSelected();
    void showShapes(std::shared_ptr<const masks::ShapeBlend> shapes);
    void showStrength();
    void accept();

    ShapeMender& m_mender;
    SnapSettings& m_settings;
    State m_state = State::Idle;
    std::optional<annotation::InstanceId> m_id;
    int m_number = 0; ///< of the wish that the mender is to answer
    std::shared_ptr<const masks::ShapeBlend> m_shapes;
};

} // namespace blastoscope::ui

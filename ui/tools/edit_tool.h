// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_tool.h"
#include "ui/tools/frame_editor.h"
#include "ui/tools/shape_preview.h"

namespace blastoscope::ui {

/// What the tools that change silhouettes have in common: a preview that stays until the canvas shows the same, Esc
/// (first gives the gesture up, then the selection, then the tool), and that a gesture outlives what happens to its
/// frame: a model's result that replaces the object below it, or another frame.
class EditTool : public CanvasTool {
    Q_OBJECT
public:
    EditTool(CanvasView& view, FrameEditor& editor);

    bool keyPress(const QKeyEvent& event) override;
    bool wantsKey(const QKeyEvent& event) const override;
    void leave() override;
    void overlayChanged() override;
    void paint(QPainter& painter) const override;

    /// The mouse is in the middle of something that Esc gives up.
    virtual bool isBusy() const = 0;
    /// Gives it up; nothing is changed then.
    virtual void cancel() = 0;

signals:
    /// Esc was pressed and there was nothing else to give up.
    void leaveRequested();

protected:
    /// Return or Enter without a modifier.
    static bool isEnter(const QKeyEvent& event);
    /// The key of undo, which takes back the gesture while there is one, not what was done before it.
    bool takesGestureBack(const QKeyEvent& event) const;

    FrameEditor& editor() const { return m_editor; }
    ShapePreview& preview() { return m_preview; }
    const ShapePreview& preview() const { return m_preview; }

    /// The object a gesture at `point` is about: the selected one, otherwise the smallest under the cursor, which it
    /// selects. Null when there is none or, which is said, it is locked or hidden (`*refused` then).
    const annotation::Instance* target(const QPointF& point, bool* refused = nullptr);
    /// Begins a gesture that changes an object, or draws a new one.
    void beginChange(const annotation::Instance& instance, masks::RleMask shape);
    void beginNew(masks::RleMask shape);
    /// Ends a gesture: one step of the document; the preview stays until the canvas shows the result.
    /// `origin`: its provenance, unless it is that of an edit.
    void commit(std::optional<annotation::Origin> origin = std::nullopt);
    /// The same for a new object of which more is known than its shape.
    void commitNew(annotation::Instance instance);
    void pick(const QPointF& point);
    /// The document changed this frame, not by commit().
    virtual void editedElsewhere(const annotation::ChangeEvent& event);
    /// The frame is still there: settles the gesture.
    virtual void frameLeft();
    virtual void frameChanged();

private:
    void retarget();
    std::optional<annotation::InstanceId> addChanged(masks::RleMask shape);

    FrameEditor& m_editor;
    ShapePreview m_preview;
    std::optional<annotation::Instance> m_target; ///< what the gesture changes, as it was before
    bool m_committing = false;
};

QPointF toQPoint(const base::Point& point);
base::Point toPoint(const QPointF& point);

} // namespace blastoscope::ui

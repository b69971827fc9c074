// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/inference/prompt.h"
#include "ui/tools/edit_tool.h"

namespace blastoscope::ui {

class PromptSource;

/// Click to segment: the model proposes the silhouette of what was clicked or boxed. Further clicks add points, the
/// right button says what does not belong to it, N shows the next answer; Enter takes the silhouette as one undo step,
/// Esc gives it up. An object that is outlined already gets the new outline instead of a double. When one comes back to
/// a frame that one left with a question open, it is asked again.
class PromptTool : public EditTool {
    Q_OBJECT
public:
    PromptTool(CanvasView& view, FrameEditor& editor, PromptSource& source);
    ~PromptTool() override;

    const inference::Prompt& prompt() const { return m_prompt; }
    bool isWaiting() const { return m_waiting; }
    /// What is proposed; null while there is nothing.
    const annotation::Instance* proposal() const;

    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    void press(const QPointF& imagePoint, const QMouseEvent& event) override;
    void move(const QPointF& imagePoint, const QMouseEvent& event) override;
    void release(const QPointF& imagePoint, const QMouseEvent& event) override;
    bool takesDoubleClick() const override { return true; }
    bool wantsKey(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    void paint(QPainter& painter) const override;

    bool isBusy() const override;
    void cancel() override;

protected:
    void frameLeft() override;
    void frameChanged() override;
    void editedElsewhere(const annotation::ChangeEvent& event) override;

private:
    void addPoint(const QPointF& point, bool inside);
    void ask();
    void showAnswers(const std::vector<annotation::Instance>& answers);
    void showAnswer(std::size_t index);
    void accept();
    /// The object of the frame that a shape outlines again, if there is one.
    std::optional<annotation::InstanceId> outlinedAlready(const masks::RleMask& shape) const;
    void say();

    PromptSource& m_source;
    inference::Prompt m_prompt;
    std::optional<QPointF> m_pressed; ///< while the left button is held
    std::optional<QPointF> m_corner;  ///< of a box that is being drawn
    bool m_waiting = false;
    bool m_nothingFound = false;
    int m_number = 0; ///< of the question that is to be answered
    std::vector<annotation::Instance> m_answers;
    std::size_t m_shown = 0;
};

} // namespace blastoscope::ui

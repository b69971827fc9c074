// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include "core/annotation/frame_range.h"
#include "ui/session/frame_edits.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace blastoscope::ui {

class FrameRangeField;
class OpenStack;

/// Asks to which frames of a stack something is done, says what that will change, anew with every choice and every
/// change of the annotations, and does it. Closing it while many frames are being changed ends that; what was done
/// stays as one undo step. Must not outlive the stack.
class FrameRangeDialog : public QDialog {
    Q_OBJECT
public:
    OpenStack& stack() const { return m_stack; }
    annotation::FrameRange range() const;

signals:
    void failed(const blastoscope::base::Error& error);

protected:
    struct Words {
        QString title;
        QString text; ///< what is done
        QString button;
        QString helpPage;
    };
    /// What the button would do now.
    struct Plan {
        std::vector<int> frames; ///< that change; without any there is nothing to do
        QStringList lines;       ///< all of it in words
    };

    /// The range is from the current frame to the last one at first. Call showPlan() when all fields are there.
    FrameRangeDialog(OpenStack& stack, const Words& words, QWidget* parent);

    /// Quick: it is asked for with every choice.
    virtual Plan plan() const = 0;
    /// Does it, and accepts the dialog when it is done.
    virtual void perform(std::vector<int> frames) = 0;

    /// Below the range.
    QFormLayout& form() { return *m_form; }
    void showPlan();
    /// Shows the plan as soon as nothing else is to be done.
    void updatePlan() { m_update.start(); }
    /// For perform(): one undo step.
    void changeFrames(annotation::StepKind kind, std::vector<int> frames, FrameEdits::Change change);

private:
    void createWidgets(const Words& words);

    OpenStack& m_stack;
    FrameRangeField* m_range = nullptr;
    QWidget* m_fields = nullptr;
    QFormLayout* m_form = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_button = nullptr;
    QTimer m_update;
};

/// "3 frames change.", for Plan::lines.
QString changedFramesText(int frames);

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_commands.h"

#include <vector>

#include <QAction>
#include <QMainWindow>

#include "core/annotation/frame_range.h"
#include "ui/session/review_queue.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/review_range_dialog.h"
#include "ui/shell/stack_view.h"

namespace blastoscope::ui {

using annotation::ReviewState;

namespace {

const QString kMessageKey = QStringLiteral("review");

} // namespace

ReviewCommands::ReviewCommands(const ShellContext& context, const ReviewQueue& queue, QObject* parent)
    : CommandGroup(context, QStringLiteral("review"), tr("&Review"), parent), m_queue(queue)
{
    m_actions << add("acceptAndGoOn", tr("&Accept and go on"), [this] { acceptAndGoOn(); },
                     {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_actions << add("rejectAndGoOn", tr("Reject and &go on"), [this] { rejectAndGoOn(); },
                     {Qt::CTRL | Qt::Key_Backspace});
    addSeparator();
    m_actions << add("neediest", tr("Frame that needs &eyes most"), [this] { goToNeediest(); },
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_Right});
    m_actions << add(
        "nextUnreviewed", tr("&Next unreviewed frame"), [this] { goToUnreviewed(1); }, {Qt::CTRL | Qt::Key_Right},
        Icon::Next);
    m_actions << add(
        "previousUnreviewed", tr("&Previous unreviewed frame"), [this] { goToUnreviewed(-1); },
        {Qt::CTRL | Qt::Key_Left}, Icon::Previous);
    m_actions << add("nextDivision", tr("Next &division"), [this] { goToDivision(1); }, {Qt::SHIFT | Qt::Key_Right});
    m_actions << add("previousDivision", tr("Previous di&vision"), [this] { goToDivision(-1); },
                     {Qt::SHIFT | Qt::Key_Left});
    addSeparator();
    m_actions << add("reject", tr("&Reject this frame"), [this] { setReview(ReviewState::Rejected); });
    m_actions << add("reset", tr("&Back to not reviewed"), [this] { setReview(ReviewState::ToDo); });
    m_actions << add("range", tr("Rev&iew range…"), [this] { reviewRange(); });
    for (QAction* action : m_actions)
        action->setAutoRepeat(false); // a key that is held judges one frame
    connect(&shell().workspace, &Workspace::currentChanged, this, [this] {
        forgetQuestion();
        updateEnabled();
    });
    connect(&shell().view, &StackView::frameShown, this, [this](const imaging::FrameIndex& index) {
        if (m_asked != index.time)
            forgetQuestion();
    });
    updateEnabled();
}

bool ReviewCommands::isShown() const
{
    return shell().view.stack() == current() && shell().view.shownTime() == current()->index().time;
}

bool ReviewCommands::setReview(ReviewState state)
{
    if (!isShown()) {
        shell().messages.show({.text = tr("This frame is still being read. Judge it when you see it."),
                               .key = kMessageKey});
        return false;
    }
    forgetQuestion();
    const auto set = current()->document().setReview(current()->index().time, state);
    if (!set)
        shell().messages.showError(set.error());
    return set.has_value();
}

void ReviewCommands::acceptAndGoOn()
{
    const int time = current()->index().time;
    const annotation::FrameAnnotation& frame = current()->document().frame(time);
    const bool isUntouched = annotation::isUntouched(frame) && frame.review != ReviewState::Accepted;
    if (isUntouched && isShown() && m_asked != time) {
        m_asked = time;
        shell().messages.show({.kind = MessageKind::Warning,
                               .text = tr("This frame was neither segmented nor drawn in. Accept it once more if it "
                                          "shows no cells; otherwise segment it first."),
                               .key = kMessageKey});
        return;
    }
    if (setReview(annotation::acceptedState(frame)))
        goToNeediest();
}

void ReviewCommands::rejectAndGoOn()
{
    if (setReview(ReviewState::Rejected))
        goToNeediest();
}

void ReviewCommands::reviewRange()
{
    forgetQuestion();
    auto* dialog = new ReviewRangeDialog(*current(), &shell().window);
    connect(dialog, &FrameRangeDialog::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
    openForStack(*dialog);
}

void ReviewCommands::forgetQuestion()
{
    m_asked.reset();
    shell().messages.dismiss(kMessageKey);
}

std::optional<int> ReviewCommands::unreviewed(int step) const
{
    const annotation::StackDocument& document = current()->document();
    const int count = document.frameCount();
    for (int distance = 1; distance <= count; ++distance) {
        const int time = (current()->index().time + step * distance + count) % count;
        const annotation::FrameAnnotation& frame = document.frame(time);
        if (frame.review == ReviewState::ToDo && (frame.segmented || !frame.instances.empty()))
            return time;
    }
    return std::nullopt;
}

void ReviewCommands::goToUnreviewed(int step)
{
    if (const auto time = unreviewed(step))
        current()->setTime(*time);
    else
        shell().messages.showInformation(tr("Every segmented frame of this stack is reviewed."));
}

void ReviewCommands::goToDivision(int step)
{
    std::vector<int> frames = divisionFrames(current()->lineage().tracks()->lineage);
    if (frames.empty()) {
        shell().messages.showInformation(tr("No division is known. Track the cells first (menu Segment)."));
        return;
    }
    const int now = current()->index().time;
    std::erase_if(frames, [=](int frame) { return step > 0 ? frame <= now : frame >= now; });
    if (!frames.empty())
        current()->setTime(step > 0 ? frames.front() : frames.back());
    else
        shell().messages.showInformation(step > 0 ? tr("No division comes after this frame.")
                                                  : tr("No division comes before this frame."));
}

void ReviewCommands::goToNeediest()
{
    const auto neediest =
        m_queue.stack() == current() ? m_queue.neediest(current()->index().time) : std::optional<int>();
    if (neediest)
        current()->setTime(*neediest);
    else
        goToUnreviewed(1);
}

void ReviewCommands::updateEnabled()
{
    for (QAction* action : m_actions)
        action->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_range_dialog.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QFormLayout>

#include "core/annotation/persons_work.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

using annotation::FrameAnnotation;
using annotation::ReviewState;

ReviewRangeDialog::ReviewRangeDialog(OpenStack& stack, QWidget* parent)
    : FrameRangeDialog(stack,
                       {tr("Review range"), tr("All these frames get the same verdict."), tr("&Set"),
                        QStringLiteral("review")},
                       parent)
{
    m_verdict = new QComboBox(this);
    m_verdict->addItem(tr("accepted"), int(ReviewState::Accepted));
    m_verdict->addItem(tr("rejected"), int(ReviewState::Rejected));
    m_verdict->addItem(tr("not reviewed"), int(ReviewState::ToDo));
    form().addRow(tr("&Verdict:"), m_verdict);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &ReviewRangeDialog::updatePlan);
    showPlan();
}

ReviewState ReviewRangeDialog::verdict() const
{
    return ReviewState(m_verdict->currentData().toInt());
}

FrameRangeDialog::Plan ReviewRangeDialog::plan() const
{
    Plan plan;
    for (int frame = range().first; frame <= range().last; ++frame)
        if (annotation::reviewInRange(stack().document().frame(frame), verdict()))
            plan.frames.push_back(frame);
    plan.lines = linesFor(plan.frames);
    return plan;
}

QStringList ReviewRangeDialog::linesFor(const std::vector<int>& frames) const
{
    QStringList lines = {changedFramesText(int(frames.size()))};
    const bool accepts = verdict() == ReviewState::Accepted;
    if (!frames.empty() && verdict() != ReviewState::ToDo) {
        const auto isUnseen = [this](int frame) { return !stack().wasSeen(frame); };
        const auto unseen = std::count_if(frames.begin(), frames.end(), isUnseen);
        lines << (unseen == 0 ? tr("You have looked at all of them.")
                              : tr("%n of them you have not looked at: they were not on the screen since the stack was "
                                   "opened or their outlines changed.",
                                   nullptr, int(unseen)));
        if (accepts && unseen > 0)
            lines << tr("Accepted frames enter training sets.");
    }
    int untouched = 0;
    for (int frame = range().first; accepts && frame <= range().last; ++frame) {
        const FrameAnnotation& annotation = stack().document().frame(frame);
        untouched += annotation::isUntouched(annotation) && !annotation::isReviewed(annotation.review);
    }
    if (untouched > 0)
        lines << tr("%n frame(s) stay as they are, because they were neither segmented nor drawn in.", nullptr,
                    untouched);
    return lines;
}

void ReviewRangeDialog::perform(std::vector<int> frames)
{
    changeFrames(annotation::StepKind::ChangeReview, std::move(frames),
                 [verdict = verdict()](annotation::StackDocument& document, int frame) -> base::Status {
                     const auto review = annotation::reviewInRange(document.frame(frame), verdict);
                     return review ? document.setReview(frame, *review) : base::Status();
                 });
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/segment_range_dialog.h"

#include "core/annotation/persons_work.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

SegmentRangeDialog::SegmentRangeDialog(OpenStack& stack, QWidget* parent)
    : FrameRangeDialog(stack,
                       {tr("Segment range"),
                        tr("The model segments these frames in the background. What a person drew, edited, imported or "
                           "locked stays."),
                        tr("&Segment"), QStringLiteral("segment")},
                       parent)
{
    showPlan();
}

FrameRangeDialog::Plan SegmentRangeDialog::plan() const
{
    Plan plan;
    for (int frame = range().first; frame <= range().last; ++frame)
        if (!annotation::isReviewed(stack().document().frame(frame).review))
            plan.frames.push_back(frame);
    plan.lines << tr("%n frame(s) are segmented.", nullptr, int(plan.frames.size()));
    if (const int accepted = range().count() - int(plan.frames.size()))
        plan.lines << tr("%n frame(s) stay as they are, because they are accepted.", nullptr, accepted);
    return plan;
}

void SegmentRangeDialog::perform(std::vector<int>)
{
    accept();
}

} // namespace blastoscope::ui

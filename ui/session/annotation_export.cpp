// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/annotation_export.h"

#include <algorithm>
#include <iterator>

#include "core/annotation/persons_work.h"
#include "ui/session/annotation_file.h"

namespace blastoscope::ui {

std::vector<const OpenStack*> stacksToExport(const Workspace& workspace, bool all)
{
    std::vector<const OpenStack*> stacks;
    for (const auto& stack : workspace.stacks())
        if (all || stack.get() == workspace.current())
            stacks.push_back(stack.get());
    return stacks;
}

std::vector<formats::AnnotatedFrame> framesToExport(const Workspace& workspace, const AnnotationExportChoices& choices)
{
    std::vector<formats::AnnotatedFrame> frames;
    const auto stacks = stacksToExport(workspace, choices.allStacks);
    for (const OpenStack* stack : stacks) {
        AnnotationSnapshot snapshot = snapshotOf(*stack);
        if (choices.onlyAccepted)
            std::erase_if(snapshot, [](const auto& frame) { return !annotation::isReviewed(frame.annotation.review); });
        if (stacks.size() > 1) // pictures of several stacks often have the same names
            for (formats::AnnotatedFrame& frame : snapshot)
                frame.fileName = stack->name().toStdString() + '/' + frame.fileName;
        std::move(snapshot.begin(), snapshot.end(), std::back_inserter(frames));
    }
    return frames;
}

int countFramesToExport(const Workspace& workspace, const AnnotationExportChoices& choices)
{
    int count = 0;
    for (const OpenStack* stack : stacksToExport(workspace, choices.allStacks))
        for (int time = 0; time < stack->document().frameCount(); ++time) {
            const annotation::FrameAnnotation& frame = stack->document().frame(time);
            count += choices.onlyAccepted ? annotation::isReviewed(frame.review) : holdsSomething(frame);
        }
    return count;
}

} // namespace blastoscope::ui

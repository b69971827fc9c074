// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/accepted_frames.h"

#include <cstdio>
#include <utility>

#include "core/annotation/persons_work.h"
#include "core/dataset/generated/sample_files.h"
#include "ui/session/annotation_file.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

namespace {

using annotation::ReviewState;

std::string frameName(const std::string& embryo, int time)
{
    char number[16];
    std::snprintf(number, sizeof number, "/%05d", time + 1);
    return embryo + number;
}

/// Two stacks may be views of one embryo; one without an id is an embryo of its own.
std::string embryoOf(const OpenStack& stack)
{
    return stack.embryoId().empty() ? "stack-" + std::to_string(stack.id()) : stack.embryoId();
}

dataset::SourceFrame sourceOf(const OpenStack& stack, int time)
{
    const imaging::FrameIndex index{time, stack.index().plane, stack.index().channel};
    dataset::SourceFrame source;
    source.truth = annotatedFrameOf(stack, time);
    source.truth.embryoId = embryoOf(stack);
    source.truth.fileName = frameName(source.truth.embryoId, time);
    source.read = [images = stack.images(), index] { return images->read(index); };
    return source;
}

} // namespace

bool isSynthetic(const OpenStack& stack)
{
    return dataset::readSampleList(stack.info().path).has_value();
}

AcceptedFrames acceptedFrames(const Workspace& workspace)
{
    AcceptedFrames accepted;
    auto frames = std::make_shared<std::vector<dataset::SourceFrame>>();
    for (const auto& stack : workspace.stacks()) {
        if (isSynthetic(*stack))
            continue;
        for (int time = 0; time < stack->document().frameCount(); ++time) {
            const annotation::FrameAnnotation& frame = stack->document().frame(time);
            if (annotation::isReviewed(frame.review)) {
                frames->push_back(sourceOf(*stack, time));
                accepted.stackOfEmbryo.insert(QString::fromStdString(embryoOf(*stack)), stack->name());
            } else if (frame.review == ReviewState::Rejected) {
                ++accepted.rejected;
            } else {
                accepted.waiting += holdsSomething(frame);
            }
        }
    }
    accepted.frames = std::move(frames);
    return accepted;
}

} // namespace blastoscope::ui

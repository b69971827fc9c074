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

/// A stack without an id is an embryo of its own.
std::string embryoOf(const OpenStack& stack)
{
    return stack.embryoId().empty() ? "stack-" + std::to_string(stack.id()) : stack.embryoId();
}

bool isFolderOfSamples(const imaging::ImageStack& images)
{
    return dataset::readSampleList(images.info().path).has_value();
}

dataset::SourceFrame sourceOf(const formats::AnnotatedFrame& frame, const ReviewedStacks::Stack& stack)
{
    const imaging::FrameIndex index{frame.frameIndex, stack.shown.plane, stack.shown.channel};
    dataset::SourceFrame source;
    source.truth = frame;
    source.truth.embryoId = stack.embryo;
    source.truth.fileName = frameName(stack.embryo, index.time);
    source.read = [images = stack.images, index] { return images->read(index); };
    return source;
}

} // namespace

bool isSynthetic(const OpenStack& stack)
{
    return isFolderOfSamples(*stack.images());
}

ReviewedStacks::ReviewedStacks(const Workspace& workspace)
{
    for (const auto& open : workspace.stacks()) {
        Stack& stack = stacks.emplace_back(Stack{open->name(), embryoOf(*open), open->images(), open->index(), {}});
        for (int time = 0; time < open->document().frameCount(); ++time) {
            const annotation::FrameAnnotation& frame = open->document().frame(time);
            if (annotation::isReviewed(frame.review))
                stack.accepted.push_back(annotatedFrameOf(*open, time));
            else if (frame.review == ReviewState::Rejected)
                ++stack.rejected;
            else
                stack.waiting += holdsSomething(frame);
        }
    }
}

AcceptedFrames acceptedFrames(const ReviewedStacks& reviewed)
{
    AcceptedFrames accepted;
    auto frames = std::make_shared<std::vector<dataset::SourceFrame>>();
    for (const ReviewedStacks::Stack& stack : reviewed.stacks) {
        if (isFolderOfSamples(*stack.images))
            continue;
        accepted.waiting += stack.waiting;
        accepted.rejected += stack.rejected;
        if (!stack.accepted.empty())
            accepted.stackOfEmbryo.insert(QString::fromStdString(stack.embryo), stack.name);
        for (const formats::AnnotatedFrame& frame : stack.accepted)
            frames->push_back(sourceOf(frame, stack));
    }
    accepted.frames = std::move(frames);
    return accepted;
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/accepted_frames.h"

#include <cstdio>
#include <utility>

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

dataset::SourceFrame toSource(const OpenStack& stack, formats::AnnotatedFrame truth)
{
    const imaging::FrameIndex index{truth.frameIndex, stack.index().plane, stack.index().channel};
    truth.embryoId = embryoOf(stack);
    truth.fileName = frameName(truth.embryoId, truth.frameIndex);
    return {std::move(truth), [images = stack.images(), index] { return images->read(index); }};
}

} // namespace

bool isSynthetic(const OpenStack& stack)
{
    return dataset::readSampleList(stack.info().path).has_value();
}

AcceptedFrames acceptedFrames(const Workspace& workspace)
{
    AcceptedFrames accepted;
    for (const auto& stack : workspace.stacks()) {
        if (isSynthetic(*stack))
            continue;
        for (formats::AnnotatedFrame& frame : snapshotOf(*stack)) {
            const ReviewState review = frame.annotation.review;
            if (review == ReviewState::Accepted || review == ReviewState::Corrected) {
                accepted.frames.push_back(toSource(*stack, std::move(frame)));
                accepted.stackOfEmbryo.insert(QString::fromStdString(embryoOf(*stack)), stack->name());
            } else if (review == ReviewState::Rejected) {
                ++accepted.rejected;
            } else {
                ++accepted.waiting;
            }
        }
    }
    return accepted;
}

} // namespace blastoscope::ui

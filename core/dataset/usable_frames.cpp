// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/usable_frames.h"

#include <algorithm>

#include "core/annotation/object_names.h"
#include "core/annotation/persons_work.h"

namespace blastoscope::dataset {
namespace {

/// Those that may be learned from; counts the others.
std::vector<const SourceFrame*> usableFrames(const std::vector<SourceFrame>& frames, DatasetReport& report)
{
    const bool reviewed = std::any_of(frames.begin(), frames.end(), [](const SourceFrame& frame) {
        return frame.truth.annotation.review != annotation::ReviewState::ToDo;
    });
    std::vector<const SourceFrame*> usable;
    for (const SourceFrame& frame : frames) {
        if (reviewed && !annotation::isReviewed(frame.truth.annotation.review))
            ++report.notReviewed;
        else if (!reviewed && frame.truth.annotation.instances.empty())
            ++report.empty;
        else
            usable.push_back(&frame);
    }
    return usable;
}

} // namespace

base::Result<ChosenFrames> chooseFrames(const std::vector<SourceFrame>& frames, const SplitOptions& options,
                                        DatasetReport& report)
{
    ChosenFrames chosen;
    chosen.frames = usableFrames(frames, report);
    if (chosen.frames.empty())
        return base::fail(base::ErrorCode::InvalidArgument,
                          report.notReviewed > 0 ? "No frame is accepted yet: accept frames before training on them."
                                                 : "No frame has an annotation.");
    std::vector<std::string> embryos;
    std::vector<const annotation::FrameAnnotation*> annotations;
    for (const SourceFrame* frame : chosen.frames) {
        embryos.push_back(frame->truth.embryoId);
        annotations.push_back(&frame->truth.annotation);
    }
    report.ownName = annotation::sharedNameOf(annotations);
    auto validation = splitByEmbryo(embryos, options);
    if (!validation)
        return tl::unexpected<base::Error>(validation.error());
    chosen.validation = std::move(*validation);
    return chosen;
}

} // namespace blastoscope::dataset

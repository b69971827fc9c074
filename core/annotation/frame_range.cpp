// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/frame_range.h"

#include <algorithm>

#include "core/annotation/persons_work.h"

namespace blastoscope::annotation {
namespace {

bool isChosen(const FrameAnnotation& frame, const Instance& instance, const RemovalChoice& choice)
{
    if (choice.onlyToDo && frame.review != ReviewState::ToDo)
        return false;
    if (choice.classId && instance.classId != *choice.classId)
        return false;
    return !choice.belowScore ||
           (instance.origin == Origin::Model && instance.score && *instance.score < *choice.belowScore);
}

} // namespace

ReviewState acceptedState(const FrameAnnotation& frame)
{
    const bool isCorrected =
        std::any_of(frame.instances.begin(), frame.instances.end(), [](const Instance& instance) {
            return instance.origin != Origin::Model && instance.origin != Origin::Imported;
        });
    return isCorrected ? ReviewState::Corrected : ReviewState::Accepted;
}

bool isUntouched(const FrameAnnotation& frame)
{
    return !frame.segmented && frame.instances.empty();
}

std::optional<ReviewState> reviewInRange(const FrameAnnotation& frame, ReviewState verdict)
{
    const bool accepts = isReviewed(verdict);
    const bool isThere = accepts ? isReviewed(frame.review) : frame.review == verdict;
    if (isThere || (accepts && isUntouched(frame)))
        return std::nullopt;
    return accepts ? acceptedState(frame) : verdict;
}

std::vector<InstanceId> removedInRange(const FrameAnnotation& frame, const RemovalChoice& choice)
{
    std::vector<InstanceId> ids;
    for (const Instance& instance : frame.instances)
        if (!instance.locked && isChosen(frame, instance, choice))
            ids.push_back(instance.id);
    return ids;
}

int keptByLock(const FrameAnnotation& frame, const RemovalChoice& choice)
{
    return int(std::count_if(frame.instances.begin(), frame.instances.end(), [&](const Instance& instance) {
        return instance.locked && isChosen(frame, instance, choice);
    }));
}

} // namespace blastoscope::annotation

// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_plan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "core/annotation/persons_work.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::ReviewState;

constexpr int kHighestTrack = std::numeric_limits<int>::max();

ImportFate fateOf(const AnnotatedFrame& frame, const ImportTarget& target, const FrameAnnotation& current,
                  annotation::ReplacePolicy policy, annotation::SegmentationOutcome& outcome)
{
    if (frame.annotation.width != target.width || frame.annotation.height != target.height)
        return ImportFate::OtherSize;
    if (frame.annotation.instances.empty() && frame.annotation.review == ReviewState::ToDo)
        return ImportFate::Empty;
    annotation::InstanceId nextId = 1;
    outcome = annotation::mergeFound(current, importedFrameOf(frame, true), policy, nextId).outcome;
    if (!outcome.applied)
        return ImportFate::Reviewed;
    return outcome.added == 0 && outcome.replaced == 0 && outcome.dropped > 0 ? ImportFate::NothingNew
                                                                              : ImportFate::Import;
}

} // namespace

base::Result<std::vector<PlannedFrame>> planImport(std::span<const AnnotatedFrame> frames,
                                                   std::span<const ImportTarget> targets, const CurrentFrame& current,
                                                   const ImportPlanOptions& options,
                                                   const base::CancellationToken& cancel)
{
    std::map<std::size_t, FrameMatch> matches;
    for (const FrameMatch& match : matchFrames(frames, targets, options.match))
        matches.emplace(match.source, match);
    std::vector<PlannedFrame> plan;
    std::set<std::pair<std::size_t, int>> taken;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "The import was cancelled.");
        PlannedFrame& planned = plan.emplace_back();
        planned.source = i;
        const auto match = matches.find(i);
        if (match == matches.end())
            continue;
        planned.match = match->second;
        const auto& [source, target, time, by] = match->second;
        if (taken.contains({target, time})) {
            planned.fate = ImportFate::Taken;
            continue;
        }
        planned.fate = fateOf(frames[i], targets[target], current(target, time), options.policy, planned.outcome);
        if (planned.fate == ImportFate::Import)
            taken.insert({target, time});
    }
    return plan;
}

annotation::ImportedFrame importedFrameOf(const AnnotatedFrame& frame, bool keepReview, int trackShift)
{
    annotation::ImportedFrame imported;
    imported.instances = frame.annotation.instances;
    for (Instance& instance : imported.instances) {
        if (instance.origin == annotation::Origin::Model)
            instance.visible.reset(); // a guess, which would count as what the file says: see visibleParts()
        instance.origin = annotation::Origin::Imported;
        if (instance.trackId && trackShift > 0) { // ids below 1 or too high to be moved are none
            const bool fits = *instance.trackId > 0 && *instance.trackId <= kHighestTrack - trackShift;
            instance.trackId = fits ? std::optional(*instance.trackId + trackShift) : std::nullopt;
        }
    }
    imported.order = frame.annotation.order;
    imported.qcFlags = frame.annotation.qcFlags;
    imported.segmented = frame.annotation.segmented;
    imported.review = keepReview ? frame.annotation.review : ReviewState::ToDo;
    return imported;
}

int trackShiftOf(std::span<const PlannedFrame> plan, std::size_t target, const annotation::StackDocument& document,
                 annotation::ReplacePolicy policy)
{
    std::set<int> filled;
    for (const PlannedFrame& planned : plan)
        if (planned.fate == ImportFate::Import && planned.match->target == target)
            filled.insert(planned.match->time);
    const bool keeps = policy == annotation::ReplacePolicy::KeepReviewed;
    int highest = 0;
    for (int time = 0; time < document.frameCount(); ++time)
        for (const Instance& instance : document.frame(time).instances)
            if (instance.trackId && (!filled.contains(time) || (keeps && annotation::isOfPerson(instance))))
                highest = std::max(highest, *instance.trackId);
    return highest;
}

} // namespace blastoscope::formats

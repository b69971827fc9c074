// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/found_frame.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/annotation/persons_work.h"

namespace blastoscope::annotation {
namespace {

/// What stays of a frame.
FrameAnnotation keptContent(const FrameAnnotation& current, ReplacePolicy policy)
{
    FrameAnnotation content;
    content.width = current.width;
    content.height = current.height;
    if (policy == ReplacePolicy::KeepReviewed)
        std::copy_if(current.instances.begin(), current.instances.end(), std::back_inserter(content.instances),
                     isOfPerson);
    for (const DepthRelation& relation : current.order)
        if (content.find(relation.nearer) && content.find(relation.farther))
            content.order.push_back(relation);
    return content;
}

} // namespace

MergedFrame mergeFound(const FrameAnnotation& current, const SegmentedFrame& found, ReplacePolicy policy,
                       InstanceId& nextId)
{
    MergedFrame merged;
    SegmentationOutcome& outcome = merged.outcome;
    if (policy == ReplacePolicy::KeepReviewed && isReviewed(current.review)) {
        outcome.kept = int(current.instances.size());
        return merged;
    }
    outcome.applied = true;
    FrameAnnotation& content = merged.content;
    content = keptContent(current, policy);
    content.qcFlags = found.qcFlags;
    outcome.kept = int(content.instances.size());
    outcome.replaced = int(current.instances.size()) - outcome.kept;

    std::map<InstanceId, InstanceId> newIds;
    for (const Instance& instance : found.instances) {
        const auto keptEnd = content.instances.begin() + outcome.kept;
        const bool known = std::any_of(content.instances.begin(), keptEnd, [&](const Instance& kept) {
            return masks::iou(kept.amodal, instance.amodal) >= kSameObjectIou;
        });
        if (known) {
            ++outcome.dropped;
            continue;
        }
        content.instances.push_back(instance);
        content.instances.back().id = newIds[instance.id] = nextId++;
        ++outcome.added;
    }
    for (const DepthRelation& relation : found.order)
        if (newIds.count(relation.nearer) && newIds.count(relation.farther))
            content.order.push_back({newIds[relation.nearer], newIds[relation.farther]});
    return merged;
}

} // namespace blastoscope::annotation

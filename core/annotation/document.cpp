// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/document.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace blastoscope::annotation {
namespace {

/// A found instance that covers a kept one this well shows the same object.
constexpr double kSameObjectIou = 0.5;

bool isOfPerson(const Instance& instance)
{
    return instance.origin != Origin::Model || instance.locked;
}

bool isReviewed(ReviewState review)
{
    return review == ReviewState::Accepted || review == ReviewState::Corrected;
}

bool relates(const DepthRelation& relation, InstanceId a, InstanceId b)
{
    return (relation.nearer == a && relation.farther == b) || (relation.nearer == b && relation.farther == a);
}

base::Status checkOrder(const FrameAnnotation& frame, const std::vector<DepthRelation>& order)
{
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [nearer, farther] = order[i];
        if (nearer == farther || !frame.find(nearer) || !frame.find(farther))
            return base::fail(base::ErrorCode::InvalidArgument,
                              "A depth relation must tie two different objects of the frame together.");
        for (std::size_t j = 0; j < i; ++j)
            if (relates(order[j], nearer, farther))
                return base::fail(base::ErrorCode::InvalidArgument, "The depth order of two objects is stated twice.");
    }
    return {};
}

} // namespace

StackDocument::StackDocument(int frameCount, int width, int height)
    : m_width(width), m_height(height), m_frames(std::size_t(std::max(frameCount, 0))), m_nextIds(m_frames.size(), 1),
      m_observers(std::make_shared<ObserverList>())
{
    for (FrameAnnotation& frame : m_frames) {
        frame.width = width;
        frame.height = height;
    }
}

const FrameAnnotation& StackDocument::frame(int index) const
{
    assert(checkFrame(index));
    return m_frames[std::size_t(index)];
}

Connection StackDocument::subscribe(ChangeObserver observer)
{
    return {m_observers, m_observers->add(std::move(observer))};
}

base::Result<InstanceId> StackDocument::addInstance(int frame, Instance instance)
{
    if (auto status = checkFrame(frame); !status)
        return tl::unexpected(status.error());
    if (!hasCanvasSize(instance.amodal) || (instance.visible && !hasCanvasSize(*instance.visible)))
        return base::fail(base::ErrorCode::InvalidArgument, "The silhouette was drawn on an image of another size.");
    const InstanceId id = takeId(frame);
    instance.id = id;
    perform(StepKind::AddInstance, annotation::addInstance(frame, this->frame(frame), std::move(instance)));
    return id;
}

base::Status StackDocument::removeInstances(int frame, const std::vector<InstanceId>& ids)
{
    for (InstanceId id : ids)
        if (auto instance = checkInstance(frame, id); !instance)
            return tl::unexpected(instance.error());
    if (ids.empty())
        return checkFrame(frame);
    perform(StepKind::RemoveInstances, annotation::removeInstances(frame, this->frame(frame), ids));
    return {};
}

base::Status StackDocument::setShape(int frame, InstanceId id, masks::RleMask amodal,
                                     std::optional<masks::RleMask> visible, std::optional<Origin> origin)
{
    const auto instance = checkInstance(frame, id);
    if (!instance)
        return tl::unexpected(instance.error());
    if (!hasCanvasSize(amodal) || (visible && !hasCanvasSize(*visible)))
        return base::fail(base::ErrorCode::InvalidArgument, "The silhouette was drawn on an image of another size.");
    if ((*instance)->amodal == amodal && (*instance)->visible == visible)
        return {};
    perform(StepKind::ReshapeInstance, changeShape(frame, **instance, amodal, std::move(visible), origin));
    return {};
}

base::Status StackDocument::setAttributes(int frame, InstanceId id, const InstanceAttributes& attributes)
{
    const auto instance = checkInstance(frame, id);
    if (!instance)
        return tl::unexpected(instance.error());
    if (attributesOf(**instance) != attributes)
        perform(StepKind::ChangeAttributes, changeAttributes(frame, id, attributes));
    return {};
}

base::Status StackDocument::setOrder(int frame, std::vector<DepthRelation> order)
{
    if (auto status = checkFrame(frame); !status)
        return status;
    if (auto status = checkOrder(this->frame(frame), order); !status)
        return status;
    if (this->frame(frame).order != order)
        perform(StepKind::ChangeOrder, changeOrder(frame, std::move(order)));
    return {};
}

base::Status StackDocument::setReview(int frame, ReviewState review)
{
    if (auto status = checkFrame(frame); !status)
        return status;
    if (this->frame(frame).review != review)
        perform(StepKind::ChangeReview, changeReview(frame, review));
    return {};
}

base::Status StackDocument::clearFrame(int frame)
{
    if (auto status = checkFrame(frame); !status)
        return status;
    const FrameAnnotation& current = this->frame(frame);
    const bool empty = current.instances.empty() && !current.segmented && current.qcFlags.empty()
                       && current.review == ReviewState::ToDo;
    if (empty)
        return {};
    FrameAnnotation content;
    content.width = m_width;
    content.height = m_height;
    perform(StepKind::ClearFrame, replaceContent(frame, std::move(content)));
    return {};
}

base::Result<SegmentationOutcome> StackDocument::applySegmentation(int frame, const SegmentedFrame& found,
                                                                   ReplacePolicy policy, RunId run)
{
    if (auto status = checkFrame(frame); !status)
        return tl::unexpected(status.error());
    if (auto status = checkFound(found); !status)
        return tl::unexpected(status.error());
    SegmentationOutcome outcome;
    if (policy == ReplacePolicy::KeepReviewed && isReviewed(this->frame(frame).review)) {
        outcome.kept = int(this->frame(frame).instances.size());
        return outcome;
    }
    outcome.applied = true;
    FrameAnnotation content = merged(frame, found, policy, outcome);
    perform(StepKind::SegmentFrames, replaceContent(frame, std::move(content)), run);
    return outcome;
}

base::Status StackDocument::checkFound(const SegmentedFrame& found) const
{
    FrameAnnotation frame;
    for (const Instance& instance : found.instances) {
        if (!hasCanvasSize(instance.amodal) || (instance.visible && !hasCanvasSize(*instance.visible)))
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The model's result belongs to an image of another size.");
        if (frame.find(instance.id))
            return base::fail(base::ErrorCode::InvalidArgument, "Two objects of a result have the same number.");
        frame.instances.emplace_back().id = instance.id;
    }
    return checkOrder(frame, found.order);
}

FrameAnnotation StackDocument::merged(int frame, const SegmentedFrame& found, ReplacePolicy policy,
                                      SegmentationOutcome& outcome)
{
    const FrameAnnotation& current = this->frame(frame);
    FrameAnnotation content;
    content.width = m_width;
    content.height = m_height;
    content.segmented = true;
    content.qcFlags = found.qcFlags;
    if (policy == ReplacePolicy::KeepReviewed)
        std::copy_if(current.instances.begin(), current.instances.end(), std::back_inserter(content.instances),
                     isOfPerson);
    for (const DepthRelation& relation : current.order)
        if (content.find(relation.nearer) && content.find(relation.farther))
            content.order.push_back(relation);
    outcome.kept = int(content.instances.size());

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
        content.instances.back().id = newIds[instance.id] = takeId(frame);
        ++outcome.added;
    }
    for (const DepthRelation& relation : found.order)
        if (newIds.count(relation.nearer) && newIds.count(relation.farther))
            content.order.push_back({newIds[relation.nearer], newIds[relation.farther]});
    return content;
}

base::Status StackDocument::checkFrame(int frame) const
{
    if (frame >= 0 && frame < frameCount())
        return {};
    return base::fail(base::ErrorCode::NotFound, "The stack has no frame " + std::to_string(frame + 1) + ".");
}

base::Result<const Instance*> StackDocument::checkInstance(int frame, InstanceId id) const
{
    if (auto status = checkFrame(frame); !status)
        return tl::unexpected(status.error());
    if (const Instance* instance = this->frame(frame).find(id))
        return instance;
    return base::fail(base::ErrorCode::NotFound,
                      "Frame " + std::to_string(frame + 1) + " has no object " + std::to_string(id) + ".");
}

bool StackDocument::hasCanvasSize(const masks::RleMask& mask) const
{
    return mask.width() == m_width && mask.height() == m_height;
}

InstanceId StackDocument::takeId(int frame)
{
    return m_nextIds[std::size_t(frame)]++;
}

} // namespace blastoscope::annotation

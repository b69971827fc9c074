// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/document.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace blastoscope::annotation {
namespace {

bool relates(const DepthRelation& relation, InstanceId a, InstanceId b)
{
    return (relation.nearer == a && relation.farther == b) || (relation.nearer == b && relation.farther == a);
}

/// Whether an instance is named more than once.
bool repeats(const std::vector<TrackOfInstance>& tracks)
{
    std::set<InstanceId> ids;
    return std::any_of(tracks.begin(), tracks.end(), [&](const auto& track) { return !ids.insert(track.id).second; });
}

bool isNearer(const FrameAnnotation& frame, InstanceId nearer, InstanceId farther)
{
    return std::find(frame.order.begin(), frame.order.end(), DepthRelation{nearer, farther}) != frame.order.end();
}

/// Instances whose visible part is stored, though not as a model's guess: visibleParts() takes it as it is.
bool storesVisible(const Instance& instance)
{
    return instance.visible && instance.origin != Origin::Model;
}

/// Those of which some pixels of `changed` may have been hidden, or may be now, when it belongs to `id`.
void addStaleAround(InstanceId id, const masks::RleMask& changed, const FrameAnnotation& frame,
                    std::set<InstanceId>& stale)
{
    for (const Instance& other : frame.instances)
        if (other.id != id && storesVisible(other) && !isNearer(frame, other.id, id) &&
            masks::intersectionArea(other.amodal, changed) > 0)
            stale.insert(other.id);
}

/// Those that a relation of only one of the two orders ties.
std::set<InstanceId> staleByOrder(const FrameAnnotation& frame, const std::vector<DepthRelation>& order)
{
    std::set<InstanceId> stale;
    const auto compare = [&](const std::vector<DepthRelation>& some, const std::vector<DepthRelation>& others) {
        for (const DepthRelation& relation : some)
            if (std::find(others.begin(), others.end(), relation) == others.end())
                for (const InstanceId id : {relation.nearer, relation.farther})
                    if (const Instance* instance = frame.find(id); instance && storesVisible(*instance))
                        stale.insert(id);
    };
    compare(frame.order, order);
    compare(order, frame.order);
    return stale;
}

/// From now on their visible parts follow from the depth order.
void forgetVisible(StackDocument& document, int frame, const std::set<InstanceId>& ids)
{
    for (const InstanceId id : ids)
        (void)document.setShape(frame, id, document.frame(frame).find(id)->amodal);
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
    std::set<InstanceId> stale;
    for (const InstanceId id : ids)
        addStaleAround(id, this->frame(frame).find(id)->amodal, this->frame(frame), stale);
    for (const InstanceId id : ids)
        stale.erase(id);
    std::optional<JoinedChanges> step;
    if (!stale.empty() && !m_join)
        step.emplace(*this, StepKind::RemoveInstances);
    forgetVisible(*this, frame, stale);
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
    std::set<InstanceId> stale;
    addStaleAround(id, masks::exclusiveOr((*instance)->amodal, amodal), this->frame(frame), stale);
    std::optional<JoinedChanges> step;
    if (!stale.empty() && !m_join)
        step.emplace(*this, StepKind::ReshapeInstance);
    forgetVisible(*this, frame, stale);
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

base::Status StackDocument::setTracks(int frame, const std::vector<TrackOfInstance>& tracks, RunId run)
{
    if (auto status = checkFrame(frame); !status)
        return status;
    std::vector<TrackOfInstance> changed;
    for (const TrackOfInstance& track : tracks) {
        const auto instance = checkInstance(frame, track.id);
        if (!instance)
            return tl::unexpected(instance.error());
        if ((*instance)->trackId != track.track)
            changed.push_back(track);
    }
    if (repeats(tracks))
        return base::fail(base::ErrorCode::InvalidArgument, "An object cannot have two tracks.");
    if (!changed.empty())
        perform(StepKind::TrackCells, changeTracks(frame, std::move(changed)), run);
    return {};
}

base::Status StackDocument::setOrder(int frame, std::vector<DepthRelation> order)
{
    if (auto status = checkFrame(frame); !status)
        return status;
    if (auto status = checkOrder(this->frame(frame), order); !status)
        return status;
    if (this->frame(frame).order == order)
        return {};
    const std::set<InstanceId> stale = staleByOrder(this->frame(frame), order);
    std::optional<JoinedChanges> step;
    if (!stale.empty() && !m_join)
        step.emplace(*this, StepKind::ChangeOrder);
    forgetVisible(*this, frame, stale);
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
    auto merged = this->merged(frame, found, policy);
    if (!merged)
        return tl::unexpected(merged.error());
    if (!merged->outcome.applied)
        return merged->outcome;
    merged->content.segmented = true;
    perform(StepKind::SegmentFrames, replaceContent(frame, std::move(merged->content)), run);
    return merged->outcome;
}

base::Result<SegmentationOutcome> StackDocument::applyImport(int frame, const ImportedFrame& imported,
                                                             ReplacePolicy policy, RunId run)
{
    auto merged = this->merged(frame, imported, policy);
    if (!merged)
        return tl::unexpected(merged.error());
    if (!merged->outcome.applied)
        return merged->outcome;
    merged->content.segmented = imported.segmented || this->frame(frame).segmented;
    if (merged->outcome.kept == 0)
        merged->content.review = imported.review;
    perform(StepKind::ImportAnnotations, replaceContent(frame, std::move(merged->content)), run);
    return merged->outcome;
}

base::Result<MergedFrame> StackDocument::merged(int frame, const SegmentedFrame& found, ReplacePolicy policy)
{
    if (auto status = checkFrame(frame); !status)
        return tl::unexpected(status.error());
    if (auto status = checkFound(found); !status)
        return tl::unexpected(status.error());
    return mergeFound(this->frame(frame), found, policy, m_nextIds[std::size_t(frame)]);
}

base::Status StackDocument::checkFound(const SegmentedFrame& found) const
{
    FrameAnnotation frame;
    for (const Instance& instance : found.instances) {
        if (!hasCanvasSize(instance.amodal) || (instance.visible && !hasCanvasSize(*instance.visible)))
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The result belongs to an image of another size.");
        if (frame.find(instance.id))
            return base::fail(base::ErrorCode::InvalidArgument, "Two objects of a result have the same number.");
        frame.instances.emplace_back().id = instance.id;
    }
    return checkOrder(frame, found.order);
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

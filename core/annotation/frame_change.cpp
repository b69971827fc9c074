// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/frame_changes.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace blastoscope::annotation {
namespace {

std::vector<InstanceId> idsOf(const std::vector<Instance>& instances)
{
    std::vector<InstanceId> ids;
    for (const Instance& instance : instances)
        ids.push_back(instance.id);
    return ids;
}

std::size_t bytesOf(const masks::RleMask& mask)
{
    return mask.counts().capacity() * sizeof(std::uint32_t);
}

std::size_t bytesOf(const std::optional<masks::RleMask>& mask)
{
    return mask ? bytesOf(*mask) : 0;
}

std::size_t bytesOf(const Instance& instance)
{
    return sizeof(Instance) + bytesOf(instance.amodal) + bytesOf(instance.visible) + instance.modelHash.capacity() +
           instance.ownName.capacity();
}

std::size_t bytesOf(const std::vector<DepthRelation>& order)
{
    return order.capacity() * sizeof(DepthRelation);
}

bool hasSizeOf(const masks::RleMask& mask, const FrameAnnotation& frame)
{
    return mask.width() == frame.width && mask.height() == frame.height;
}

bool contains(const std::vector<InstanceId>& ids, InstanceId id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

ChangeEvent ContentReplacement::exchange(FrameAnnotation& annotation)
{
    std::swap(annotation, m_other);
    return {ChangeKind::FrameReplaced, frame(), idsOf(annotation.instances)};
}

bool ContentReplacement::fits(const FrameAnnotation& annotation) const
{
    return m_other.width == annotation.width && m_other.height == annotation.height;
}

std::size_t ContentReplacement::bytes() const
{
    std::size_t sum = sizeof(*this) + bytesOf(m_other.order);
    for (const Instance& instance : m_other.instances)
        sum += bytesOf(instance);
    for (const std::string& flag : m_other.qcFlags)
        sum += sizeof(flag) + flag.capacity();
    return sum;
}

ChangeEvent MembershipChange::exchange(FrameAnnotation& annotation)
{
    const bool adding = isAdding();
    ChangeEvent event{adding ? ChangeKind::InstancesAdded : ChangeKind::InstancesRemoved, frame(), {}};
    for (const Member& member : m_members)
        event.ids.push_back(member.id);
    if (adding)
        insert(annotation.instances);
    else
        extract(annotation.instances);
    std::swap(annotation.order, m_otherOrder);
    return event;
}

bool MembershipChange::fits(const FrameAnnotation& annotation) const
{
    const std::size_t size = annotation.instances.size();
    const bool adding = isAdding();
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const Member& member = m_members[i];
        if (member.instance.has_value() != adding || (i > 0 && member.place <= m_members[i - 1].place))
            return false;
        if (!adding && (member.place >= size || annotation.instances[member.place].id != member.id))
            return false;
        if (!adding)
            continue;
        const Instance& instance = *member.instance;
        if (member.place > size + i || instance.id != member.id || annotation.find(member.id)
            || !hasSizeOf(instance.amodal, annotation)
            || (instance.visible && !hasSizeOf(*instance.visible, annotation)))
            return false;
    }
    return true;
}

std::size_t MembershipChange::bytes() const
{
    std::size_t sum = sizeof(*this) + bytesOf(m_otherOrder);
    for (const Member& member : m_members)
        sum += sizeof(Member) + (member.instance ? bytesOf(*member.instance) : 0);
    return sum;
}

void MembershipChange::insert(std::vector<Instance>& instances)
{
    for (Member& member : m_members) {
        instances.insert(instances.begin() + std::ptrdiff_t(member.place), std::move(*member.instance));
        member.instance.reset();
    }
}

void MembershipChange::extract(std::vector<Instance>& instances)
{
    for (auto member = m_members.rbegin(); member != m_members.rend(); ++member) {
        const auto it = instances.begin() + std::ptrdiff_t(member->place);
        assert(it->id == member->id);
        member->instance = std::move(*it);
        instances.erase(it);
    }
}

ChangeEvent ShapeChange::exchange(FrameAnnotation& annotation)
{
    Instance& instance = *annotation.find(m_id);
    instance.amodal = masks::exclusiveOr(instance.amodal, m_difference);
    std::swap(instance.visible, m_otherVisible);
    std::swap(instance.origin, m_otherOrigin);
    return {ChangeKind::ShapesChanged, frame(), {m_id}};
}

bool ShapeChange::fits(const FrameAnnotation& annotation) const
{
    const Instance* instance = annotation.find(m_id);
    return instance && hasSizeOf(instance->amodal, annotation) && hasSizeOf(m_difference, annotation)
           && (!m_otherVisible || hasSizeOf(*m_otherVisible, annotation));
}

std::size_t ShapeChange::bytes() const
{
    return sizeof(*this) + bytesOf(m_difference) + bytesOf(m_otherVisible);
}

ChangeEvent AttributeChange::exchange(FrameAnnotation& annotation)
{
    Instance& instance = *annotation.find(m_id);
    std::swap(instance.classId, m_other.classId);
    std::swap(instance.trackId, m_other.trackId);
    std::swap(instance.locked, m_other.locked);
    std::swap(instance.hidden, m_other.hidden);
    std::swap(instance.uncertain, m_other.uncertain);
    return {ChangeKind::AttributesChanged, frame(), {m_id}};
}

ChangeEvent TrackChange::exchange(FrameAnnotation& annotation)
{
    ChangeEvent event{ChangeKind::AttributesChanged, frame(), {}};
    for (TrackOfInstance& other : m_others) {
        std::swap(annotation.find(other.id)->trackId, other.track);
        event.ids.push_back(other.id);
    }
    return event;
}

bool TrackChange::fits(const FrameAnnotation& annotation) const
{
    std::set<InstanceId> ids;
    return std::all_of(m_others.begin(), m_others.end(), [&](const TrackOfInstance& other) {
        return annotation.find(other.id) && ids.insert(other.id).second;
    });
}

ChangeEvent OrderChange::exchange(FrameAnnotation& annotation)
{
    std::swap(annotation.order, m_other);
    return {ChangeKind::OrderChanged, frame(), idsOf(annotation.instances)};
}

ChangeEvent ReviewChange::exchange(FrameAnnotation& annotation)
{
    std::swap(annotation.review, m_other);
    return {ChangeKind::ReviewChanged, frame(), idsOf(annotation.instances)};
}

InstanceAttributes attributesOf(const Instance& instance)
{
    return {instance.classId, instance.trackId, instance.locked, instance.hidden, instance.uncertain};
}

std::unique_ptr<FrameChange> replaceContent(int frame, FrameAnnotation content)
{
    return std::make_unique<ContentReplacement>(frame, std::move(content));
}

std::unique_ptr<FrameChange> addInstance(int frame, const FrameAnnotation& annotation, Instance instance)
{
    const InstanceId id = instance.id;
    std::vector<MembershipChange::Member> members;
    members.push_back({annotation.instances.size(), id, std::move(instance)});
    return std::make_unique<MembershipChange>(frame, std::move(members), annotation.order);
}

std::unique_ptr<FrameChange> removeInstances(int frame, const FrameAnnotation& annotation,
                                             const std::vector<InstanceId>& ids)
{
    std::vector<MembershipChange::Member> members;
    for (std::size_t place = 0; place < annotation.instances.size(); ++place) {
        const InstanceId id = annotation.instances[place].id;
        if (contains(ids, id))
            members.push_back({place, id, std::nullopt});
    }
    std::vector<DepthRelation> remaining;
    for (const DepthRelation& relation : annotation.order)
        if (!contains(ids, relation.nearer) && !contains(ids, relation.farther))
            remaining.push_back(relation);
    return std::make_unique<MembershipChange>(frame, std::move(members), std::move(remaining));
}

std::unique_ptr<FrameChange> changeShape(int frame, const Instance& current, const masks::RleMask& amodal,
                                         std::optional<masks::RleMask> visible, std::optional<Origin> origin)
{
    const Origin edited = current.origin == Origin::Model ? Origin::Edited : current.origin;
    return std::make_unique<ShapeChange>(frame, current.id, masks::exclusiveOr(current.amodal, amodal),
                                         std::move(visible), origin.value_or(edited));
}

std::unique_ptr<FrameChange> changeAttributes(int frame, InstanceId id, const InstanceAttributes& attributes)
{
    return std::make_unique<AttributeChange>(frame, id, attributes);
}

std::unique_ptr<FrameChange> changeTracks(int frame, std::vector<TrackOfInstance> tracks)
{
    return std::make_unique<TrackChange>(frame, std::move(tracks));
}

std::unique_ptr<FrameChange> changeOrder(int frame, std::vector<DepthRelation> order)
{
    return std::make_unique<OrderChange>(frame, std::move(order));
}

std::unique_ptr<FrameChange> changeReview(int frame, ReviewState review)
{
    return std::make_unique<ReviewChange>(frame, review);
}

} // namespace blastoscope::annotation

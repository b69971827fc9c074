// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/frame_change.h"

#include <algorithm>
#include <cassert>
#include <utility>

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
    return sizeof(Instance) + bytesOf(instance.amodal) + bytesOf(instance.visible) + instance.modelHash.capacity();
}

std::size_t bytesOf(const std::vector<DepthRelation>& order)
{
    return order.capacity() * sizeof(DepthRelation);
}

class ContentReplacement : public FrameChange {
public:
    ContentReplacement(int frame, FrameAnnotation content) : FrameChange(frame), m_other(std::move(content)) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        std::swap(annotation, m_other);
        return {ChangeKind::FrameReplaced, frame(), idsOf(annotation.instances)};
    }

    std::size_t bytes() const override
    {
        std::size_t sum = sizeof(*this) + bytesOf(m_other.order);
        for (const Instance& instance : m_other.instances)
            sum += bytesOf(instance);
        for (const std::string& flag : m_other.qcFlags)
            sum += sizeof(flag) + flag.capacity();
        return sum;
    }

private:
    FrameAnnotation m_other;
};

/// Instances that are either in the frame or kept here, with their places.
class MembershipChange : public FrameChange {
public:
    struct Member {
        std::size_t place = 0; ///< in the frame that has all of them; ascending
        InstanceId id = 0;
        std::optional<Instance> instance; ///< while it is not in the frame
    };

    MembershipChange(int frame, std::vector<Member> members, std::vector<DepthRelation> otherOrder)
        : FrameChange(frame), m_members(std::move(members)), m_otherOrder(std::move(otherOrder))
    {
    }

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        const bool adding = m_members.front().instance.has_value();
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

    std::size_t bytes() const override
    {
        std::size_t sum = sizeof(*this) + bytesOf(m_otherOrder);
        for (const Member& member : m_members)
            sum += sizeof(Member) + (member.instance ? bytesOf(*member.instance) : 0);
        return sum;
    }

private:
    void insert(std::vector<Instance>& instances)
    {
        for (Member& member : m_members) {
            instances.insert(instances.begin() + std::ptrdiff_t(member.place), std::move(*member.instance));
            member.instance.reset();
        }
    }

    void extract(std::vector<Instance>& instances)
    {
        for (auto member = m_members.rbegin(); member != m_members.rend(); ++member) {
            const auto it = instances.begin() + std::ptrdiff_t(member->place);
            assert(it->id == member->id);
            member->instance = std::move(*it);
            instances.erase(it);
        }
    }

    std::vector<Member> m_members;
    std::vector<DepthRelation> m_otherOrder;
};

class ShapeChange : public FrameChange {
public:
    ShapeChange(int frame, const Instance& current, const masks::RleMask& amodal, std::optional<masks::RleMask> visible)
        : FrameChange(frame), m_id(current.id), m_difference(masks::exclusiveOr(current.amodal, amodal)),
          m_otherVisible(std::move(visible)),
          m_otherOrigin(current.origin == Origin::Model ? Origin::Edited : current.origin)
    {
    }

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        Instance& instance = *annotation.find(m_id);
        instance.amodal = masks::exclusiveOr(instance.amodal, m_difference);
        std::swap(instance.visible, m_otherVisible);
        std::swap(instance.origin, m_otherOrigin);
        return {ChangeKind::ShapesChanged, frame(), {m_id}};
    }

    std::size_t bytes() const override { return sizeof(*this) + bytesOf(m_difference) + bytesOf(m_otherVisible); }

private:
    InstanceId m_id;
    masks::RleMask m_difference;
    std::optional<masks::RleMask> m_otherVisible;
    Origin m_otherOrigin;
};

class AttributeChange : public FrameChange {
public:
    AttributeChange(int frame, InstanceId id, InstanceAttributes attributes)
        : FrameChange(frame), m_id(id), m_other(attributes)
    {
    }

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        Instance& instance = *annotation.find(m_id);
        std::swap(instance.classId, m_other.classId);
        std::swap(instance.trackId, m_other.trackId);
        std::swap(instance.locked, m_other.locked);
        std::swap(instance.hidden, m_other.hidden);
        std::swap(instance.uncertain, m_other.uncertain);
        return {ChangeKind::AttributesChanged, frame(), {m_id}};
    }

    std::size_t bytes() const override { return sizeof(*this); }

private:
    InstanceId m_id;
    InstanceAttributes m_other;
};

class OrderChange : public FrameChange {
public:
    OrderChange(int frame, std::vector<DepthRelation> order) : FrameChange(frame), m_other(std::move(order)) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        std::swap(annotation.order, m_other);
        return {ChangeKind::OrderChanged, frame(), idsOf(annotation.instances)};
    }

    std::size_t bytes() const override { return sizeof(*this) + bytesOf(m_other); }

private:
    std::vector<DepthRelation> m_other;
};

class ReviewChange : public FrameChange {
public:
    ReviewChange(int frame, ReviewState review) : FrameChange(frame), m_other(review) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override
    {
        std::swap(annotation.review, m_other);
        return {ChangeKind::ReviewChanged, frame(), idsOf(annotation.instances)};
    }

    std::size_t bytes() const override { return sizeof(*this); }

private:
    ReviewState m_other;
};

bool contains(const std::vector<InstanceId>& ids, InstanceId id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

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
                                         std::optional<masks::RleMask> visible)
{
    return std::make_unique<ShapeChange>(frame, current, amodal, std::move(visible));
}

std::unique_ptr<FrameChange> changeAttributes(int frame, InstanceId id, const InstanceAttributes& attributes)
{
    return std::make_unique<AttributeChange>(frame, id, attributes);
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

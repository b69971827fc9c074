// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/annotation/frame_change.h"

/// The kinds of change, for frame_change.cpp and frame_change_binary.cpp alone: small, and of one shape.
namespace blastoscope::annotation {

/// The first byte of a written change; numbers are never used for something else.
enum class ChangeCode : std::uint8_t { Content = 1, Membership, Shape, Attributes, Order, Review, Tracks };

/// The whole frame against another content of its size.
class ContentReplacement : public FrameChange {
public:
    ContentReplacement(int frame, FrameAnnotation content) : FrameChange(frame), m_other(std::move(content)) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation& annotation) const override;
    std::size_t bytes() const override;
    void write(ByteWriter& out) const override;

private:
    FrameAnnotation m_other;
};

/// Instances that are either in the frame or kept here, with their places, and the depth order that goes with that:
/// all of them come, or all of them go.
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

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation& annotation) const override;
    std::size_t bytes() const override;
    void write(ByteWriter& out) const override;

private:
    bool isAdding() const { return m_members.front().instance.has_value(); }
    void insert(std::vector<Instance>& instances);
    void extract(std::vector<Instance>& instances);

    std::vector<Member> m_members; ///< at least one
    std::vector<DepthRelation> m_otherOrder;
};

/// The silhouette of one instance, as the pixels in which both sides differ, with its visible part and origin.
class ShapeChange : public FrameChange {
public:
    ShapeChange(int frame, InstanceId id, masks::RleMask difference, std::optional<masks::RleMask> otherVisible,
                Origin otherOrigin)
        : FrameChange(frame), m_id(id), m_difference(std::move(difference)), m_otherVisible(std::move(otherVisible)),
          m_otherOrigin(otherOrigin)
    {
    }

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation& annotation) const override;
    std::size_t bytes() const override;
    void write(ByteWriter& out) const override;

private:
    InstanceId m_id;
    masks::RleMask m_difference; ///< exclusive-or of both silhouettes: the same in both directions
    std::optional<masks::RleMask> m_otherVisible;
    Origin m_otherOrigin;
};

/// Class, track and flags of one instance.
class AttributeChange : public FrameChange {
public:
    AttributeChange(int frame, InstanceId id, InstanceAttributes attributes)
        : FrameChange(frame), m_id(id), m_other(attributes)
    {
    }

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation& annotation) const override { return annotation.find(m_id) != nullptr; }
    std::size_t bytes() const override { return sizeof(*this); }
    void write(ByteWriter& out) const override;

private:
    InstanceId m_id;
    InstanceAttributes m_other;
};

/// The tracks of several instances, in any order, none of them twice.
class TrackChange : public FrameChange {
public:
    TrackChange(int frame, std::vector<TrackOfInstance> tracks) : FrameChange(frame), m_others(std::move(tracks)) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation& annotation) const override;
    std::size_t bytes() const override { return sizeof(*this) + m_others.capacity() * sizeof(TrackOfInstance); }
    void write(ByteWriter& out) const override;

private:
    std::vector<TrackOfInstance> m_others;
};

/// All depth relations of the frame.
class OrderChange : public FrameChange {
public:
    OrderChange(int frame, std::vector<DepthRelation> order) : FrameChange(frame), m_other(std::move(order)) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation&) const override { return true; }
    std::size_t bytes() const override { return sizeof(*this) + m_other.capacity() * sizeof(DepthRelation); }
    void write(ByteWriter& out) const override;

private:
    std::vector<DepthRelation> m_other;
};

/// The review state of the frame.
class ReviewChange : public FrameChange {
public:
    ReviewChange(int frame, ReviewState review) : FrameChange(frame), m_other(review) {}

    ChangeEvent exchange(FrameAnnotation& annotation) override;
    bool fits(const FrameAnnotation&) const override { return true; }
    std::size_t bytes() const override { return sizeof(*this); }
    void write(ByteWriter& out) const override;

private:
    ReviewState m_other;
};

} // namespace blastoscope::annotation

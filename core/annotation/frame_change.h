// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/byte_writer.h"
#include "core/annotation/change_event.h"
#include "core/annotation/instance.h"
#include "core/base/error.h"

namespace blastoscope::annotation {

/// The part of an instance that a person may change and that is not a shape.
struct InstanceAttributes {
    int classId = int(base::ObjectClass::Blastomere);
    std::optional<int> trackId;
    bool locked = false;
    bool hidden = false;
    bool uncertain = false;
    bool operator==(const InstanceAttributes&) const = default;
};

InstanceAttributes attributesOf(const Instance& instance);

/// The track of an instance, or that it has none.
struct TrackOfInstance {
    InstanceId id = 0;
    std::optional<int> track;
    bool operator==(const TrackOfInstance&) const = default;
};

/// One invertible change of one frame. A change holds the side of the frame that is not there at the moment;
/// exchange() swaps it with what is there, so doing, undoing and doing again are one and the same operation.
class FrameChange {
public:
    explicit FrameChange(int frame) : m_frame(frame) {}
    virtual ~FrameChange() = default;

    int frame() const { return m_frame; }
    virtual ChangeEvent exchange(FrameAnnotation& annotation) = 0;
    /// Whether exchange() is possible with this frame. Always so for a change made by the functions below on the frame
    /// it was made for; one that was read from a file may belong to another.
    virtual bool fits(const FrameAnnotation& annotation) const = 0;
    /// Heap memory that this change keeps alive.
    virtual std::size_t bytes() const = 0;
    /// The kind of change and its content, without frame and check; encodeChange() is what others call.
    virtual void write(ByteWriter& out) const = 0;

private:
    int m_frame;
};

/// Everything in the frame becomes `content`.
std::unique_ptr<FrameChange> replaceContent(int frame, FrameAnnotation content);
/// Behind the instances that are there.
std::unique_ptr<FrameChange> addInstance(int frame, const FrameAnnotation& annotation, Instance instance);
/// Also takes away the depth relations of these instances. All ids must exist.
std::unique_ptr<FrameChange> removeInstances(int frame, const FrameAnnotation& annotation,
                                             const std::vector<InstanceId>& ids);
/// Keeps only where the masks differ: a small edit of a large silhouette takes little memory. Without `origin` a
/// model's instance becomes an edited one.
std::unique_ptr<FrameChange> changeShape(int frame, const Instance& current, const masks::RleMask& amodal,
                                         std::optional<masks::RleMask> visible,
                                         std::optional<Origin> origin = std::nullopt);
std::unique_ptr<FrameChange> changeAttributes(int frame, InstanceId id, const InstanceAttributes& attributes);
/// All ids must exist.
std::unique_ptr<FrameChange> changeTracks(int frame, std::vector<TrackOfInstance> tracks);
std::unique_ptr<FrameChange> changeOrder(int frame, std::vector<DepthRelation> order);
std::unique_ptr<FrameChange> changeReview(int frame, ReviewState review);

/// A change as bytes: version, frame, kind, content and a checksum. What is read back does exactly the same.
std::string encodeChange(const FrameChange& change);
/// Fails with Corrupt for bytes that encodeChange() did not make, and with Unsupported for those of a newer version.
base::Result<std::unique_ptr<FrameChange>> decodeChange(std::string_view bytes);

} // namespace blastoscope::annotation

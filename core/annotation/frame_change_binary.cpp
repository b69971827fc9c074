// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include "core/annotation/annotation_binary.h"
#include "core/annotation/frame_changes.h"

namespace blastoscope::annotation {
namespace {

constexpr std::uint8_t kVersion = 3; ///< 2: objects may have a name of their own; 3: changes of tracks
constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kOrigins = std::size_t(Origin::Snapped) + 1;
constexpr std::size_t kReviews = std::size_t(ReviewState::Rejected) + 1;

using Change = std::unique_ptr<FrameChange>;

/// Finds accidental damage, not forgery.
std::uint32_t checksumOf(std::string_view bytes)
{
    return std::uint32_t(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

Change readMembership(ByteReader& in, int frame)
{
    std::vector<MembershipChange::Member> members;
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        MembershipChange::Member& member = members.emplace_back();
        member.place = std::size_t(in.number());
        member.id = in.integer();
        if (in.flag())
            member.instance = readInstance(in);
    }
    if (members.empty())
        in.fail();
    auto order = readOrder(in);
    return std::make_unique<MembershipChange>(frame, std::move(members), std::move(order));
}

Change readShape(ByteReader& in, int frame)
{
    const InstanceId id = in.integer();
    auto difference = readMask(in);
    auto visible = readOptionalMask(in);
    const Origin origin = Origin(in.below(kOrigins));
    return std::make_unique<ShapeChange>(frame, id, std::move(difference), std::move(visible), origin);
}

Change readAttributes(ByteReader& in, int frame)
{
    const InstanceId id = in.integer();
    InstanceAttributes attributes;
    attributes.classId = in.integer();
    if (in.flag())
        attributes.trackId = in.integer();
    attributes.locked = in.flag();
    attributes.hidden = in.flag();
    attributes.uncertain = in.flag();
    return std::make_unique<AttributeChange>(frame, id, attributes);
}

Change readTracks(ByteReader& in, int frame)
{
    std::vector<TrackOfInstance> tracks;
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        TrackOfInstance& track = tracks.emplace_back();
        track.id = in.integer();
        if (in.flag())
            track.track = in.integer();
    }
    return changeTracks(frame, std::move(tracks));
}

Change readChange(ByteReader& in)
{
    const int frame = in.integer();
    switch (ChangeCode(in.byte())) {
    case ChangeCode::Content: return replaceContent(frame, readFrame(in));
    case ChangeCode::Membership: return readMembership(in, frame);
    case ChangeCode::Shape: return readShape(in, frame);
    case ChangeCode::Attributes: return readAttributes(in, frame);
    case ChangeCode::Order: return changeOrder(frame, readOrder(in));
    case ChangeCode::Review: return changeReview(frame, ReviewState(in.below(kReviews)));
    case ChangeCode::Tracks: return readTracks(in, frame);
    }
    in.fail();
    return nullptr;
}

void writeCode(ByteWriter& out, ChangeCode code)
{
    out.byte(std::uint8_t(code));
}

std::uint32_t checksumAtEnd(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < kChecksumBytes; ++i)
        value |= std::uint32_t(std::uint8_t(bytes[bytes.size() - kChecksumBytes + i])) << (8 * i);
    return value;
}

} // namespace

void ContentReplacement::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Content);
    annotation::write(out, m_other);
}

void MembershipChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Membership);
    out.number(m_members.size());
    for (const Member& member : m_members) {
        out.number(member.place);
        out.signedNumber(member.id);
        out.flag(member.instance.has_value());
        if (member.instance)
            annotation::write(out, *member.instance);
    }
    annotation::write(out, m_otherOrder);
}

void ShapeChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Shape);
    out.signedNumber(m_id);
    annotation::write(out, m_difference);
    annotation::write(out, m_otherVisible);
    out.byte(std::uint8_t(m_otherOrigin));
}

void AttributeChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Attributes);
    out.signedNumber(m_id);
    out.signedNumber(m_other.classId);
    out.flag(m_other.trackId.has_value());
    if (m_other.trackId)
        out.signedNumber(*m_other.trackId);
    out.flag(m_other.locked);
    out.flag(m_other.hidden);
    out.flag(m_other.uncertain);
}

void TrackChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Tracks);
    out.number(m_others.size());
    for (const TrackOfInstance& other : m_others) {
        out.signedNumber(other.id);
        out.flag(other.track.has_value());
        if (other.track)
            out.signedNumber(*other.track);
    }
}

void OrderChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Order);
    annotation::write(out, m_other);
}

void ReviewChange::write(ByteWriter& out) const
{
    writeCode(out, ChangeCode::Review);
    out.byte(std::uint8_t(m_other));
}

std::string encodeChange(const FrameChange& change)
{
    ByteWriter out;
    out.byte(kVersion);
    out.signedNumber(change.frame());
    change.write(out);
    const std::uint32_t checksum = checksumOf(out.bytes());
    for (std::size_t i = 0; i < kChecksumBytes; ++i)
        out.byte(std::uint8_t(checksum >> (8 * i)));
    return out.take();
}

base::Result<std::unique_ptr<FrameChange>> decodeChange(std::string_view bytes)
{
    const auto damaged = base::fail(base::ErrorCode::Corrupt, "A step of the undo history is damaged.");
    if (bytes.size() <= kChecksumBytes + 1)
        return damaged;
    const std::string_view content = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (checksumOf(content) != checksumAtEnd(bytes))
        return damaged;
    ByteReader in(content);
    if (in.byte() > kVersion)
        return base::fail(base::ErrorCode::Unsupported,
                          "A step of the undo history was made by a newer version of Blastoscope.");
    Change change = readChange(in);
    if (!in.ok() || !in.atEnd())
        return damaged;
    return change;
}

} // namespace blastoscope::annotation

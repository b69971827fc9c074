// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/annotation_binary.h"

#include <algorithm>

namespace blastoscope::annotation {
namespace {

constexpr std::size_t kOrigins = std::size_t(Origin::Snapped) + 1;
constexpr std::size_t kReviews = std::size_t(ReviewState::Rejected) + 1;
constexpr std::uint64_t kLargestSide = 1u << 20;

/// The last one says that a name follows: objects without one have the bytes that they always had.
void writeFlagsAndName(ByteWriter& out, const Instance& instance)
{
    const bool named = !instance.ownName.empty();
    out.byte(std::uint8_t(instance.locked | instance.hidden << 1 | instance.uncertain << 2 | named << 3));
    if (named)
        out.text(instance.ownName);
}

void readFlagsAndName(ByteReader& in, Instance& instance)
{
    const std::size_t flags = in.below(16);
    instance.locked = flags & 1;
    instance.hidden = flags & 2;
    instance.uncertain = flags & 4;
    if (!(flags & 8))
        return;
    instance.ownName = in.text();
    if (instance.ownName.empty())
        in.fail();
}

bool masksFit(const FrameAnnotation& frame)
{
    const auto fits = [&](const masks::RleMask& mask) {
        return mask.width() == frame.width && mask.height() == frame.height;
    };
    return std::all_of(frame.instances.begin(), frame.instances.end(), [&](const Instance& instance) {
        return fits(instance.amodal) && (!instance.visible || fits(*instance.visible));
    });
}

} // namespace

void write(ByteWriter& out, const masks::RleMask& mask)
{
    const std::vector<std::uint32_t>& counts = mask.counts();
    out.number(std::uint64_t(mask.width()));
    out.number(std::uint64_t(mask.height()));
    out.number(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        out.signedNumber(std::int64_t(counts[i]) - (i > 2 ? std::int64_t(counts[i - 2]) : 0));
}

void write(ByteWriter& out, const std::optional<masks::RleMask>& mask)
{
    out.flag(mask.has_value());
    if (mask)
        write(out, *mask);
}

void write(ByteWriter& out, const Instance& instance)
{
    out.signedNumber(instance.id);
    out.signedNumber(instance.classId);
    write(out, instance.amodal);
    write(out, instance.visible);
    out.flag(instance.score.has_value());
    if (instance.score)
        out.real(*instance.score);
    out.byte(std::uint8_t(instance.origin));
    out.text(instance.modelHash);
    out.flag(instance.trackId.has_value());
    if (instance.trackId)
        out.signedNumber(*instance.trackId);
    writeFlagsAndName(out, instance);
}

void write(ByteWriter& out, const std::vector<DepthRelation>& order)
{
    out.number(order.size());
    for (const DepthRelation& relation : order) {
        out.signedNumber(relation.nearer);
        out.signedNumber(relation.farther);
    }
}

void write(ByteWriter& out, const FrameAnnotation& frame)
{
    out.number(std::uint64_t(frame.width));
    out.number(std::uint64_t(frame.height));
    out.number(frame.instances.size());
    for (const Instance& instance : frame.instances)
        write(out, instance);
    write(out, frame.order);
    out.byte(std::uint8_t(frame.review));
    out.number(frame.qcFlags.size());
    for (const std::string& flag : frame.qcFlags)
        out.text(flag);
    out.flag(frame.segmented);
}

masks::RleMask readMask(ByteReader& in)
{
    const int width = int(in.below(kLargestSide));
    const int height = int(in.below(kLargestSide));
    std::vector<std::uint32_t> counts(in.count());
    for (std::size_t i = 0; i < counts.size() && in.ok(); ++i) {
        const std::int64_t change = in.signedNumber();
        const std::int64_t before = i > 2 ? std::int64_t(counts[i - 2]) : 0;
        if (change < -before || change > std::int64_t(UINT32_MAX) - before)
            in.fail();
        else
            counts[i] = std::uint32_t(before + change);
    }
    if (!in.ok())
        return {};
    auto mask = masks::RleMask::fromCounts(width, height, counts);
    if (mask && mask->counts() == counts)
        return std::move(*mask);
    if (!(width == 0 && height == 0 && counts.empty()))
        in.fail();
    return {};
}

std::optional<masks::RleMask> readOptionalMask(ByteReader& in)
{
    return in.flag() ? std::optional(readMask(in)) : std::nullopt;
}

Instance readInstance(ByteReader& in)
{
    Instance instance;
    instance.id = in.integer();
    instance.classId = in.integer();
    instance.amodal = readMask(in);
    instance.visible = readOptionalMask(in);
    if (in.flag())
        instance.score = in.real();
    instance.origin = Origin(in.below(kOrigins));
    instance.modelHash = in.text();
    if (in.flag())
        instance.trackId = in.integer();
    readFlagsAndName(in, instance);
    return instance;
}

std::vector<DepthRelation> readOrder(ByteReader& in)
{
    std::vector<DepthRelation> order(in.count());
    for (DepthRelation& relation : order) {
        relation.nearer = in.integer();
        relation.farther = in.integer();
    }
    return order;
}

FrameAnnotation readFrame(ByteReader& in)
{
    FrameAnnotation frame;
    frame.width = int(in.below(kLargestSide));
    frame.height = int(in.below(kLargestSide));
    const std::size_t instances = in.count();
    for (std::size_t i = 0; i < instances && in.ok(); ++i)
        frame.instances.push_back(readInstance(in));
    frame.order = readOrder(in);
    frame.review = ReviewState(in.below(kReviews));
    const std::size_t flags = in.count();
    for (std::size_t i = 0; i < flags && in.ok(); ++i)
        frame.qcFlags.push_back(in.text());
    frame.segmented = in.flag();
    if (in.ok() && !masksFit(frame))
        in.fail();
    return frame;
}

std::string encodeMask(const masks::RleMask& mask)
{
    ByteWriter out;
    write(out, mask);
    return out.take();
}

base::Result<masks::RleMask> decodeMask(std::string_view bytes)
{
    ByteReader in(bytes);
    masks::RleMask mask = readMask(in);
    if (!in.ok() || !in.atEnd())
        return base::fail(base::ErrorCode::Corrupt, "A stored silhouette is damaged.");
    return mask;
}

std::string encodeFrame(const FrameAnnotation& frame)
{
    ByteWriter out;
    write(out, frame);
    return out.take();
}

} // namespace blastoscope::annotation

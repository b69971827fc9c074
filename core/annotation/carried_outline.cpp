// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/carried_outline.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/annotation/document.h"
#include "core/annotation/persons_work.h"
#include "core/masks/shape_blend.h"

namespace blastoscope::annotation {
namespace {

bool showSame(const masks::RleMask& a, const masks::RleMask& b)
{
    return masks::iou(a, b) >= kSameObjectIou;
}

/// Silhouettes between two that are laid upon each other first: a cell that moves by more than its size has no part in
/// common with itself.
struct Passage {
    int x = 0; ///< of the box around both, where the first one lies
    int y = 0;
    int dx = 0; ///< from there to where the second one lies
    int dy = 0;
    masks::ShapeBlend blend;

    /// `share` in [0, 1], as in ShapeBlend.
    masks::RleMask at(double share, int width, int height) const
    {
        return masks::RleMask::fromCrop(blend.at(share).toBitmap(), x + int(std::lround(share * dx)),
                                        y + int(std::lround(share * dy)), width, height);
    }
};

Passage passageBetween(const masks::RleMask& from, const masks::RleMask& to)
{
    const base::Box first = from.boundingBox(), second = to.boundingBox();
    const int dx = int(std::lround(second.center().x - first.center().x));
    const int dy = int(std::lround(second.center().y - first.center().y));
    const base::Box both = base::united(first, {second.x1 - dx, second.y1 - dy, second.x2 - dx, second.y2 - dy});
    const int x = int(both.x1), y = int(both.y1), width = int(both.width()), height = int(both.height());
    return {x, y, dx, dy,
            masks::ShapeBlend(masks::RleMask(from.crop(x, y, width, height)),
                              masks::RleMask(to.crop(x + dx, y + dy, width, height)))};
}

/// An outline that is sure; frames are counted from that which is carried from.
struct Key {
    int distance = 0;
    const Instance* instance = nullptr;
};

/// The silhouettes of one object through the range.
class Path {
public:
    explicit Path(std::vector<Key> keys) : m_keys(std::move(keys)) {}

    const std::vector<Key>& keys() const { return m_keys; }
    bool hasKey(int distance) const
    {
        return std::any_of(m_keys.begin(), m_keys.end(), [=](const Key& key) { return key.distance == distance; });
    }
    /// Distances that rise from call to call, so that one passage is kept at a time.
    masks::RleMask at(int distance)
    {
        while (m_current + 1 < m_keys.size() && m_keys[m_current + 1].distance <= distance) {
            ++m_current;
            m_passage.reset();
        }
        const Key& before = m_keys[m_current];
        if (m_current + 1 == m_keys.size())
            return before.instance->amodal;
        const Key& after = m_keys[m_current + 1];
        if (!m_passage)
            m_passage = passageBetween(before.instance->amodal, after.instance->amodal);
        const double share = double(distance - before.distance) / (after.distance - before.distance);
        masks::RleMask shape = m_passage->at(share, before.instance->amodal.width(), before.instance->amodal.height());
        if (shape.isEmpty()) // two rings that do not meet, for instance
            return share < .5 ? before.instance->amodal : after.instance->amodal;
        return shape;
    }

private:
    std::vector<Key> m_keys; ///< at least one
    std::size_t m_current = 0;
    std::optional<Passage> m_passage; ///< from the current one to the next
};

const Instance* endOfTrack(const FrameAnnotation& frame, std::optional<int> track)
{
    if (!track)
        return nullptr;
    const auto end = std::find_if(frame.instances.begin(), frame.instances.end(), [&](const Instance& instance) {
        return instance.trackId == track && canBeEnd(frame, instance);
    });
    return end == frame.instances.end() ? nullptr : &*end;
}

/// All that is to be done, while it is collected object by object.
class Carrier {
public:
    Carrier(const std::vector<FrameAnnotation>& range, const CarryRequest& request)
        : m_range(range), m_request(request), m_outlines(range.size())
    {
    }

    base::Status carry(const CarriedObject& object, const base::CancellationToken& cancel)
    {
        const Instance* source = m_range.front().find(object.id);
        if (!source || source->amodal.isEmpty())
            return base::fail(base::ErrorCode::NotFound, "The object to be carried is not there any more.");
        const Instance* end = object.end ? m_range.back().find(*object.end) : nullptr;
        if (object.end && (!end || !canBeEnd(m_range.back(), *end)))
            return base::fail(base::ErrorCode::NotFound, "The outline to interpolate with is not there any more.");
        const std::optional<int> track = source->trackId ? source->trackId : end ? end->trackId : std::nullopt;
        Path path(keysOf(*source, track, end));
        for (const Key& key : path.keys())
            if (key.distance > 0)
                m_with.insert(frameAt(key.distance));
        for (int distance = 1; distance < int(m_range.size()); ++distance) {
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            if (!isReviewed(m_range[std::size_t(distance)].review) && !path.hasKey(distance))
                put(*source, track, path.at(distance), std::size_t(distance));
        }
        return {};
    }

    CarriedOutlines result() const
    {
        CarriedOutlines carried;
        for (std::size_t distance = 1; distance < m_range.size(); ++distance) {
            if (!m_outlines[distance].empty())
                carried.frames.push_back({frameAt(int(distance)), m_outlines[distance]});
            else if (isReviewed(m_range[distance].review))
                ++carried.reviewedFrames;
            else
                ++carried.ownFrames;
        }
        const auto isCarried = [this](InstanceId id) {
            return std::any_of(m_request.objects.begin(), m_request.objects.end(),
                               [id](const CarriedObject& object) { return object.id == id; });
        };
        for (const DepthRelation& relation : m_range.front().order)
            if (isCarried(relation.nearer) && isCarried(relation.farther))
                carried.order.push_back(relation);
        carried.interpolatedWith.assign(m_with.begin(), m_with.end());
        return carried;
    }

private:
    int frameAt(int distance) const
    {
        return m_request.from + (m_request.to > m_request.from ? distance : -distance);
    }

    std::vector<Key> keysOf(const Instance& source, std::optional<int> track, const Instance* end) const
    {
        std::vector<Key> keys = {{0, &source}};
        const int last = int(m_range.size()) - 1;
        for (int distance = 1; distance <= last; ++distance) {
            const Instance* key = distance == last && end ? end : endOfTrack(m_range[std::size_t(distance)], track);
            if (key)
                keys.push_back({distance, key});
        }
        return keys;
    }

    void put(const Instance& source, std::optional<int> track, masks::RleMask silhouette, std::size_t distance)
    {
        CarriedOutline outline;
        for (const Instance& there : m_range[distance].instances) {
            const bool isSame = (track && there.trackId == track) || showSame(there.amodal, silhouette);
            if (isSame && isOfPerson(there))
                return;
            if (!isSame || isReplaced(there.id, distance))
                continue;
            outline.replaced.push_back(there.id);
            if (!track)
                track = there.trackId;
        }
        Instance& instance = outline.instance;
        instance.id = source.id;
        instance.classId = source.classId;
        instance.ownName = source.ownName;
        instance.uncertain = source.uncertain;
        instance.trackId = track;
        instance.origin = Origin::Drawn;
        instance.amodal = std::move(silhouette);
        m_outlines[distance].push_back(std::move(outline));
    }

    /// By an object that was carried before.
    bool isReplaced(InstanceId id, std::size_t distance) const
    {
        const auto replaces = [id](const CarriedOutline& outline) {
            return std::find(outline.replaced.begin(), outline.replaced.end(), id) != outline.replaced.end();
        };
        return std::any_of(m_outlines[distance].begin(), m_outlines[distance].end(), replaces);
    }

    const std::vector<FrameAnnotation>& m_range;
    const CarryRequest& m_request;
    std::vector<std::vector<CarriedOutline>> m_outlines; ///< as many as frames
    std::set<int> m_with;
};

/// Adds the relation unless the two are one or something is known about them.
void state(std::vector<DepthRelation>& order, const DepthRelation& relation)
{
    const bool isKnown = std::any_of(order.begin(), order.end(), [&](const DepthRelation& known) {
        return known == relation || known == DepthRelation{relation.farther, relation.nearer};
    });
    if (relation.nearer != relation.farther && !isKnown)
        order.push_back(relation);
}

/// Whether all that would be replaced is there.
bool fits(const StackDocument& document, const CarriedFrame& carried)
{
    if (carried.frame < 0 || carried.frame >= document.frameCount())
        return false;
    const FrameAnnotation& frame = document.frame(carried.frame);
    return std::all_of(carried.outlines.begin(), carried.outlines.end(), [&](const CarriedOutline& outline) {
        return std::all_of(outline.replaced.begin(), outline.replaced.end(),
                           [&](InstanceId id) { return frame.find(id); });
    });
}

base::Status applyTo(StackDocument& document, const CarriedFrame& carried,
                     const std::vector<DepthRelation>& sourceOrder)
{
    const std::vector<DepthRelation> before = document.frame(carried.frame).order;
    std::vector<InstanceId> removed;
    for (const CarriedOutline& outline : carried.outlines)
        removed.insert(removed.end(), outline.replaced.begin(), outline.replaced.end());
    if (auto status = document.removeInstances(carried.frame, removed); !status)
        return status;
    std::map<InstanceId, InstanceId> inPlaceOf, copyOf;
    for (const CarriedOutline& outline : carried.outlines) {
        const auto id = document.addInstance(carried.frame, outline.instance);
        if (!id)
            return tl::unexpected(id.error());
        copyOf[outline.instance.id] = *id;
        for (const InstanceId old : outline.replaced)
            inPlaceOf[old] = *id;
    }
    const auto now = [&](InstanceId id) { return inPlaceOf.contains(id) ? inPlaceOf[id] : id; };
    std::vector<DepthRelation> order;
    for (const DepthRelation& relation : before)
        state(order, {now(relation.nearer), now(relation.farther)});
    for (const DepthRelation& relation : sourceOrder)
        if (copyOf.contains(relation.nearer) && copyOf.contains(relation.farther))
            state(order, {copyOf[relation.nearer], copyOf[relation.farther]});
    return document.setOrder(carried.frame, std::move(order));
}

} // namespace

base::Result<CarriedOutlines> carryOutlines(const std::vector<FrameAnnotation>& range, const CarryRequest& request,
                                            const base::CancellationToken& cancel)
{
    if (request.from == request.to || request.objects.empty())
        return base::fail(base::ErrorCode::InvalidArgument, "There is no object to carry, or no frame to carry it to.");
    if (range.size() != std::size_t(std::abs(request.to - request.from)) + 1)
        return base::fail(base::ErrorCode::InvalidArgument, "The frames are not those that the outlines go to.");
    Carrier carrier(range, request);
    for (const CarriedObject& object : request.objects)
        if (auto status = carrier.carry(object, cancel); !status)
            return tl::unexpected(status.error());
    return carrier.result();
}

base::Status applyCarried(StackDocument& document, const CarriedOutlines& carried)
{
    for (const CarriedFrame& frame : carried.frames)
        if (!fits(document, frame))
            return base::fail(base::ErrorCode::NotFound, "Frame " + std::to_string(frame.frame + 1) +
                                                             " was changed meanwhile. Carry the outline again.");
    const JoinedChanges step(document, StepKind::DuplicateInstances);
    for (const CarriedFrame& frame : carried.frames)
        if (auto status = applyTo(document, frame, carried.order); !status)
            return status;
    return {};
}

bool canBeEnd(const FrameAnnotation& frame, const Instance& instance)
{
    return !instance.amodal.isEmpty() && (isOfPerson(instance) || isReviewed(frame.review));
}

std::optional<InstanceId> likelyEnd(const Instance& object, const FrameAnnotation& last)
{
    if (const Instance* end = endOfTrack(last, object.trackId))
        return end->id;
    std::optional<InstanceId> best;
    double bestIou = kSameObjectIou;
    for (const Instance& candidate : last.instances) {
        const bool isOther = object.trackId && candidate.trackId && object.trackId != candidate.trackId;
        const double iou = masks::iou(object.amodal, candidate.amodal);
        if (!isOther && canBeEnd(last, candidate) && iou >= bestIou) {
            best = candidate.id;
            bestIou = iou;
        }
    }
    return best;
}

std::optional<int> nextFrameWithEnd(const StackDocument& document, int frame, InstanceId id)
{
    const Instance* object = document.frame(frame).find(id);
    if (!object)
        return std::nullopt;
    for (const int step : {1, -1})
        for (int other = frame + step; other >= 0 && other < document.frameCount(); other += step)
            if (endOfTrack(document.frame(other), object->trackId))
                return other;
    return std::nullopt;
}

} // namespace blastoscope::annotation

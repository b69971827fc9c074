// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/frame_overlay.h"

#include <algorithm>
#include <cmath>

#include "core/annotation/persons_work.h"
#include "core/annotation/visible_parts.h"
#include "core/masks/contour.h"
#include "core/masks/visibility.h"
#include "ui/canvas/silhouette_paths.h"

namespace blastoscope::ui {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;

QRectF toRect(const base::Box& box)
{
    return {QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)};
}

/// `previous` may hold the same silhouette.
Silhouette buildSilhouette(const Instance& instance, const std::optional<masks::RleMask>& visible,
                           const FrameOverlay* previous)
{
    masks::RleMask hidden(instance.amodal.width(), instance.amodal.height());
    if (visible)
        hidden = masks::subtracted(instance.amodal, *visible);
    const Silhouette* same = previous ? previous->find(instance.id) : nullptr;
    Silhouette silhouette;
    if (same && same->mask == instance.amodal && same->hiddenMask == hidden) {
        silhouette = *same;
        silhouette.score = instance.score;
        return silhouette;
    }
    silhouette.id = instance.id;
    silhouette.score = instance.score;
    silhouette.mask = instance.amodal;
    silhouette.bounds = toRect(instance.amodal.boundingBox());
    SilhouettePaths paths = tracePaths(instance.amodal, hidden);
    silhouette.hiddenMask = std::move(hidden);
    silhouette.amodal = std::move(paths.amodal);
    silhouette.hidden = std::move(paths.hidden);
    silhouette.visibleOutline = std::move(paths.visibleOutline);
    silhouette.hiddenOutline = std::move(paths.hiddenOutline);
    silhouette.labelAnchor = innermostPoint(visible && !visible->isEmpty() ? *visible : instance.amodal);
    return silhouette;
}

bool isKnown(const FrameAnnotation& frame, annotation::InstanceId a, annotation::InstanceId b)
{
    return std::any_of(frame.order.begin(), frame.order.end(), [a, b](const annotation::DepthRelation& relation) {
        return (relation.nearer == a && relation.farther == b) || (relation.nearer == b && relation.farther == a);
    });
}

QPainterPath traceUnknownOverlap(const FrameAnnotation& frame)
{
    std::vector<masks::RleMask> shapes;
    std::vector<annotation::InstanceId> ids;
    for (const Instance& instance : frame.instances)
        if (!instance.hidden) {
            shapes.push_back(instance.amodal);
            ids.push_back(instance.id);
        }
    masks::RleMask unknown(frame.width, frame.height);
    for (const masks::SilhouettePair& pair : masks::overlappingPairs(shapes))
        if (!isKnown(frame, ids[pair.first], ids[pair.second]))
            unknown = masks::united(unknown, masks::intersected(shapes[pair.first], shapes[pair.second]));
    return tracePath(unknown);
}

/// Positions of the instances, farthest first: an instance comes after everything it covers. Where the relations
/// contradict each other or say nothing, larger silhouettes come first.
std::vector<std::size_t> paintOrder(const FrameAnnotation& frame)
{
    const std::size_t count = frame.instances.size();
    std::vector<std::size_t> waiting(count);
    for (std::size_t i = 0; i < count; ++i)
        waiting[i] = i;
    std::vector<std::int64_t> areas;
    for (const Instance& instance : frame.instances)
        areas.push_back(instance.amodal.area());
    std::stable_sort(waiting.begin(), waiting.end(), [&](std::size_t a, std::size_t b) { return areas[a] > areas[b]; });

    std::vector<std::size_t> order;
    const auto isFree = [&](std::size_t i) {
        return std::none_of(waiting.begin(), waiting.end(), [&](std::size_t other) {
            return std::find(frame.order.begin(), frame.order.end(),
                             annotation::DepthRelation{frame.instances[i].id, frame.instances[other].id})
                   != frame.order.end();
        });
    };
    while (!waiting.empty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), isFree);
        if (next == waiting.end())
            next = waiting.begin();
        order.push_back(*next);
        waiting.erase(next);
    }
    return order;
}

} // namespace

const Silhouette* FrameOverlay::find(annotation::InstanceId id) const
{
    const auto it =
        std::find_if(silhouettes.begin(), silhouettes.end(), [id](const Silhouette& s) { return s.id == id; });
    return it == silhouettes.end() ? nullptr : &*it;
}

const Silhouette* FrameOverlay::at(const QPointF& imagePoint) const
{
    const int x = int(std::floor(imagePoint.x()));
    const int y = int(std::floor(imagePoint.y()));
    const Silhouette* found = nullptr;
    const auto size = [](const Silhouette& s) { return s.bounds.width() * s.bounds.height(); };
    for (const Silhouette& silhouette : silhouettes)
        if (silhouette.bounds.contains(imagePoint) && silhouette.mask.contains(x, y)
            && (!found || size(silhouette) < size(*found)))
            found = &silhouette;
    return found;
}

FrameOverlay buildOverlay(const FrameAnnotation& frame, const InstanceColors& colors, const FrameOverlay* previous)
{
    FrameOverlay overlay;
    overlay.width = frame.width;
    overlay.height = frame.height;
    const std::vector<std::optional<masks::RleMask>> visible = annotation::visibleParts(frame);
    for (std::size_t i : paintOrder(frame)) {
        const Instance& instance = frame.instances[i];
        if (instance.hidden || instance.amodal.isEmpty())
            continue;
        Silhouette silhouette = buildSilhouette(instance, visible[i], previous);
        silhouette.number = int(i) + 1;
        silhouette.reviewed = isReviewed(frame, instance);
        if (const auto color = colors.find(instance.id); color != colors.end())
            silhouette.color = color->second;
        else
            silhouette.color = paletteColor(int(i));
        overlay.silhouettes.push_back(std::move(silhouette));
    }
    overlay.unknownOverlap = traceUnknownOverlap(frame);
    return overlay;
}

} // namespace blastoscope::ui

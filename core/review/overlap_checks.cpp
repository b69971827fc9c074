// SPDX-License-Identifier: Apache-2.0
#include "core/review/overlap_checks.h"

#include <algorithm>
#include <unordered_map>

#include "core/masks/visibility.h"
#include "core/review/depth_order.h"

namespace blastoscope::review {
namespace {

using annotation::DepthRelation;
using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::InstanceId;
using annotation::Origin;

constexpr double kSameObjectIou = 0.7;
constexpr double kInside = 0.9;        ///< share of the smaller silhouette
constexpr double kSeenOfOverlap = 0.6; ///< of the overlap, by the model's own visible mask
constexpr double kSmallOverlap = 0.03; ///< of the smaller silhouette: says nothing about the order

bool isBlastomere(const Instance& instance)
{
    return instance.classId == int(base::ObjectClass::Blastomere);
}

/// A fragment or polar body before or behind a cell is nothing odd; the same object twice is, whatever it is.
std::optional<Reason> conflictOf(const Instance& a, const Instance& b)
{
    const double common = double(masks::intersectionArea(a.amodal, b.amodal));
    const double smaller = double(std::min(a.amodal.area(), b.amodal.area()));
    const double all = double(a.amodal.area() + b.amodal.area()) - common;
    if (common >= kSameObjectIou * all)
        return Reason{ReasonKind::NearlyIdentical, 1, common / all, {a.id, b.id}};
    if (isBlastomere(a) && isBlastomere(b) && common >= kInside * smaller)
        return Reason{ReasonKind::OneInsideAnother, .85, common / smaller, {a.id, b.id}};
    return std::nullopt;
}

/// Whether the model sees most of the overlap as part of the cell that is said to be farther.
bool contradictsVisible(const Instance& nearer, const Instance& farther)
{
    if (farther.origin != Origin::Model || !farther.visible)
        return false;
    const masks::RleMask overlap = masks::intersected(nearer.amodal, farther.amodal);
    const double area = double(overlap.area());
    if (area < kSmallOverlap * double(std::min(nearer.amodal.area(), farther.amodal.area())) || area == 0)
        return false;
    return double(masks::intersectionArea(*farther.visible, overlap)) >= kSeenOfOverlap * area;
}

std::vector<InstanceId> againstTheOrder(const FrameAnnotation& frame)
{
    std::vector<InstanceId> ids = instancesOnCircles(frame.order);
    for (const DepthRelation& relation : frame.order) {
        const Instance* nearer = frame.find(relation.nearer);
        const Instance* farther = frame.find(relation.farther);
        if (nearer && farther && contradictsVisible(*nearer, *farther))
            ids.insert(ids.end(), {nearer->id, farther->id});
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

std::vector<Reason> overlapConflicts(const FrameAnnotation& frame)
{
    std::vector<masks::RleMask> silhouettes;
    for (const Instance& instance : frame.instances)
        silhouettes.push_back(instance.amodal);
    std::vector<Reason> reasons;
    for (const auto& [first, second] : masks::overlappingPairs(silhouettes))
        if (auto conflict = conflictOf(frame.instances[first], frame.instances[second]))
            reasons.push_back(std::move(*conflict));
    if (auto ids = againstTheOrder(frame); !ids.empty())
        reasons.push_back({ReasonKind::ContradictoryOrder, .7, 0, std::move(ids)});
    return reasons;
}

} // namespace blastoscope::review

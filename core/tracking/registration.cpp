// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/registration.h"

#include <algorithm>
#include <cmath>

#include "core/masks/morphology.h"

namespace blastoscope::tracking {
namespace {

constexpr double kLikeSize = .7;    ///< least ratio of areas of a cell and itself a frame later
constexpr double kWorthMoving = .1; ///< IoU that a movement must gain
constexpr double kSameEmbryo = .7;  ///< and reach: cells that are missed or divide are no movement

Shift rounded(double dx, double dy)
{
    return {int(std::lround(dx)), int(std::lround(dy))};
}

/// Half by half: united() takes as long as both masks together.
masks::RleMask togetherOf(std::span<const Cell> cells)
{
    if (cells.size() == 1)
        return cells.front().silhouette;
    const std::size_t half = cells.size() / 2;
    return masks::united(togetherOf(cells.first(half)), togetherOf(cells.subspan(half)));
}

/// IoU of a shifted by `shift` and b. What leaves the image still counts, or an embryo would gain by leaving it.
double iouAfter(const Cell& a, Shift shift, const Cell& b)
{
    const double common =
        double(masks::intersectionArea(masks::translated(a.silhouette, shift.dx, shift.dy), b.silhouette));
    return common / (a.area + b.area - common);
}

} // namespace

Cell moved(const Cell& cell, Shift shift)
{
    if (shift == Shift{})
        return cell;
    masks::RleMask silhouette = masks::translated(cell.silhouette, shift.dx, shift.dy);
    return silhouette.isEmpty() ? cell : Cell(cell.id, std::move(silhouette), cell.trackId);
}

Shift shiftBetween(const CellFrame& before, const CellFrame& after)
{
    if (before.cells.empty() || after.cells.empty())
        return {};
    const masks::RleMask& a = before.cells.front().silhouette;
    const masks::RleMask& b = after.cells.front().silhouette;
    if (a.width() != b.width() || a.height() != b.height())
        return {};
    const Cell old(0, togetherOf(before.cells)), now(0, togetherOf(after.cells));
    Shift best;
    double bestIou = std::max(kSameEmbryo, iouAfter(old, {}, now) + kWorthMoving);
    if (bestIou >= 1)
        return {};
    std::vector<Shift> candidates = {rounded(now.centroid.x - old.centroid.x, now.centroid.y - old.centroid.y)};
    for (const Cell& from : before.cells)
        for (const Cell& to : after.cells)
            if (std::min(from.area, to.area) > kLikeSize * std::max(from.area, to.area))
                candidates.push_back(rounded(to.centroid.x - from.centroid.x, to.centroid.y - from.centroid.y));
    for (const Shift& shift : candidates)
        if (const double iou = iouAfter(old, shift, now); iou > bestIou) {
            bestIou = iou;
            best = shift;
        }
    return best;
}

Registration::Registration(std::span<const CellFrame> frames, const base::CancellationToken& cancel)
{
    const CellFrame* last = nullptr; // with cells
    Shift sum;
    for (const CellFrame& frame : frames) {
        if (last && !frame.cells.empty() && !cancel.isCancelled()) {
            const Shift step = shiftBetween(*last, frame);
            sum = {sum.dx + step.dx, sum.dy + step.dy};
        }
        if (!frame.cells.empty())
            last = &frame;
        m_sinceFirst.push_back(sum);
    }
}

Shift Registration::between(std::size_t from, std::size_t to) const
{
    return {m_sinceFirst[to].dx - m_sinceFirst[from].dx, m_sinceFirst[to].dy - m_sinceFirst[from].dy};
}

} // namespace blastoscope::tracking

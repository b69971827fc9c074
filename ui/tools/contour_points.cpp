// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/contour_points.h"

#include <algorithm>
#include <cmath>

#include "core/masks/contour.h"

namespace blastoscope::ui {
namespace {

double distanceToLine(const base::Point& p, const base::Point& a, const base::Point& b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0)
        return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs(dx * (p.y - a.y) - dy * (p.x - a.x)) / length;
}

/// Keeps the points that matter between positions `first` and `last` of a ring that is walked forward.
void thin(const masks::Polygon& ring, std::size_t first, std::size_t last, double tolerance, std::vector<bool>& keep)
{
    const std::size_t n = ring.size();
    double worst = tolerance;
    std::size_t split = first;
    for (std::size_t i = first + 1; i < last; ++i)
        if (const double d = distanceToLine(ring[i % n], ring[first % n], ring[last % n]); d > worst) {
            worst = d;
            split = i;
        }
    if (split == first)
        return;
    keep[split % n] = true;
    thin(ring, first, split, tolerance, keep);
    thin(ring, split, last, tolerance, keep);
}

/// Position of the point of the ring that is farthest from the one at `from`.
std::size_t farthest(const masks::Polygon& ring, std::size_t from)
{
    std::size_t best = from;
    double most = -1;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (const double d = std::hypot(ring[i].x - ring[from].x, ring[i].y - ring[from].y); d > most) {
            most = d;
            best = i;
        }
    return best;
}

masks::RleMask filled(const masks::Polygon& polygon, int width, int height)
{
    auto mask = masks::fromPolygon(polygon, width, height);
    return mask ? std::move(*mask) : masks::RleMask(width, height);
}

} // namespace

masks::Polygon contourPoints(const masks::RleMask& mask, double tolerance)
{
    const std::vector<masks::Outline> outlines = masks::smoothOutlines(mask);
    const auto largest = std::max_element(outlines.begin(), outlines.end(), [](const auto& a, const auto& b) {
        return masks::signedArea(a.points) < masks::signedArea(b.points); // holes are negative
    });
    if (largest == outlines.end())
        return {};
    const masks::Polygon& ring = largest->points;
    const std::size_t n = ring.size();
    // Douglas and Peucker 1973 on the two halves between the ends of the shape.
    const std::size_t a = farthest(ring, 0), b = farthest(ring, a);
    std::vector<bool> keep(n, false);
    keep[a] = keep[b] = true;
    thin(ring, std::min(a, b), std::max(a, b), tolerance, keep);
    thin(ring, std::max(a, b), std::min(a, b) + n, tolerance, keep);
    masks::Polygon points;
    for (std::size_t i = 0; i < n; ++i)
        if (keep[i])
            points.push_back(ring[i]);
    if (points.size() < 3)
        points = {ring[0], ring[n / 3], ring[2 * n / 3]};
    return points;
}

masks::RleMask reshaped(const masks::RleMask& mask, const masks::Polygon& before, const masks::Polygon& after)
{
    const masks::RleMask old = filled(before, mask.width(), mask.height());
    const masks::RleMask now = filled(after, mask.width(), mask.height());
    return masks::united(masks::subtracted(mask, masks::subtracted(old, now)), masks::subtracted(now, old));
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/contour_points.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/masks/contour.h"
#include "core/masks/simplification.h"

namespace blastoscope::ui {
namespace {

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
    // The two halves between the ends of the shape are open lines.
    masks::Polygon turned = ring;
    std::rotate(turned.begin(), turned.begin() + std::ptrdiff_t(farthest(ring, 0)), turned.end());
    const std::size_t opposite = farthest(turned, 0);
    turned.push_back(turned.front());
    const std::span<const base::Point> line(turned);
    masks::Polygon points = masks::simplifiedLine(line.first(opposite + 1), tolerance);
    const masks::Polygon back = masks::simplifiedLine(line.subspan(opposite), tolerance);
    points.insert(points.end(), back.begin() + 1, back.end() - 1);
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

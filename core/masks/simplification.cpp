// SPDX-License-Identifier: Apache-2.0
#include "core/masks/simplification.h"

#include <cmath>
#include <utility>

namespace blastoscope::masks {
namespace {

double distanceToLine(const base::Point& p, const base::Point& a, const base::Point& b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0)
        return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs(dx * (p.y - a.y) - dy * (p.x - a.x)) / length;
}

} // namespace

std::vector<base::Point> simplifiedLine(std::span<const base::Point> points, double tolerance)
{
    if (points.size() < 3)
        return {points.begin(), points.end()};
    std::vector<bool> keep(points.size(), false);
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open = {{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double worst = tolerance;
        std::size_t split = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distanceToLine(points[i], points[first], points[last]); d > worst) {
                worst = d;
                split = i;
            }
        if (split == 0)
            continue;
        keep[split] = true;
        open.push_back({first, split});
        open.push_back({split, last});
    }
    std::vector<base::Point> out;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (keep[i])
            out.push_back(points[i]);
    return out;
}

} // namespace blastoscope::masks

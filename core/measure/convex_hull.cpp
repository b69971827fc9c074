// SPDX-License-Identifier: Apache-2.0
#include "core/measure/convex_hull.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace blastoscope::measure {
namespace {

double cross(const base::Point& o, const base::Point& a, const base::Point& b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// First and last set pixel of a row or column.
struct Span {
    int first = -1;
    int last = -1;
    bool isEmpty() const { return first < 0; }
    void add(int position)
    {
        first = first < 0 ? position : first;
        last = position;
    }
};

Span rowSpan(const masks::Bitmap& mask, int y)
{
    Span span;
    for (int x = 0; x < mask.width; ++x)
        if (mask.at(x, y))
            span.add(x);
    return span;
}

Span columnSpan(const masks::Bitmap& mask, int x)
{
    Span span;
    for (int y = 0; y < mask.height; ++y)
        if (mask.at(x, y))
            span.add(y);
    return span;
}

/// Andrew's monotone chain: one half of the hull of points that are sorted in the direction of travel.
template<typename Iterator>
masks::Polygon halfHull(Iterator begin, Iterator end)
{
    masks::Polygon chain;
    for (auto p = begin; p != end; ++p) {
        while (chain.size() >= 2 && cross(chain[chain.size() - 2], chain.back(), *p) <= 0)
            chain.pop_back();
        chain.push_back(*p);
    }
    chain.pop_back();
    return chain;
}

} // namespace

masks::Polygon convexHullOf(masks::Polygon points)
{
    if (points.empty())
        return points;
    std::sort(points.begin(), points.end(),
              [](const base::Point& a, const base::Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() == 1)
        return points;
    masks::Polygon hull = halfHull(points.begin(), points.end());
    const masks::Polygon back = halfHull(points.rbegin(), points.rend());
    hull.insert(hull.end(), back.begin(), back.end());
    return hull;
}

masks::Polygon outerEdgeMiddles(const masks::Bitmap& mask)
{
    masks::Polygon points;
    for (int y = 0; y < mask.height; ++y)
        if (const Span row = rowSpan(mask, y); !row.isEmpty()) {
            points.push_back({double(row.first), y + .5});
            points.push_back({row.last + 1.0, y + .5});
        }
    for (int x = 0; x < mask.width; ++x)
        if (const Span column = columnSpan(mask, x); !column.isEmpty()) {
            points.push_back({x + .5, double(column.first)});
            points.push_back({x + .5, column.last + 1.0});
        }
    return points;
}

masks::Polygon outerPixelCentres(const masks::Bitmap& mask)
{
    masks::Polygon points;
    for (int y = 0; y < mask.height; ++y)
        if (const Span row = rowSpan(mask, y); !row.isEmpty()) {
            points.push_back({row.first + .5, y + .5});
            points.push_back({row.last + .5, y + .5});
        }
    return points;
}

std::int64_t pixelsInside(const masks::Polygon& hull, int width, int height)
{
    constexpr double kOnEdge = 1e-9;
    std::int64_t count = 0;
    for (int y = 0; y < height; ++y) {
        double left = std::numeric_limits<double>::infinity();
        double right = -left;
        for (std::size_t i = 0; i < hull.size(); ++i) {
            const base::Point& p = hull[i];
            const base::Point& q = hull[(i + 1) % hull.size()];
            const double row = y + .5;
            if (row < std::min(p.y, q.y) || row > std::max(p.y, q.y))
                continue;
            const double t = p.y == q.y ? 0 : (row - p.y) / (q.y - p.y);
            const double atRow = p.x + t * (q.x - p.x);
            left = std::min({left, atRow, p.y == q.y ? q.x : atRow});
            right = std::max({right, atRow, p.y == q.y ? q.x : atRow});
        }
        if (left > right)
            continue;
        const int first = std::max(0, int(std::ceil(left - .5 - kOnEdge)));
        const int last = std::min(width - 1, int(std::floor(right - .5 + kOnEdge)));
        count += std::max(0, last - first + 1);
    }
    return count;
}

Feret feretOf(const masks::Polygon& hull)
{
    Feret feret;
    if (hull.size() < 2)
        return feret;
    feret.min = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const base::Point& p = hull[i];
        const base::Point& q = hull[(i + 1) % hull.size()];
        const double edge = std::hypot(q.x - p.x, q.y - p.y);
        double width = 0;
        for (const base::Point& r : hull) {
            feret.max = std::max(feret.max, std::hypot(r.x - p.x, r.y - p.y));
            width = std::max(width, std::abs(cross(p, q, r)) / edge);
        }
        feret.min = std::min(feret.min, width);
    }
    return feret;
}

} // namespace blastoscope::measure

// SPDX-License-Identifier: Apache-2.0
#include "core/masks/brush.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/masks/column_spans.h"

namespace blastoscope::masks {
namespace {

/// Where a convex shape meets a vertical line; grows by the points that are added.
struct Chord {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double y)
    {
        low = std::min(low, y);
        high = std::max(high, y);
    }
};

void addDisc(Chord& chord, const base::Point& center, double radius, double x)
{
    const double rest = radius * radius - (x - center.x) * (x - center.x);
    if (rest < 0)
        return;
    chord.add(center.y - std::sqrt(rest));
    chord.add(center.y + std::sqrt(rest));
}

void addEdge(Chord& chord, const base::Point& p, const base::Point& q, double x)
{
    if ((p.x - x) * (q.x - x) > 0)
        return;
    if (p.x == q.x) {
        chord.add(p.y);
        chord.add(q.y);
    } else {
        chord.add(p.y + (x - p.x) / (q.x - p.x) * (q.y - p.y));
    }
}

/// The points within `radius` of the segment from a to b.
class Capsule {
public:
    Capsule(const base::Point& a, const base::Point& b, double radius) : m_a(a), m_b(b), m_radius(radius)
    {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const double nx = length > 0 ? -(b.y - a.y) / length * radius : 0;
        const double ny = length > 0 ? (b.x - a.x) / length * radius : 0;
        m_corners = {{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}}};
    }

    double left() const { return std::min(m_a.x, m_b.x) - m_radius; }
    double right() const { return std::max(m_a.x, m_b.x) + m_radius; }

    Chord at(double x) const
    {
        Chord chord;
        addDisc(chord, m_a, m_radius, x);
        addDisc(chord, m_b, m_radius, x);
        for (std::size_t i = 0; i < m_corners.size(); ++i)
            addEdge(chord, m_corners[i], m_corners[(i + 1) % m_corners.size()], x);
        return chord;
    }

private:
    base::Point m_a;
    base::Point m_b;
    double m_radius;
    std::array<base::Point, 4> m_corners;
};

int toPixel(double value, int limit)
{
    return int(std::clamp(value, 0.0, double(limit)));
}

} // namespace

RleMask strokeMask(int width, int height, std::span<const base::Point> path, double radius)
{
    if (path.empty() || width <= 0 || height <= 0)
        return RleMask(width, height);
    const auto [first, last] = std::minmax_element(
        path.begin(), path.end(), [](const base::Point& p, const base::Point& q) { return p.x < q.x; });
    ColumnSpans columns(toPixel(std::floor(first->x - radius), width), toPixel(std::ceil(last->x + radius), width));
    for (std::size_t i = 0; i < std::max<std::size_t>(path.size() - 1, 1); ++i) {
        const Capsule capsule(path[i], path[std::min(i + 1, path.size() - 1)], radius);
        const int right = toPixel(std::ceil(capsule.right()), width);
        for (int x = toPixel(std::floor(capsule.left()), width); x < right; ++x) {
            const Chord chord = capsule.at(x + .5);
            const int top = toPixel(std::ceil(chord.low - .5), height);
            const int bottom = toPixel(std::floor(chord.high + .5), height);
            if (top < bottom)
                columns.at(x).push_back({top, bottom});
        }
    }
    for (int x = columns.left(); x < columns.right(); ++x)
        normalize(columns.at(x));
    return columns.toMask(width, height);
}

} // namespace blastoscope::masks

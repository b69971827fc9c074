// SPDX-License-Identifier: Apache-2.0
#include "core/formats/outline_checker.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace blastoscope::formats {
namespace {

constexpr double kAlwaysAllowedLength = 3e6; ///< px
constexpr double kLengthPerByte = 400;       ///< px; four corners of a large picture take about 50 bytes
constexpr int kMostComparisons = 4'000'000;

struct Edge {
    base::Point a;
    base::Point b;
    double left() const { return std::min(a.x, b.x); }
    double right() const { return std::max(a.x, b.x); }
};

double side(const base::Point& a, const base::Point& b, const base::Point& p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(const Edge& e, const Edge& f)
{
    if (std::max(e.a.y, e.b.y) < std::min(f.a.y, f.b.y) || std::max(f.a.y, f.b.y) < std::min(e.a.y, e.b.y))
        return false;
    const double s1 = side(e.a, e.b, f.a), s2 = side(e.a, e.b, f.b);
    const double s3 = side(f.a, f.b, e.a), s4 = side(f.a, f.b, e.b);
    return ((s1 > 0 && s2 < 0) || (s1 < 0 && s2 > 0)) && ((s3 > 0 && s4 < 0) || (s3 < 0 && s4 > 0));
}

} // namespace

OutlineChecker::OutlineChecker(std::size_t fileBytes)
    : m_lengthLeft(kAlwaysAllowedLength + kLengthPerByte * double(fileBytes))
{
}

base::Status OutlineChecker::admit(const masks::Polygon& polygon)
{
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const base::Point& p = polygon[i];
        const base::Point& q = polygon[(i + 1) % polygon.size()];
        const double length = std::max(std::abs(q.x - p.x), std::abs(q.y - p.y));
        m_lengthLeft -= std::isfinite(length) ? length : 0; // not finite: the filling refuses it
    }
    if (m_lengthLeft < 0)
        return base::fail(base::ErrorCode::Corrupt, "the outlines are too long to be those of real objects");
    m_crossed = m_crossed || crossesItself(polygon);
    return {};
}

bool OutlineChecker::takeCrossed()
{
    return std::exchange(m_crossed, false);
}

bool crossesItself(const masks::Polygon& polygon)
{
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        edges.push_back({polygon[i], polygon[(i + 1) % polygon.size()]});
    std::sort(edges.begin(), edges.end(), [](const Edge& e, const Edge& f) { return e.left() < f.left(); });
    int comparisons = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t j = i + 1; j < edges.size() && edges[j].left() <= edges[i].right(); ++j) {
            if (++comparisons > kMostComparisons)
                return false;
            if (cross(edges[i], edges[j]))
                return true;
        }
    return false;
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "core/masks/polygon.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace blastoscope::masks {
namespace {

constexpr int kGrid = 5;                            ///< grid points per pixel
constexpr double kFarthest = 1e6;                   ///< px; keeps grid coordinates inside an int
constexpr std::int64_t kLongestOutline = 1LL << 27; ///< grid points

struct GridPoint {
    int x = 0;
    int y = 0;
};

GridPoint toGrid(const base::Point& p)
{
    return {int(kGrid * p.x + .5), int(kGrid * p.y + .5)};
}

/// Visits every grid point from a to b, both included. Rounds along the axis that runs forward, whichever way the
/// edge is walked.
template<typename Visit>
void walkEdge(GridPoint a, GridPoint b, Visit visit)
{
    const int dx = std::abs(b.x - a.x);
    const int dy = std::abs(b.y - a.y);
    const bool alongX = dx >= dy;
    const bool flipped = (alongX && a.x > b.x) || (!alongX && a.y > b.y);
    if (flipped)
        std::swap(a, b);
    const int steps = alongX ? dx : dy;
    const double slope = steps == 0 ? 0 : double(alongX ? b.y - a.y : b.x - a.x) / steps;
    for (int d = 0; d <= steps; ++d) {
        const int t = flipped ? steps - d : d;
        if (alongX)
            visit(GridPoint{a.x + t, int(a.y + slope * t + .5)});
        else
            visit(GridPoint{int(a.x + slope * t + .5), a.y + t});
    }
}

/// Collects where the outline crosses the centre line of a pixel column, as column-major pixel positions: between two
/// crossings of a column the mask is set.
class Crossings {
public:
    Crossings(int width, int height) : m_width(width), m_height(height) {}

    void add(GridPoint p)
    {
        if (m_started && p.x != m_previous.x)
            cross(p);
        m_previous = p;
        m_started = true;
    }

    base::Result<RleMask> toMask()
    {
        std::sort(m_positions.begin(), m_positions.end());
        std::vector<std::uint32_t> counts;
        std::uint32_t position = 0;
        for (const std::uint32_t next : m_positions) {
            counts.push_back(next - position);
            position = next;
        }
        counts.push_back(std::uint32_t(m_width) * std::uint32_t(m_height) - position);
        return RleMask::fromCounts(m_width, m_height, counts);
    }

private:
    void cross(GridPoint p)
    {
        const double x = (double(p.x < m_previous.x ? p.x : p.x - 1) + .5) / kGrid - .5;
        if (std::floor(x) != x || x < 0 || x > m_width - 1)
            return;
        const double y = (double(std::min(p.y, m_previous.y)) + .5) / kGrid - .5;
        const double row = std::ceil(std::clamp(y, 0.0, double(m_height)));
        m_positions.push_back(std::uint32_t(x) * std::uint32_t(m_height) + std::uint32_t(row));
    }

    int m_width;
    int m_height;
    bool m_started = false;
    GridPoint m_previous;
    std::vector<std::uint32_t> m_positions;
};

base::Status checkCanvas(int width, int height)
{
    const bool valid = width > 0 && height > 0 &&
                       std::uint64_t(width) * std::uint64_t(height) <= std::numeric_limits<std::uint32_t>::max();
    if (!valid)
        return base::fail(base::ErrorCode::InvalidArgument, "An outline cannot be filled on an image of " +
                                                                std::to_string(width) + " x " + std::to_string(height) +
                                                                " pixels.");
    return {};
}

base::Status checkOutline(const Polygon& polygon)
{
    if (polygon.size() < 3)
        return base::fail(base::ErrorCode::Corrupt, "An outline has fewer than three points.");
    std::int64_t length = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const base::Point& p = polygon[i];
        if (!(std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest))
            return base::fail(base::ErrorCode::Corrupt, "An outline has a point that is not on any image.");
        const base::Point& q = polygon[(i + 1) % polygon.size()];
        length += std::int64_t(kGrid * std::min(2 * kFarthest, std::max(std::abs(q.x - p.x), std::abs(q.y - p.y)))) + 1;
        if (length > kLongestOutline)
            return base::fail(base::ErrorCode::Corrupt, "An outline is too long to be one of a real object.");
    }
    return {};
}

} // namespace

base::Result<RleMask> fromPolygon(const Polygon& polygon, int width, int height)
{
    if (const auto ok = checkCanvas(width, height); !ok)
        return tl::unexpected(ok.error());
    if (const auto ok = checkOutline(polygon); !ok)
        return tl::unexpected(ok.error());
    Crossings crossings(width, height);
    for (std::size_t i = 0; i < polygon.size(); ++i)
        walkEdge(toGrid(polygon[i]), toGrid(polygon[(i + 1) % polygon.size()]), [&](GridPoint p) { crossings.add(p); });
    return crossings.toMask();
}

base::Result<RleMask> fromPolygons(std::span<const Polygon> polygons, int width, int height)
{
    if (const auto ok = checkCanvas(width, height); !ok)
        return tl::unexpected(ok.error());
    RleMask all(width, height);
    for (const Polygon& polygon : polygons) {
        auto mask = fromPolygon(polygon, width, height);
        if (!mask)
            return mask;
        all = united(all, *mask);
    }
    return all;
}

} // namespace blastoscope::masks

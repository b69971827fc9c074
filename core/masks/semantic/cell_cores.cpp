// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/cell_cores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include "core/base/union_find.h"
#include "core/masks/distance.h"

namespace blastoscope::masks {
namespace {

constexpr std::size_t kFewestPoints = 8; ///< of a border that says anything about a disc
constexpr double kLargestGrowth = 4;     ///< radius of a disc over the half-width of its basin

/// Floods the pixels of depth 1 from the deepest down.
class Basins {
public:
    Basins(const DepthMap& map, double neck)
        : m_map(map), m_neck(neck), m_flooded(map.depths.size(), false), m_basins(map.depths.size())
    {
        Bitmap single(map.width, map.height);
        for (std::size_t i = 0; i < map.depths.size(); ++i)
            single.pixels[i] = map.depths[i] == 1;
        m_distances = distanceTo(single, false);
        flood(single);
    }

    /// Pixels of each basin.
    std::map<std::size_t, std::vector<std::size_t>> pixels()
    {
        std::map<std::size_t, std::vector<std::size_t>> basins;
        for (std::size_t i = 0; i < m_flooded.size(); ++i)
            if (m_flooded[i])
                basins[m_basins.rootOf(i)].push_back(i);
        return basins;
    }

    /// Half-width of a basin, px.
    double peak(std::size_t root) const { return m_distances[root]; }

private:
    void flood(const Bitmap& single)
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < single.pixels.size(); ++i)
            if (single.pixels[i])
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return m_distances[a] > m_distances[b]; });
        for (const std::size_t i : order)
            add(i);
    }

    void add(std::size_t i)
    {
        m_flooded[i] = true;
        const int x = int(i % std::size_t(m_map.width)), y = int(i / std::size_t(m_map.width));
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const int nx = x + dx, ny = y + dy;
                if (nx < 0 || ny < 0 || nx >= m_map.width || ny >= m_map.height)
                    continue;
                const std::size_t j = std::size_t(ny) * std::size_t(m_map.width) + std::size_t(nx);
                if (m_flooded[j])
                    meet(i, j);
            }
    }

    /// Joins the pixel's basin with a neighbour's unless a neck parts them. A pixel that has just been added is a basin
    /// of its own and always joins the first one; roots are the deepest pixels.
    void meet(std::size_t i, std::size_t j)
    {
        std::size_t a = m_basins.rootOf(i), b = m_basins.rootOf(j);
        if (a == b)
            return;
        if (m_distances[a] < m_distances[b] || (m_distances[a] == m_distances[b] && b < a))
            std::swap(a, b);
        if (m_distances[i] >= m_neck * m_distances[b])
            m_basins.join(a, b);
    }

    const DepthMap& m_map;
    double m_neck;
    std::vector<bool> m_flooded;
    base::UnionFind m_basins; ///< of the flooded pixels
    std::vector<float> m_distances;
};

/// The circle with the least algebraic distance from points (Kasa 1976).
std::optional<Ellipse> circleThrough(const std::vector<base::Point>& points)
{
    if (points.size() < kFewestPoints)
        return {};
    double mx = 0, my = 0;
    for (const base::Point& p : points)
        mx += p.x, my += p.y;
    mx /= double(points.size());
    my /= double(points.size());
    double uu = 0, uv = 0, vv = 0, ur = 0, vr = 0;
    for (const base::Point& p : points) {
        const double u = p.x - mx, v = p.y - my, r = u * u + v * v;
        uu += u * u, uv += u * v, vv += v * v, ur += u * r, vr += v * r;
    }
    const double det = uu * vv - uv * uv;
    if (!(det > 1e-9 * uu * vv))
        return {};
    const double cx = (ur * vv - vr * uv) / (2 * det), cy = (vr * uu - ur * uv) / (2 * det);
    const double radius = std::sqrt(cx * cx + cy * cy + (uu + vv) / double(points.size()));
    return Ellipse{{mx + cx, my + cy}, radius, radius, 0};
}

/// Middles of the edges between a basin and what no cell covers.
std::vector<base::Point> outerBorder(const DepthMap& map, const std::vector<std::size_t>& basin)
{
    std::vector<base::Point> points;
    for (const std::size_t i : basin) {
        const int x = int(i % std::size_t(map.width)), y = int(i / std::size_t(map.width));
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            const int nx = x + dx, ny = y + dy;
            const bool inside = nx >= 0 && ny >= 0 && nx < map.width && ny < map.height;
            if (inside && map.depths[std::size_t(ny) * std::size_t(map.width) + std::size_t(nx)] == 0)
                points.push_back({x + .5 + dx * .5, y + .5 + dy * .5});
        }
    }
    return points;
}

Ellipse discOf(const DepthMap& map, const std::vector<std::size_t>& basin, double peak)
{
    double x = 0, y = 0;
    for (const std::size_t i : basin) {
        x += double(i % std::size_t(map.width)) + .5;
        y += double(i / std::size_t(map.width)) + .5;
    }
    const double count = double(basin.size());
    const double radius = std::max(peak, std::sqrt(count / std::numbers::pi));
    const auto circle = circleThrough(outerBorder(map, basin));
    if (circle && circle->a >= peak && circle->a <= kLargestGrowth * std::max(peak, 1.))
        return *circle;
    return {{x / count, y / count}, radius, radius, 0};
}

} // namespace

std::vector<Ellipse> cellCores(const DepthMap& map, double neck, double smallestRadius)
{
    Basins basins(map, neck);
    std::vector<Ellipse> cores;
    for (const auto& [root, pixels] : basins.pixels()) {
        Ellipse disc = discOf(map, pixels, basins.peak(root));
        if (double(pixels.size()) < smallestRadius * smallestRadius)
            continue;
        disc.a = disc.b = std::max(disc.a, smallestRadius);
        cores.push_back(disc);
    }
    return cores;
}

} // namespace blastoscope::masks

// SPDX-License-Identifier: Apache-2.0
#include "core/masks/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace blastoscope::masks {
namespace {

/// Directions of travel along pixel edges, clockwise with y down.
enum Direction : int { East, South, West, North };
constexpr std::array<int, 4> kStepX = {1, 0, -1, 0};
constexpr std::array<int, 4> kStepY = {0, 1, 0, -1};

/// The grid of pixel corners around the tight box of a mask.
class CornerGrid {
public:
    explicit CornerGrid(const RleMask& mask)
    {
        const base::Box box = mask.boundingBox();
        m_left = int(box.x1) - 1;
        m_top = int(box.y1) - 1;
        m_pixels = mask.crop(m_left, m_top, int(box.width()) + 2, int(box.height()) + 2);
        m_visited.assign(m_pixels.pixels.size(), 0);
    }

    /// Visits every closed walk once as visit(corners), one corner per unit edge; the pixels stay on the right.
    template<typename Visit>
    void traceAll(Visit visit)
    {
        for (int y = 1; y < m_pixels.height; ++y)
            for (int x = 1; x < m_pixels.width; ++x) {
                const bool topEdge = m_pixels.at(x, y) && !m_pixels.at(x, y - 1);
                const bool bottomEdge = !m_pixels.at(x, y) && m_pixels.at(x, y - 1);
                if (topEdge && !wasVisited(x, y, East))
                    visit(walk(x, y, East), false);
                if (bottomEdge && !wasVisited(x + 1, y, West))
                    visit(walk(x + 1, y, West), true);
            }
    }

private:
    bool wasVisited(int x, int y, Direction d) const { return m_visited[index(x, y)] >> d & 1; }
    std::size_t index(int x, int y) const { return std::size_t(y) * std::size_t(m_pixels.width) + std::size_t(x); }
    /// Whether the pixel ahead of corner (x, y), on the right or left of direction d, is set.
    bool ahead(int x, int y, Direction d, bool right) const
    {
        static constexpr std::array<std::array<int, 2>, 4> kRight = {{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}};
        const auto& offset = kRight[right ? d : (d + 3) % 4];
        return m_pixels.at(x + offset[0], y + offset[1]) != 0;
    }

    Polygon walk(int startX, int startY, Direction start)
    {
        Polygon corners;
        int x = startX, y = startY;
        Direction d = start;
        do {
            m_visited[index(x, y)] |= std::uint8_t(1 << d);
            corners.push_back({double(x + m_left), double(y + m_top)});
            x += kStepX[d];
            y += kStepY[d];
            if (!ahead(x, y, d, true))
                d = Direction((d + 1) % 4);
            else if (ahead(x, y, d, false))
                d = Direction((d + 3) % 4);
        } while (x != startX || y != startY || d != start);
        return corners;
    }

    int m_left = 0;
    int m_top = 0;
    Bitmap m_pixels;
    std::vector<std::uint8_t> m_visited;
};

Polygon withoutStraightCorners(const Polygon& points)
{
    Polygon out;
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i) {
        const base::Point& before = points[(i + n - 1) % n];
        const base::Point& after = points[(i + 1) % n];
        if (before.x != after.x && before.y != after.y)
            out.push_back(points[i]);
    }
    return out;
}

std::vector<double> gaussian(double sigma, std::size_t longest)
{
    const std::size_t radius = std::min(std::size_t(std::ceil(3 * sigma)), longest);
    std::vector<double> weights;
    double sum = 0;
    for (std::size_t i = 0; i <= radius; ++i) {
        weights.push_back(std::exp(-.5 * double(i * i) / (sigma * sigma)));
        sum += (i == 0 ? 1 : 2) * weights.back();
    }
    for (double& w : weights)
        w /= sum;
    return weights;
}

Polygon smoothed(const Polygon& corners, double sigma)
{
    const std::size_t n = corners.size();
    Polygon middles(n);
    for (std::size_t i = 0; i < n; ++i) {
        const base::Point& next = corners[(i + 1) % n];
        middles[i] = {(corners[i].x + next.x) / 2, (corners[i].y + next.y) / 2};
    }
    // A short outline would shrink to a point under a wide kernel.
    const std::vector<double> weights = gaussian(std::min(sigma, double(n) / 12), n / 2);
    Polygon out(n);
    for (std::size_t i = 0; i < n; ++i) {
        base::Point sum{weights[0] * middles[i].x, weights[0] * middles[i].y};
        for (std::size_t k = 1; k < weights.size(); ++k) {
            const base::Point& a = middles[(i + k) % n];
            const base::Point& b = middles[(i + n - k) % n];
            sum.x += weights[k] * (a.x + b.x);
            sum.y += weights[k] * (a.y + b.y);
        }
        out[i] = sum;
    }
    return out;
}

} // namespace

std::vector<Outline> traceOutlines(const RleMask& mask)
{
    std::vector<Outline> outlines;
    if (mask.isEmpty())
        return outlines;
    CornerGrid(mask).traceAll([&](const Polygon& corners, bool isHole) {
        outlines.push_back({withoutStraightCorners(corners), isHole});
    });
    return outlines;
}

std::vector<Outline> smoothOutlines(const RleMask& mask, double sigma)
{
    std::vector<Outline> outlines;
    if (mask.isEmpty())
        return outlines;
    CornerGrid(mask).traceAll([&](const Polygon& corners, bool isHole) {
        outlines.push_back({smoothed(corners, sigma), isHole});
    });
    return outlines;
}

double signedArea(const Polygon& polygon)
{
    double sum = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const base::Point& p = polygon[i];
        const base::Point& q = polygon[(i + 1) % polygon.size()];
        sum += p.x * q.y - q.x * p.y;
    }
    return sum / 2;
}

} // namespace blastoscope::masks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/silhouette_paths.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "core/masks/contour.h"
#include "core/masks/simplification.h"

namespace blastoscope::ui {
namespace {

constexpr double kThinning = 0.1;       ///< px that a thinned outline may stray
constexpr std::size_t kShortestArc = 4; ///< points; shorter changes between hidden and visible are noise of the rim

QPointF toPoint(const base::Point& p)
{
    return {p.x, p.y};
}

void addOpen(QPainterPath& path, std::span<const base::Point> points)
{
    const std::vector<base::Point> line = masks::simplifiedLine(points, kThinning);
    path.moveTo(toPoint(line.front()));
    for (std::size_t i = 1; i < line.size(); ++i)
        path.lineTo(toPoint(line[i]));
}

void addClosed(QPainterPath& path, const masks::Polygon& polygon)
{
    masks::Polygon ring = polygon;
    ring.push_back(polygon.front());
    addOpen(path, ring);
    path.closeSubpath();
}

/// Which points of an outline border the hidden part: the pixel just inside decides.
std::vector<bool> hiddenPoints(const masks::Polygon& polygon, const masks::RleMask& hidden)
{
    const base::Box box = hidden.boundingBox();
    const int left = int(box.x1), top = int(box.y1);
    const masks::Bitmap pixels = hidden.crop(left, top, int(box.width()), int(box.height()));
    std::vector<bool> flags(polygon.size(), false);
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const base::Point& before = polygon[(i + polygon.size() - 1) % polygon.size()];
        const base::Point& after = polygon[(i + 1) % polygon.size()];
        const double dx = after.x - before.x, dy = after.y - before.y;
        const double length = std::max(std::hypot(dx, dy), 1e-9);
        const int x = int(std::floor(polygon[i].x - dy / length)) - left;
        const int y = int(std::floor(polygon[i].y + dx / length)) - top;
        flags[i] = pixels.contains(x, y) && pixels.at(x, y);
    }
    return flags;
}

struct Arc {
    std::size_t first = 0;
    std::size_t length = 0;
    bool hidden = false;
};

/// Maximal stretches of equal flags around the ring; one arc of full length when all are equal.
std::vector<Arc> arcsOf(const std::vector<bool>& flags)
{
    const std::size_t n = flags.size();
    std::size_t start = 0;
    while (start < n && flags[start] == flags[(start + n - 1) % n])
        ++start;
    if (start == n)
        return {{0, n, flags[0]}};
    std::vector<Arc> arcs;
    for (std::size_t k = 0; k < n; ++k) {
        const bool flag = flags[(start + k) % n];
        if (arcs.empty() || arcs.back().hidden != flag)
            arcs.push_back({(start + k) % n, 0, flag});
        ++arcs.back().length;
    }
    return arcs;
}

std::vector<Arc> withoutShortArcs(std::vector<bool> flags)
{
    for (const Arc& arc : arcsOf(flags))
        if (arc.length < kShortestArc && arc.length < flags.size())
            for (std::size_t k = 0; k < arc.length; ++k)
                flags[(arc.first + k) % flags.size()] = !arc.hidden;
    return arcsOf(flags);
}

void addArcs(SilhouettePaths& paths, const masks::Polygon& polygon, const masks::RleMask& hidden)
{
    for (const Arc& arc : withoutShortArcs(hiddenPoints(polygon, hidden))) {
        QPainterPath& path = arc.hidden ? paths.hiddenOutline : paths.visibleOutline;
        if (arc.length == polygon.size()) {
            addClosed(path, polygon);
            continue;
        }
        masks::Polygon points;
        for (std::size_t k = 0; k <= arc.length; ++k) // one more, so that neighbouring arcs meet
            points.push_back(polygon[(arc.first + k) % polygon.size()]);
        addOpen(path, points);
    }
}

/// City-block-like distance of each set pixel to the border of the mask, in thirds of a pixel (chamfer 3-4,
/// Borgefors 1986).
std::vector<int> chamfer(const masks::Bitmap& mask)
{
    const int w = mask.width, h = mask.height;
    std::vector<int> distance(mask.pixels.size(), 0);
    const auto at = [&](int x, int y) {
        return mask.contains(x, y) ? distance[std::size_t(y) * std::size_t(w) + std::size_t(x)] : 0;
    };
    const auto relax = [&](int x, int y, int side) {
        if (!mask.at(x, y))
            return;
        int& d = distance[std::size_t(y) * std::size_t(w) + std::size_t(x)];
        const int nearest = std::min(
            {at(x + side, y) + 3, at(x, y + side) + 3, at(x + side, y + side) + 4, at(x - side, y + side) + 4});
        d = side < 0 ? nearest : std::min(d, nearest);
    };
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            relax(x, y, -1);
    for (int y = h - 1; y >= 0; --y)
        for (int x = w - 1; x >= 0; --x)
            relax(x, y, 1);
    return distance;
}

} // namespace

QPainterPath tracePath(const masks::RleMask& mask)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const masks::Outline& outline : masks::smoothOutlines(mask))
        addClosed(path, outline.points);
    return path;
}

SilhouettePaths tracePaths(const masks::RleMask& amodal, const masks::RleMask& hidden)
{
    SilhouettePaths paths;
    paths.amodal.setFillRule(Qt::WindingFill);
    const bool covered = !hidden.isEmpty();
    for (const masks::Outline& outline : masks::smoothOutlines(amodal)) {
        addClosed(paths.amodal, outline.points);
        if (covered)
            addArcs(paths, outline.points, hidden);
    }
    if (covered)
        paths.hidden = tracePath(hidden);
    else
        paths.visibleOutline = paths.amodal;
    return paths;
}

QPointF innermostPoint(const masks::RleMask& mask)
{
    if (mask.isEmpty())
        return {};
    const base::Box box = mask.boundingBox();
    const int left = int(box.x1), top = int(box.y1);
    const masks::Bitmap crop = mask.crop(left, top, int(box.width()), int(box.height()));
    // Coarse is enough for a label and keeps large silhouettes fast.
    const int step = std::max(1, std::max(crop.width, crop.height) / 96);
    masks::Bitmap coarse((crop.width + step - 1) / step, (crop.height + step - 1) / step);
    for (int y = 0; y < coarse.height; ++y)
        for (int x = 0; x < coarse.width; ++x)
            coarse.at(x, y) = crop.at(x * step, y * step);
    const std::vector<int> distance = chamfer(coarse);
    const auto best = std::max_element(distance.begin(), distance.end()) - distance.begin();
    if (distance[std::size_t(best)] == 0) // nothing but specks between the samples
        return {box.center().x, box.center().y};
    return {left + (double(best % coarse.width) + .5) * step, top + (double(best / coarse.width) + .5) * step};
}

} // namespace blastoscope::ui

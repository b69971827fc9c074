// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/semantic_split.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/masks/components.h"
#include "core/masks/semantic/cell_cores.h"
#include "core/masks/semantic/ellipse_cover.h"
#include "core/masks/semantic/ellipse_scene.h"
#include "core/masks/semantic/semantic_cleanup.h"

namespace blastoscope::masks {
namespace {

constexpr int kSearchSide = 96; ///< px; the search for ellipses sees the cells at most that large
constexpr int kRoom = 2;        ///< px around them
constexpr std::array kNecks = {0.6, 0.75, 0.9};
constexpr double kFarthest = 2.5; ///< radii; a pixel of "cell" farther away from all ellipses is nobody's

struct Limits {
    double cellRadius = 0;  ///< px
    std::int64_t speck = 0; ///< px^2
};

Limits limitsOf(const base::Image& map, const SemanticSplitOptions& options)
{
    const double side = std::max(map.width, map.height);
    const double fragment = std::max(1., side * options.smallestFragmentRadius);
    return {std::max(2., side * options.smallestCellRadius),
            std::int64_t(std::ceil(std::numbers::pi * fragment * fragment))};
}

std::uint8_t depthOf(std::uint8_t label, const SemanticClasses& classes)
{
    if (label == kUnknownClass)
        return DepthMap::kAnyDepth;
    return label == classes.cell ? 1 : label == classes.overlap ? 2 : 0;
}

Bitmap pixelsOf(const base::Image& map, std::uint8_t label)
{
    Bitmap pixels(map.width, map.height);
    const auto* first = map.row<std::uint8_t>(0);
    for (std::size_t i = 0; i < pixels.pixels.size(); ++i)
        pixels.pixels[i] = first[i] == label;
    return pixels;
}

std::vector<RleMask> fragmentsOf(const base::Image& map, const SemanticClasses& classes, std::int64_t speck)
{
    std::vector<RleMask> fragments;
    if (classes.fragment == kUnknownClass)
        return fragments;
    for (const RleMask& piece : components(RleMask(pixelsOf(map, classes.fragment))))
        if (piece.area() >= speck)
            fragments.push_back(withoutHoles(piece));
    return fragments;
}

/// The cells' part of a map, made smaller so that the search is quick.
struct Reduction {
    DepthMap map;
    double left = 0, top = 0; ///< px of the full map
    double scale = 1;         ///< px of the full map per px

    Ellipse toFull(Ellipse e) const
    {
        return {{left + e.center.x * scale, top + e.center.y * scale}, e.a * scale, e.b * scale, e.angle};
    }
};

Reduction reduced(const base::Image& map, const base::Box& box, const SemanticClasses& classes)
{
    Reduction out;
    out.scale = std::max(1., std::max(box.width(), box.height()) / double(kSearchSide));
    out.left = std::max(0., box.x1 - kRoom * out.scale);
    out.top = std::max(0., box.y1 - kRoom * out.scale);
    const double right = std::min(double(map.width), box.x2 + kRoom * out.scale);
    const double bottom = std::min(double(map.height), box.y2 + kRoom * out.scale);
    out.map.width = std::max(1, int((right - out.left) / out.scale));
    out.map.height = std::max(1, int((bottom - out.top) / out.scale));
    for (int y = 0; y < out.map.height; ++y)
        for (int x = 0; x < out.map.width; ++x) {
            const int fullX = std::min(map.width - 1, int(out.left + (x + .5) * out.scale));
            const int fullY = std::min(map.height - 1, int(out.top + (y + .5) * out.scale));
            out.map.depths.push_back(depthOf(map.row<std::uint8_t>(fullY)[fullX], classes));
        }
    return out;
}

std::vector<Ellipse> ellipsesOf(const base::Image& map, const base::Box& box, const SemanticClasses& classes,
                                double radius)
{
    const Reduction small = reduced(map, box, classes);
    EllipseCoverOptions options;
    options.smallestRadius = std::max(1.5, radius / small.scale);
    std::vector<std::vector<Ellipse>> starts;
    for (const double neck : kNecks) {
        auto start = cellCores(small.map, neck, options.smallestRadius);
        if (std::find(starts.begin(), starts.end(), start) == starts.end())
            starts.push_back(std::move(start));
    }
    EllipseCover best;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        EllipseCover found = coverByEllipses(small.map, std::move(starts[i]), options);
        if (i == 0 || found.cost < best.cost)
            best = std::move(found);
    }
    for (Ellipse& ellipse : best.ellipses)
        ellipse = small.toFull(ellipse);
    return best.ellipses;
}

/// Gives a pixel of depth 1 or 2 to ellipses.
void share(int x, int y, int depth, const std::vector<Ellipse>& ellipses, std::vector<Bitmap>& shares)
{
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t k = 0; k < ellipses.size(); ++k)
        order.push_back({ellipseForm(ellipses[k], x + .5, y + .5), k});
    std::sort(order.begin(), order.end());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto& [form, k] = order[rank];
        const bool isOwner = rank < std::size_t(depth) && form <= kFarthest * kFarthest;
        if (isOwner || (depth == 2 && form <= 1))
            shares[k].at(x, y) = 1;
    }
}

std::vector<Bitmap> sharesOf(const base::Image& map, const SemanticClasses& classes,
                             const std::vector<Ellipse>& ellipses)
{
    std::vector<Bitmap> shares(ellipses.size(), Bitmap(map.width, map.height));
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) {
            const std::uint8_t depth = depthOf(map.row<std::uint8_t>(y)[x], classes);
            if (depth == 1 || depth == 2)
                share(x, y, depth, ellipses, shares);
        }
    return shares;
}

} // namespace

base::Result<SemanticInstances> splitSemanticMap(const base::Image& map, const SemanticSplitOptions& options)
{
    if (map.isNull() || map.channels != 1 || map.type != base::PixelType::U8)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A semantic map is a picture with one channel of bytes, a class number per pixel.");
    const Limits limits = limitsOf(map, options);
    const SemanticClasses& classes = options.classes;
    const base::Image clean = withoutSpecks(map, limits.speck);
    SemanticInstances found;
    found.fragments = fragmentsOf(clean, classes, limits.speck);
    const RleMask all = united(RleMask(pixelsOf(clean, classes.cell)), RleMask(pixelsOf(clean, classes.overlap)));
    if (all.isEmpty())
        return found;
    const auto ellipses = ellipsesOf(clean, all.boundingBox(), classes, limits.cellRadius);
    for (const Bitmap& pixels : sharesOf(clean, classes, ellipses)) {
        RleMask cell = withoutHoles(largestComponent(RleMask(pixels)));
        if (double(cell.area()) >= std::numbers::pi * limits.cellRadius * limits.cellRadius)
            found.cells.push_back(std::move(cell));
    }
    std::stable_sort(found.cells.begin(), found.cells.end(),
                     [](const RleMask& a, const RleMask& b) { return a.area() > b.area(); });
    return found;
}

} // namespace blastoscope::masks

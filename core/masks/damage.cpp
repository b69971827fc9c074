// SPDX-License-Identifier: Apache-2.0
#include "core/masks/damage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::masks {
namespace {

constexpr double kMostBitten = 0.42;
constexpr double kLeastLeft = 0.34;

struct Pixel {
    int x = 0;
    int y = 0;
    base::Point center() const { return {x + .5, y + .5}; }
};

struct Extent {
    base::Point centroid;
    double area = 0;
    double radius = 0; ///< of a disc of that area
};

Extent extentOf(const Bitmap& shape)
{
    Extent extent;
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
            if (shape.at(x, y)) {
                extent.area += 1;
                extent.centroid.x += x + .5;
                extent.centroid.y += y + .5;
            }
    extent.centroid.x /= std::max(extent.area, 1.);
    extent.centroid.y /= std::max(extent.area, 1.);
    extent.radius = std::sqrt(extent.area / std::numbers::pi);
    return extent;
}

bool isSet(const Bitmap& shape, int x, int y)
{
    return shape.contains(x, y) && shape.at(x, y);
}

/// Set pixels with an unset neighbour.
std::vector<Pixel> outlineOf(const Bitmap& shape)
{
    std::vector<Pixel> outline;
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
            if (shape.at(x, y) &&
                !(isSet(shape, x - 1, y) && isSet(shape, x + 1, y) && isSet(shape, x, y - 1) && isSet(shape, x, y + 1)))
                outline.push_back({x, y});
    return outline;
}

template<typename Item>
const Item& anyOf(const std::vector<Item>& items, base::Random& random)
{
    return items[std::size_t(random.integer(0, int(items.size()) - 1))];
}

/// Squared distance from a point, with one direction stretched.
struct StretchedMetric {
    base::Point from;
    double c = 1;
    double s = 0;
    double stretch = 1;

    double operator()(const Pixel& pixel) const
    {
        const double dx = pixel.x + .5 - from.x, dy = pixel.y + .5 - from.y;
        const double u = c * dx + s * dy, v = (c * dy - s * dx) * stretch;
        return u * u + v * v;
    }
};

StretchedMetric drawMetric(const base::Point& from, base::Random& random)
{
    const double angle = random.uniform(0, std::numbers::pi);
    return {from, std::cos(angle), std::sin(angle), random.uniform(1, 2)};
}

/// The `count` pixels with the given value that are nearest by `metric` get the other one.
Bitmap flippedNearest(const Bitmap& shape, bool value, std::size_t count, const StretchedMetric& metric)
{
    std::vector<std::pair<double, Pixel>> candidates;
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
            if (bool(shape.at(x, y)) == value)
                candidates.emplace_back(metric({x, y}), Pixel{x, y});
    count = std::min(count, candidates.size());
    const auto end = candidates.begin() + std::ptrdiff_t(count);
    const auto nearer = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (end != candidates.end())
        std::nth_element(candidates.begin(), end, candidates.end(), nearer);
    Bitmap result = shape;
    for (auto item = candidates.begin(); item != end; ++item)
        result.at(item->second.x, item->second.y) = !value;
    return result;
}

void dab(Bitmap& shape, const base::Point& center, double radius, bool value)
{
    const int top = std::max(0, int(center.y - radius)), bottom = std::min(shape.height - 1, int(center.y + radius));
    const int left = std::max(0, int(center.x - radius)), right = std::min(shape.width - 1, int(center.x + radius));
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x)
            if (std::hypot(x + .5 - center.x, y + .5 - center.y) <= radius)
                shape.at(x, y) = value;
}

/// A point on the line from the centroid through a random point of the outline, `shift` radii beyond the latter.
base::Point beyondOutline(const Bitmap& shape, const Extent& extent, double shift, base::Random& random)
{
    const base::Point edge = anyOf(outlineOf(shape), random).center();
    const double dx = edge.x - extent.centroid.x, dy = edge.y - extent.centroid.y;
    const double length = std::max(std::hypot(dx, dy), 1e-6);
    return {edge.x + dx / length * shift * extent.radius, edge.y + dy / length * shift * extent.radius};
}

std::int64_t areaOf(const Bitmap& shape)
{
    return std::count(shape.pixels.begin(), shape.pixels.end(), std::uint8_t(1));
}

Bitmap mixture(const Bitmap& shape, base::Random& random)
{
    Bitmap result = shape;
    if (random.chance(.72)) {
        const double share = random.uniform(.03, kMostBitten);
        const double first = random.chance(.25) ? random.uniform(.3, .7) : 1;
        result = bitten(result, share * first, random);
        if (first < 1)
            result = bitten(result, share * (1 - first), random);
    }
    if (random.chance(.3))
        result = overPainted(result, random.uniform(.01, .2), random);
    if (random.chance(.3))
        result = withoutSliver(result, random.uniform(.04, .25), random);
    if (random.chance(.4))
        result = jagged(result, random.integer(4, 40), random.uniform(.05, .2), random);
    if (random.chance(.25))
        result = speckled(result, random.integer(1, 24), random);
    return result;
}

} // namespace

Bitmap bitten(const Bitmap& shape, double share, base::Random& random)
{
    const Extent extent = extentOf(shape);
    // Mostly around a point near the outline, sometimes from far away.
    const double shift = random.chance(.3) ? random.uniform(.5, 4) : random.uniform(-.3, .5);
    const base::Point from = beyondOutline(shape, extent, shift, random);
    return flippedNearest(shape, true, std::size_t(std::lround(share * extent.area)), drawMetric(from, random));
}

Bitmap overPainted(const Bitmap& shape, double share, base::Random& random)
{
    const Extent extent = extentOf(shape);
    const base::Point from = beyondOutline(shape, extent, random.uniform(-.2, .2), random);
    return flippedNearest(shape, false, std::size_t(std::lround(share * extent.area)), drawMetric(from, random));
}

Bitmap jagged(const Bitmap& shape, int strokes, double size, base::Random& random)
{
    const double radius = extentOf(shape).radius;
    const std::vector<Pixel> outline = outlineOf(shape);
    const double adding = random.uniform(.2, .8);
    Bitmap result = shape;
    for (int i = 0; i < strokes && !outline.empty(); ++i) {
        const Pixel& pixel = anyOf(outline, random);
        dab(result, pixel.center(), radius * size * random.uniform(.2, 1), random.chance(adding));
    }
    return result;
}

Bitmap withoutSliver(const Bitmap& shape, double width, base::Random& random)
{
    const Extent extent = extentOf(shape);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double c = std::cos(angle), s = std::sin(angle), band = width * extent.radius;
    const bool across = random.chance(.5);
    const double offset = across ? random.uniform(-.7, .7) * extent.radius : 0;
    Bitmap result = shape;
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x) {
            const double along = c * (x + .5 - extent.centroid.x) + s * (y + .5 - extent.centroid.y) - offset;
            const bool inBand = std::abs(along) < band / 2;
            // Along a side: what the silhouette moved by the width does not cover.
            const bool uncovered =
                !isSet(shape, int(std::floor(x + .5 + c * band)), int(std::floor(y + .5 + s * band)));
            if (across ? inBand : uncovered)
                result.at(x, y) = 0;
        }
    return areaOf(result) > 0 ? result : shape;
}

Bitmap speckled(const Bitmap& shape, int specks, base::Random& random)
{
    const Extent extent = extentOf(shape);
    Bitmap result = shape;
    for (int i = 0; i < specks; ++i) {
        const double distance = extent.radius * std::sqrt(random.uniform(0, 2)), angle = random.uniform(0, 6.28318);
        const base::Point center{extent.centroid.x + distance * std::cos(angle),
                                 extent.centroid.y + distance * std::sin(angle)};
        const bool inside = isSet(shape, int(std::floor(center.x)), int(std::floor(center.y)));
        dab(result, center, std::max(.8, extent.radius * random.uniform(.01, .06)), !inside);
    }
    return result;
}

Bitmap damaged(const Bitmap& shape, base::Random& random)
{
    if (random.chance(.08))
        return shape;
    const double least = kLeastLeft * double(areaOf(shape));
    Bitmap result = mixture(shape, random);
    std::int64_t left = 0;
    for (std::size_t i = 0; i < result.pixels.size(); ++i)
        left += result.pixels[i] & shape.pixels[i];
    return double(left) >= least ? result : bitten(shape, random.uniform(.1, .3), random);
}

} // namespace blastoscope::masks

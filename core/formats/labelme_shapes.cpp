// SPDX-License-Identifier: Apache-2.0
#include "core/formats/labelme_shapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/formats/base64.h"
#include "core/formats/json_reader.h"
#include "core/imaging/label_image.h"
#include "core/imaging/picture_header.h"
#include "core/imaging/picture_reader.h"
#include "core/masks/contour.h"

namespace blastoscope::formats {
namespace {

using base::ErrorCode;
using base::fail;
using masks::RleMask;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr double kFarthest = 1e6; ///< px

tl::unexpected<base::Error> corrupt(const std::string& what)
{
    return fail(ErrorCode::Corrupt, what);
}

base::Result<masks::Polygon> pointsOf(const json& shape)
{
    const auto list = shape.find("points");
    if (list == shape.end() || !list->is_array())
        return corrupt("A shape has no points.");
    masks::Polygon points;
    for (const json& pair : *list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
            return corrupt("A shape has a point that is not a pair of numbers.");
        points.push_back({pair[0].get<double>(), pair[1].get<double>()});
        if (!(std::abs(points.back().x) <= kFarthest && std::abs(points.back().y) <= kFarthest))
            return corrupt("A shape has a point that is not on any image.");
    }
    return points;
}

base::Result<RleMask> filled(const masks::Polygon& points, int width, int height, OutlineChecker& checker)
{
    if (points.size() < 3)
        return corrupt("An outline has fewer than three points.");
    if (const auto ok = checker.admit(points); !ok)
        return corrupt("The outlines of the file are too long to be those of real objects.");
    return masks::fromPolygon(points, width, height);
}

/// Two opposite corners, or all four.
base::Result<RleMask> rectangle(const masks::Polygon& points, int width, int height, OutlineChecker& checker)
{
    if (points.size() != 2)
        return filled(points, width, height, checker);
    const base::Point& a = points[0];
    const base::Point& b = points[1];
    return filled({a, {b.x, a.y}, b, {a.x, b.y}}, width, height, checker);
}

/// The centre and a point on the rim: all pixels whose centre lies inside.
base::Result<RleMask> circle(const masks::Polygon& points, int width, int height)
{
    if (points.size() != 2)
        return corrupt("A circle does not have two points.");
    const double radius = std::hypot(points[1].x - points[0].x, points[1].y - points[0].y);
    std::vector<std::uint32_t> counts;
    std::uint32_t end = 0;
    for (int x = 0; x < width; ++x) {
        const double dx = x + .5 - points[0].x;
        if (std::abs(dx) > radius)
            continue;
        const double half = std::sqrt(radius * radius - dx * dx);
        const double top = std::clamp(std::ceil(points[0].y - half - .5), 0.0, double(height));
        const double bottom = std::clamp(std::floor(points[0].y + half - .5) + 1, top, double(height));
        const auto from = std::uint32_t(x) * std::uint32_t(height) + std::uint32_t(top);
        counts.push_back(from - end);
        counts.push_back(std::uint32_t(bottom - top));
        end = from + counts.back();
    }
    counts.push_back(std::uint32_t(width) * std::uint32_t(height) - end);
    return RleMask::fromCounts(width, height, counts);
}

/// A picture in base64 whose first pixel lies at the first point.
base::Result<RleMask> picture(const json& shape, const masks::Polygon& points, int width, int height)
{
    const auto text = shape.find("mask");
    if (points.empty() || text == shape.end() || !text->is_string())
        return corrupt("A mask has no corner or no picture.");
    auto bytes = fromBase64(text->get_ref<const std::string&>());
    if (!bytes)
        return corrupt("The picture of a mask is not valid base64.");
    const auto header = imaging::readPictureHeader(*bytes);
    if (!header)
        return tl::unexpected(header.error());
    if (header->width > width || header->height > height)
        return corrupt("A mask is larger than its image.");
    const auto image = imaging::decodePicture(std::move(*bytes));
    if (!image)
        return tl::unexpected(image.error());
    masks::Bitmap bitmap(image->width, image->height);
    const std::size_t pixelBytes = std::size_t(image->channels) * base::bytesPerSample(image->type);
    for (std::size_t i = 0; i < bitmap.pixels.size(); ++i) {
        const std::byte* pixel = image->bytes.data() + i * pixelBytes;
        bitmap.pixels[i] = std::any_of(pixel, pixel + pixelBytes, [](std::byte b) { return b != std::byte(0); });
    }
    return RleMask::fromCrop(bitmap, int(std::lround(points[0].x)), int(std::lround(points[0].y)), width, height);
}

ordered_json toJson(const masks::Polygon& polygon)
{
    ordered_json points = ordered_json::array();
    for (const base::Point& p : polygon)
        points.push_back({p.x, p.y});
    return points;
}

} // namespace

base::Result<RleMask> maskOfShape(const json& shape, int width, int height, OutlineChecker& checker)
{
    const auto member = shape.find("shape_type");
    const std::string type = member != shape.end() && member->is_string() ? member->get<std::string>() : "polygon";
    const auto points = pointsOf(shape);
    if (!points)
        return tl::unexpected(points.error());
    if (type == "polygon" || type == "rotation")
        return filled(*points, width, height, checker);
    if (type == "rectangle")
        return rectangle(*points, width, height, checker);
    if (type == "circle")
        return circle(*points, width, height);
    if (type == "mask")
        return picture(shape, *points, width, height);
    return fail(ErrorCode::Unsupported, "A shape of the type \"" + type.substr(0, 40) + "\" is no silhouette.");
}

base::Result<ordered_json> shapesOfMask(const RleMask& mask)
{
    const auto outlines = masks::traceOutlines(mask);
    ordered_json shapes = ordered_json::array();
    const bool hasHoles = std::any_of(outlines.begin(), outlines.end(), [](const auto& o) { return o.isHole; });
    if (!hasHoles) {
        for (const masks::Outline& outline : outlines)
            shapes.push_back({{"points", toJson(outline.points)}, {"shape_type", "polygon"}, {"mask", nullptr}});
        return shapes;
    }
    const base::Box box = mask.boundingBox();
    const masks::Bitmap crop = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    const auto png = imaging::encodeMaskPng(crop.width, crop.height, crop.pixels);
    if (!png)
        return tl::unexpected(png.error());
    shapes.push_back({{"points", toJson({{box.x1, box.y1}, {box.x2 - 1, box.y2 - 1}})},
                      {"shape_type", "mask"},
                      {"mask", toBase64(*png)}});
    return shapes;
}

} // namespace blastoscope::formats

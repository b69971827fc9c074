// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_json.h"

#include <limits>
#include <string>
#include <vector>

#include "core/formats/outline_checker.h"
#include "core/masks/contour.h"

namespace blastoscope::formats {

using nlohmann::json;
using nlohmann::ordered_json;

namespace {

tl::unexpected<base::Error> corrupt(const std::string& what)
{
    return base::fail(base::ErrorCode::Corrupt, what);
}

base::Result<masks::RleMask> maskFromPolygons(const json& list, int width, int height, OutlineChecker& checker)
{
    std::vector<masks::Polygon> polygons;
    for (const json& flat : list) {
        auto polygon = polygonFromJson(flat);
        if (!polygon)
            return tl::unexpected(polygon.error());
        if (const auto ok = checker.admit(*polygon); !ok)
            return tl::unexpected(ok.error());
        polygons.push_back(std::move(*polygon));
    }
    return masks::fromPolygons(polygons, width, height);
}

base::Result<masks::RleMask> maskFromRle(const json& rle, int width, int height)
{
    const auto size = rle.find("size");
    const auto counts = rle.find("counts");
    if (size == rle.end() || counts == rle.end())
        return corrupt("a run-length mask lacks \"size\" or \"counts\"");
    if (*size != json::array({height, width}))
        return corrupt("a run-length mask of size " + size->dump().substr(0, 40) +
                       " does not fit its image of height " + std::to_string(height) + " and width " +
                       std::to_string(width));
    if (counts->is_string())
        return masks::RleMask::fromString(width, height, counts->get_ref<const std::string&>());
    if (!counts->is_array())
        return corrupt("the \"counts\" of a run-length mask are neither a text nor a list");
    std::vector<std::uint32_t> runs;
    for (const json& run : *counts) {
        if (!run.is_number_unsigned() || run.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
            return corrupt("the \"counts\" of a run-length mask contain something that is not a run length");
        runs.push_back(run.get<std::uint32_t>());
    }
    return masks::RleMask::fromCounts(width, height, runs);
}

} // namespace

base::Result<masks::Polygon> polygonFromJson(const json& flat)
{
    if (!flat.is_array() || flat.size() < 6 || flat.size() % 2 != 0)
        return corrupt("a polygon is not a list of at least three x, y pairs");
    masks::Polygon polygon;
    for (std::size_t i = 0; i < flat.size(); i += 2) {
        if (!flat[i].is_number() || !flat[i + 1].is_number())
            return corrupt("a polygon contains something that is not a number");
        polygon.push_back({flat[i].get<double>(), flat[i + 1].get<double>()});
    }
    return polygon;
}

base::Result<masks::RleMask> maskFromJson(const json& segmentation, int width, int height, OutlineChecker& checker)
{
    if (segmentation.is_object())
        return maskFromRle(segmentation, width, height);
    if (segmentation.is_array())
        return maskFromPolygons(segmentation, width, height, checker);
    return corrupt("a segmentation is neither a list of polygons nor a run-length mask");
}

ordered_json rleToJson(const masks::RleMask& mask)
{
    return {{"size", {mask.height(), mask.width()}}, {"counts", mask.toString()}};
}

ordered_json polygonsToJson(const masks::RleMask& mask)
{
    ordered_json polygons = ordered_json::array();
    for (const masks::Outline& outline : masks::traceOutlines(mask)) {
        if (outline.isHole)
            continue;
        ordered_json flat = ordered_json::array();
        for (const base::Point& p : outline.points) {
            flat.push_back(p.x);
            flat.push_back(p.y);
        }
        polygons.push_back(std::move(flat));
    }
    return polygons;
}

ordered_json boxToJson(const base::Box& box)
{
    return {box.x1, box.y1, box.width(), box.height()};
}

} // namespace blastoscope::formats

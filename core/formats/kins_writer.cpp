// SPDX-License-Identifier: Apache-2.0
#include "core/formats/kins_writer.h"

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "core/annotation/visible_parts.h"
#include "core/base/file_io.h"
#include "core/base/union_find.h"
#include "core/formats/coco_annotation.h"
#include "core/formats/coco_json.h"
#include "core/formats/label_masks.h"
#include "core/masks/contour.h"
#include "core/masks/visibility.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using masks::RleMask;
using nlohmann::ordered_json;

/// The columns from `left` up to, but without, `right`.
RleMask columns(const RleMask& mask, int left, int right)
{
    return RleMask::fromCrop(mask.crop(left, 0, right - left, mask.height()), left, 0, mask.width(), mask.height());
}

/// Polygons that together are the mask: one with a hole is cut through the hole.
void appendPolygons(const RleMask& mask, ordered_json& polygons)
{
    const auto outlines = masks::traceOutlines(mask);
    const auto hole = std::find_if(outlines.begin(), outlines.end(), [](const auto& o) { return o.isHole; });
    if (hole == outlines.end()) {
        for (ordered_json& polygon : polygonsToJson(mask))
            polygons.push_back(std::move(polygon));
        return;
    }
    double left = mask.width();
    for (const base::Point& point : hole->points)
        left = std::min(left, point.x);
    const int cut = int(left) + 1; // behind the first column of the hole, which opens it to that side
    appendPolygons(columns(mask, 0, cut), polygons);
    appendPolygons(columns(mask, cut, mask.width()), polygons);
}

ordered_json polygonsOf(const RleMask& mask)
{
    ordered_json polygons = ordered_json::array();
    appendPolygons(mask, polygons);
    return polygons;
}

/// Where an object lies among those that it overlaps.
struct Place {
    std::size_t cluster = 0; ///< "oco_id"; 0 where it overlaps nothing
    int order = 0;           ///< "ico_id"
};

/// The sequences of KINS for one frame: a cluster is what known depth relations of overlapping objects tie together.
class Sequences {
public:
    explicit Sequences(const FrameAnnotation& frame) : m_frame(frame), m_places(frame.instances.size())
    {
        std::vector<RleMask> silhouettes;
        std::unordered_map<annotation::InstanceId, std::size_t> indexOf;
        for (std::size_t i = 0; i < frame.instances.size(); ++i) {
            silhouettes.push_back(frame.instances[i].amodal);
            indexOf[frame.instances[i].id] = i;
        }
        for (const annotation::DepthRelation& relation : frame.order)
            if (indexOf.contains(relation.nearer) && indexOf.contains(relation.farther))
                m_covers.push_back({indexOf[relation.nearer], indexOf[relation.farther]});
        m_overlaps = masks::overlappingPairs(silhouettes);
        numberClusters();
        numberObjects();
    }

    const Place& placeOf(std::size_t instance) const { return m_places[instance]; }

    void report(const std::string& file, ExchangeReport& report) const
    {
        for (const auto& [near, far] : m_covers) {
            if (!overlap(near, far))
                report.drop(file, "KINS has no place for the depth order of objects that do not overlap.");
            else if (m_places[near].order >= m_places[far].order)
                report.change(file, "Depth relations that run in a circle do not fit into KINS; one of them is left "
                                    "out or turned round.");
        }
        for (const auto& [a, b] : m_overlaps)
            if (!isKnown(a, b) && m_places[a].cluster == m_places[b].cluster && m_places[a].order != m_places[b].order)
                report.change(file, "Two overlapping objects without a known depth order got one, because KINS counts "
                                    "objects that are tied together front to back.");
    }

private:
    bool overlap(std::size_t a, std::size_t b) const
    {
        const masks::SilhouettePair pair{std::min(a, b), std::max(a, b)};
        return std::find(m_overlaps.begin(), m_overlaps.end(), pair) != m_overlaps.end();
    }

    bool isKnown(std::size_t a, std::size_t b) const
    {
        return std::any_of(m_covers.begin(), m_covers.end(), [&](const masks::Cover& cover) {
            return cover == masks::Cover{a, b} || cover == masks::Cover{b, a};
        });
    }

    void numberClusters()
    {
        base::UnionFind clusters(m_places.size()); // roots are the first instances
        for (const auto& [a, b] : m_overlaps)
            if (isKnown(a, b)) {
                const std::size_t p = clusters.rootOf(a), q = clusters.rootOf(b);
                clusters.join(std::min(p, q), std::max(p, q));
            }
        for (const auto& [a, b] : m_overlaps)
            for (const std::size_t i : {a, b})
                m_places[i] = {clusters.rootOf(i) + 1, 1};
    }

    /// Each object lies one place behind the farthest of those that cover it.
    void numberObjects()
    {
        for (const std::size_t i : nearestFirst(m_frame))
            for (const auto& [near, far] : m_covers)
                if (near == i && overlap(near, far))
                    m_places[far].order = std::max(m_places[far].order, m_places[near].order + 1);
    }

    const FrameAnnotation& m_frame;
    std::vector<masks::Cover> m_covers; ///< the depth order
    std::vector<masks::SilhouettePair> m_overlaps;
    std::vector<Place> m_places;
};

ordered_json toJson(const CocoAnnotation& annotation, const std::optional<RleMask>& visible, const Place& place)
{
    ordered_json out = {{"id", annotation.id},
                        {"image_id", annotation.imageId},
                        {"category_id", annotation.categoryId},
                        {"iscrowd", 0},
                        {"a_bbox", boxToJson(annotation.box)},
                        {"a_segm", polygonsOf(*annotation.segmentation)}};
    if (visible) {
        out["i_bbox"] = boxToJson(visible->boundingBox());
        out["i_segm"] = polygonsOf(*visible);
    }
    out["oco_id"] = place.cluster;
    out["ico_id"] = place.order;
    return out;
}

} // namespace

std::string toKinsText(const std::vector<AnnotatedFrame>& frames, ExchangeReport& report)
{
    const CocoDataset dataset = toCoco(frames); // numbers images, objects and categories
    ordered_json out = {{"info", {{"description", dataset.description}, {"version", "1"}}}};
    out["categories"] = ordered_json::array();
    for (const auto& [id, name] : dataset.categories) {
        out["categories"].push_back({{"id", id}, {"name", name}});
        if (dataset.ownNames.contains(id))
            out["categories"].back()["own_name"] = true;
    }
    out["images"] = ordered_json::array();
    out["annotations"] = ordered_json::array();
    auto annotation = dataset.annotations.begin();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const CocoImage& image = dataset.images[i];
        out["images"].push_back(
            {{"id", image.id}, {"file_name", image.fileName}, {"width", image.width}, {"height", image.height}});
        const Sequences sequences(frames[i].annotation);
        sequences.report(frames[i].fileName, report);
        const auto visible = annotation::visibleParts(frames[i].annotation);
        for (std::size_t k = 0; k < visible.size(); ++k)
            out["annotations"].push_back(toJson(*annotation++, visible[k], sequences.placeOf(k)));
    }
    return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

base::Status writeKins(const std::vector<AnnotatedFrame>& frames, const std::filesystem::path& path,
                       ExchangeReport& report)
{
    return base::writeTextFile(path, toKinsText(frames, report));
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco.h"

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/formats/coco_json.h"

namespace blastoscope::formats {
namespace {

using nlohmann::ordered_json;

template<typename T>
void setIfKnown(ordered_json& object, const char* key, const std::optional<T>& value)
{
    if (value)
        object[key] = *value;
}

void setIfKnown(ordered_json& object, const char* key, const std::string& value)
{
    if (!value.empty())
        object[key] = value;
}

/// JSON text from a file as a value; it was checked when it was read.
void setIfKnownJson(ordered_json& object, const char* key, const std::string& text)
{
    if (text.empty())
        return;
    ordered_json value = ordered_json::parse(text, nullptr, false);
    if (value.is_object())
        object[key] = std::move(value);
}

ordered_json toJson(const CocoImage& image)
{
    ordered_json out = {
        {"id", image.id}, {"file_name", image.fileName}, {"width", image.width}, {"height", image.height}};
    setIfKnown(out, "um_per_px", image.umPerPixel);
    setIfKnown(out, "time_hours", image.timeHours);
    setIfKnown(out, "t0_hours", image.t0Hours);
    setIfKnown(out, "time_source", image.timeSource);
    setIfKnown(out, "embryo_id", image.embryoId);
    setIfKnown(out, "frame_index", image.frameIndex);
    setIfKnown(out, "sha256", image.sha256);
    if (!image.order.empty()) {
        out["order"] = ordered_json::array();
        for (const CocoOrder& order : image.order)
            out["order"].push_back({order.nearer, order.farther});
    }
    setIfKnown(out, "review", image.review);
    if (!image.qcFlags.empty())
        out["qc_flags"] = image.qcFlags;
    for (const base::Box& box : image.embryoBoxes)
        out["embryo_boxes"].push_back(boxToJson(box));
    if (image.segmented)
        out["segmented"] = true;
    setIfKnownJson(out, "labelme", image.labelme);
    return out;
}

ordered_json toJson(const CocoAnnotation& annotation, MaskForm form)
{
    ordered_json out = {{"id", annotation.id},
                        {"image_id", annotation.imageId},
                        {"category_id", annotation.categoryId},
                        {"iscrowd", annotation.isCrowd ? 1 : 0},
                        {"bbox", boxToJson(annotation.box)},
                        {"area", annotation.area}};
    if (annotation.segmentation) {
        const bool asPolygons = form == MaskForm::Polygons && !annotation.isCrowd;
        out["segmentation"] =
            asPolygons ? polygonsToJson(*annotation.segmentation) : rleToJson(*annotation.segmentation);
    }
    if (annotation.visibleMask)
        out["visible_mask"] = rleToJson(*annotation.visibleMask);
    if (annotation.visibleMask && annotation.visibleDerived)
        out["visible_derived"] = true;
    setIfKnown(out, "score", annotation.score);
    setIfKnown(out, "instance_id", annotation.instanceId);
    setIfKnown(out, "track_id", annotation.trackId);
    setIfKnown(out, "origin", annotation.origin);
    setIfKnown(out, "model_sha256", annotation.modelSha256);
    if (annotation.locked)
        out["locked"] = true;
    setIfKnownJson(out, "labelme", annotation.labelme);
    return out;
}

/// A list with one element per line: short to read for people, quick to compare.
template<typename Element, typename Convert>
std::string toLines(const std::vector<Element>& elements, Convert convert)
{
    std::string text = "[";
    for (std::size_t i = 0; i < elements.size(); ++i) {
        text += i == 0 ? "\n" : ",\n";
        // File names in a foreign encoding must not end a long computation with an exception.
        text += convert(elements[i]).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
    return text + (elements.empty() ? "]" : "\n]");
}

} // namespace

std::string toCocoText(const CocoDataset& dataset, MaskForm form)
{
    ordered_json categories = ordered_json::array();
    for (const auto& [id, name] : dataset.categories) {
        categories.push_back({{"id", id}, {"name", name}});
        if (dataset.ownNames.contains(id))
            categories.back()["own_name"] = true;
    }
    const ordered_json info = {{"description", dataset.description}, {"version", "1"}};
    std::string text = "{\"info\": " + info.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    text += ",\n\"categories\": " + categories.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    text += ",\n\"images\": " + toLines(dataset.images, [](const CocoImage& image) { return toJson(image); });
    text += ",\n\"annotations\": " +
            toLines(dataset.annotations, [form](const CocoAnnotation& a) { return toJson(a, form); });
    return text + "}\n";
}

std::string toCocoText(const std::vector<CocoResult>& results)
{
    return toLines(results,
                   [](const CocoResult& result) {
                       ordered_json out = {{"image_id", result.imageId}, {"category_id", result.categoryId}};
                       if (result.box)
                           out["bbox"] = boxToJson(*result.box);
                       if (result.segmentation)
                           out["segmentation"] = rleToJson(*result.segmentation);
                       out["score"] = result.score;
                       return out;
                   }) +
           "\n";
}

base::Status writeCocoDataset(const CocoDataset& dataset, const std::filesystem::path& path, MaskForm form)
{
    return base::writeTextFile(path, toCocoText(dataset, form));
}

base::Status writeCocoResults(const std::vector<CocoResult>& results, const std::filesystem::path& path)
{
    return base::writeTextFile(path, toCocoText(results));
}

} // namespace blastoscope::formats

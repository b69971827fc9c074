// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/formats/coco_json.h"
#include "core/formats/image_limits.h"
#include "core/formats/json_reader.h"
#include "core/formats/outline_checker.h"

namespace blastoscope::formats {
namespace {

using nlohmann::json;

using ImageById = std::unordered_map<std::int64_t, const CocoImage*>;

ImageById indexImages(const CocoDataset& dataset)
{
    ImageById index;
    for (const CocoImage& image : dataset.images)
        index.emplace(image.id, &image);
    return index;
}

/// `file, annotation 17`; the position in the list when there is no usable id.
std::string placeOf(const std::string& fileName, const char* kind, const json& element, std::size_t position)
{
    if (element.is_object() && element.contains("id") && element["id"].is_number_integer())
        return fileName + ", " + kind + " " + element["id"].dump();
    return fileName + ", " + kind + " at position " + std::to_string(position + 1);
}

std::vector<CocoOrder> readOrder(JsonReader& reader)
{
    std::vector<CocoOrder> order;
    for (const json& pair : reader.list("order", false)) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_integer() || !pair[1].is_number_integer()) {
            reader.fail("\"order\" contains something that is not a pair of annotation ids");
            return {};
        }
        order.push_back({pair[0].get<std::int64_t>(), pair[1].get<std::int64_t>()});
    }
    return order;
}

std::vector<base::Box> readEmbryoBoxes(JsonReader& reader)
{
    std::vector<base::Box> boxes;
    for (const json& box : reader.list("embryo_boxes", false)) {
        const bool fits = box.is_array() && box.size() == 4 &&
                          std::all_of(box.begin(), box.end(), [](const json& value) { return value.is_number(); });
        if (!fits || box[2].get<double>() < 0 || box[3].get<double>() < 0) {
            reader.fail("\"embryo_boxes\" contains something that is not [x, y, width, height]");
            return {};
        }
        const double x = box[0], y = box[1], width = box[2], height = box[3];
        boxes.push_back({x, y, x + width, y + height});
    }
    return boxes;
}

CocoImage readImage(JsonReader& reader)
{
    CocoImage image;
    image.id = reader.integer("id");
    image.fileName = reader.optionalText("file_name");
    image.width = reader.integerIn("width", 1, kLargestSide);
    image.height = reader.integerIn("height", 1, kLargestSide);
    if (std::int64_t(image.width) * image.height > kMostPixels)
        reader.fail("the image has more than 268 megapixels");
    image.umPerPixel = reader.optionalNumber("um_per_px");
    if (image.umPerPixel && *image.umPerPixel <= 0)
        reader.fail("\"um_per_px\" is not positive");
    image.timeHours = reader.optionalNumber("time_hours");
    image.t0Hours = reader.optionalNumber("t0_hours");
    image.timeSource = reader.optionalText("time_source");
    image.embryoId = reader.optionalText("embryo_id");
    image.frameIndex = reader.optionalInt("frame_index");
    image.sha256 = reader.optionalText("sha256");
    image.order = readOrder(reader);
    image.review = reader.optionalText("review");
    image.qcFlags = reader.optionalTexts("qc_flags");
    image.embryoBoxes = readEmbryoBoxes(reader);
    image.segmented = reader.optionalFlag("segmented");
    image.labelme = reader.optionalObjectText("labelme");
    return image;
}

/// The mask under `key`, if there is one. Polygons may be an empty list in files that only hold boxes.
std::optional<masks::RleMask> readMask(JsonReader& reader, const char* key, const CocoImage& image,
                                       OutlineChecker& checker)
{
    const json* member = reader.optionalMember(key);
    if (!member || (member->is_array() && member->empty()))
        return std::nullopt;
    auto mask = maskFromJson(*member, image.width, image.height, checker);
    if (!mask) {
        reader.fail(std::string("\"") + key + "\": " + mask.error().message);
        return std::nullopt;
    }
    return std::move(*mask);
}

std::optional<base::Box> readBox(JsonReader& reader)
{
    const std::vector<double> xywh = reader.optionalNumbers("bbox", 4);
    if (xywh.size() != 4)
        return std::nullopt;
    if (xywh[2] < 0 || xywh[3] < 0) {
        reader.fail("\"bbox\" has a negative size");
        return std::nullopt;
    }
    return base::Box{xywh[0], xywh[1], xywh[0] + xywh[2], xywh[1] + xywh[3]};
}

const CocoImage* findImage(JsonReader& reader, const ImageById& images)
{
    const std::int64_t id = reader.integer("image_id");
    if (reader.hasFailed())
        return nullptr;
    const auto it = images.find(id);
    if (it == images.end()) {
        reader.fail("there is no image " + std::to_string(id));
        return nullptr;
    }
    return it->second;
}

CocoAnnotation readAnnotation(JsonReader& reader, const ImageById& images, OutlineChecker& checker)
{
    CocoAnnotation annotation;
    const CocoImage* image = findImage(reader, images);
    if (!image)
        return annotation;
    annotation.id = reader.integer("id");
    annotation.imageId = image->id;
    annotation.categoryId = reader.integerIn("category_id", 0, std::numeric_limits<int>::max());
    annotation.segmentation = readMask(reader, "segmentation", *image, checker);
    const auto box = readBox(reader);
    if (!box && !annotation.segmentation)
        reader.fail("there is neither a \"segmentation\" nor a \"bbox\"");
    if (reader.hasFailed())
        return annotation;
    annotation.box = box ? *box : annotation.segmentation->boundingBox();
    annotation.area = reader.optionalNumber("area").value_or(
        annotation.segmentation ? double(annotation.segmentation->area()) : annotation.box.area());
    annotation.isCrowd = reader.optionalFlag("iscrowd");
    annotation.visibleMask = readMask(reader, "visible_mask", *image, checker);
    annotation.visibleDerived = reader.optionalFlag("visible_derived");
    annotation.score = reader.optionalNumber("score");
    annotation.instanceId = reader.optionalInt("instance_id");
    annotation.trackId = reader.optionalInt("track_id");
    annotation.origin = reader.optionalText("origin");
    annotation.modelSha256 = reader.optionalText("model_sha256");
    annotation.locked = reader.optionalFlag("locked");
    annotation.labelme = reader.optionalObjectText("labelme");
    return annotation;
}

base::Status readCategories(JsonReader& root, const std::string& fileName, CocoDataset& dataset)
{
    const json& list = root.list("categories", false);
    for (std::size_t i = 0; i < list.size(); ++i) {
        JsonReader reader(list[i], placeOf(fileName, "category", list[i], i));
        const int id = reader.integerIn("id", 0, std::numeric_limits<int>::max());
        const std::string name = reader.optionalText("name");
        if (!reader.hasFailed() && !dataset.categories.emplace(id, name).second)
            reader.fail("the id is used twice");
        if (reader.optionalFlag("own_name") && !name.empty())
            dataset.ownNames.insert(id);
        if (reader.hasFailed())
            return tl::unexpected(reader.error());
    }
    return {};
}

base::Status readImages(JsonReader& root, const std::string& fileName, CocoDataset& dataset)
{
    const json& list = root.list("images", true);
    std::unordered_set<std::int64_t> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        JsonReader reader(list[i], placeOf(fileName, "image", list[i], i));
        CocoImage image = readImage(reader);
        if (!reader.hasFailed() && !ids.insert(image.id).second)
            reader.fail("the id is used twice");
        if (reader.hasFailed())
            return tl::unexpected(reader.error());
        dataset.images.push_back(std::move(image));
    }
    return {};
}

std::int64_t integerOr0(const json& object, const char* key)
{
    if (!object.is_object() || !object.contains(key) || !object[key].is_number_integer())
        return 0;
    return object[key].get<std::int64_t>();
}

/// Without `problems` the first wrong annotation ends the reading.
base::Status readAnnotations(JsonReader& root, const std::string& fileName, CocoDataset& dataset,
                             OutlineChecker& checker, std::vector<CocoProblem>* problems)
{
    const ImageById images = indexImages(dataset);
    const json& list = root.list("annotations", true);
    std::unordered_set<std::int64_t> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const json& element = list[i];
        JsonReader reader(element, problems ? "An annotation" : placeOf(fileName, "annotation", element, i));
        checker.takeCrossed();
        CocoAnnotation annotation = readAnnotation(reader, images, checker);
        if (!reader.hasFailed() && !ids.insert(annotation.id).second)
            reader.fail("the id is used twice");
        if (reader.hasFailed() && !problems)
            return tl::unexpected(reader.error());
        if (reader.hasFailed()) {
            problems->push_back(
                {integerOr0(element, "id"), integerOr0(element, "image_id"), reader.error().message, true});
            continue;
        }
        if (problems && checker.takeCrossed())
            problems->push_back({annotation.id, annotation.imageId,
                                 "An outline crosses itself; it was filled by the even-odd rule.", false});
        dataset.annotations.push_back(std::move(annotation));
    }
    return {};
}

/// Forgets relations to annotations that were left out.
void removeBrokenOrders(CocoDataset& dataset, std::vector<CocoProblem>& problems)
{
    std::unordered_map<std::int64_t, std::int64_t> imageOf;
    for (const CocoAnnotation& annotation : dataset.annotations)
        imageOf.emplace(annotation.id, annotation.imageId);
    const auto belongs = [&](std::int64_t id, const CocoImage& image) {
        const auto it = imageOf.find(id);
        return it != imageOf.end() && it->second == image.id;
    };
    for (CocoImage& image : dataset.images) {
        const auto removed = std::erase_if(image.order, [&](const CocoOrder& order) {
            return order.nearer == order.farther || !belongs(order.nearer, image) || !belongs(order.farther, image);
        });
        for (std::size_t i = 0; i < removed; ++i)
            problems.push_back({0, image.id, "A depth relation names an annotation that is not there.", true});
    }
}

base::Status checkOrders(const std::string& fileName, const CocoDataset& dataset)
{
    std::unordered_map<std::int64_t, std::int64_t> imageOf;
    for (const CocoAnnotation& annotation : dataset.annotations)
        imageOf.emplace(annotation.id, annotation.imageId);
    for (const CocoImage& image : dataset.images)
        for (const CocoOrder& order : image.order)
            for (const std::int64_t id : {order.nearer, order.farther}) {
                const auto it = imageOf.find(id);
                if (it == imageOf.end() || it->second != image.id || order.nearer == order.farther)
                    return base::fail(base::ErrorCode::Corrupt, fileName + ", image " + std::to_string(image.id) +
                                                                    ": \"order\" names annotation " +
                                                                    std::to_string(id) +
                                                                    ", which is not another one of this image.");
            }
    return {};
}

CocoResult readResult(JsonReader& reader, const ImageById& images, OutlineChecker& checker)
{
    CocoResult result;
    const CocoImage* image = findImage(reader, images);
    if (!image)
        return result;
    result.imageId = image->id;
    result.categoryId = reader.integerIn("category_id", 0, std::numeric_limits<int>::max());
    result.score = reader.number("score");
    result.segmentation = readMask(reader, "segmentation", *image, checker);
    result.box = readBox(reader);
    if (!result.segmentation && !result.box)
        reader.fail("there is neither a \"segmentation\" nor a \"bbox\"");
    return result;
}

base::Result<CocoDataset> parse(const std::string& text, const std::string& fileName,
                                std::vector<CocoProblem>* problems)
{
    const auto document = parseJson(text, fileName);
    if (!document)
        return tl::unexpected(document.error());
    JsonReader root(*document, fileName);
    CocoDataset dataset;
    if (const json* info = root.optionalMember("info"); info && info->is_object()) {
        JsonReader infoReader(*info, fileName + ", info");
        dataset.description = infoReader.optionalText("description");
    }
    for (const auto& read : {readCategories, readImages})
        if (const auto ok = read(root, fileName, dataset); !ok)
            return tl::unexpected(ok.error());
    OutlineChecker checker(text.size());
    if (const auto ok = readAnnotations(root, fileName, dataset, checker, problems); !ok)
        return tl::unexpected(ok.error());
    if (root.hasFailed())
        return tl::unexpected(root.error());
    return dataset;
}

} // namespace

const CocoImage* CocoDataset::findImage(std::int64_t id) const
{
    const auto it = std::find_if(images.begin(), images.end(), [id](const CocoImage& i) { return i.id == id; });
    return it == images.end() ? nullptr : &*it;
}

base::Result<CocoDataset> parseCocoDataset(const std::string& text, const std::string& fileName)
{
    auto dataset = parse(text, fileName, nullptr);
    if (!dataset)
        return dataset;
    if (const auto ok = checkOrders(fileName, *dataset); !ok)
        return tl::unexpected(ok.error());
    return dataset;
}

base::Result<CocoDataset> parseCocoDataset(const std::string& text, const std::string& fileName,
                                           std::vector<CocoProblem>& problems)
{
    auto dataset = parse(text, fileName, &problems);
    if (dataset)
        removeBrokenOrders(*dataset, problems);
    return dataset;
}

base::Result<std::vector<CocoResult>> parseCocoResults(const std::string& text, const std::string& fileName,
                                                       const CocoDataset& dataset)
{
    const auto document = parseJson(text, fileName);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->is_array())
        return base::fail(base::ErrorCode::Corrupt, fileName + " is not a list of COCO results.");
    const ImageById images = indexImages(dataset);
    std::vector<CocoResult> results;
    OutlineChecker checker(text.size());
    for (std::size_t i = 0; i < document->size(); ++i) {
        JsonReader reader((*document)[i], placeOf(fileName, "result", (*document)[i], i));
        results.push_back(readResult(reader, images, checker));
        if (reader.hasFailed())
            return tl::unexpected(reader.error());
    }
    return results;
}

base::Result<CocoDataset> readCocoDataset(const std::filesystem::path& path)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return parseCocoDataset(*text, path.filename().string());
}

base::Result<std::vector<CocoResult>> readCocoResults(const std::filesystem::path& path, const CocoDataset& dataset)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return parseCocoResults(*text, path.filename().string(), dataset);
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "core/formats/cocoa_reader.h"

#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "core/base/file_io.h"
#include "core/formats/coco_json.h"
#include "core/formats/image_limits.h"
#include "core/formats/json_reader.h"
#include "core/formats/outline_checker.h"
#include "core/formats/picture_folder.h"

namespace blastoscope::formats {
namespace {

using annotation::Instance;
using nlohmann::json;

struct ImageEntry {
    std::string fileName;
    int width = 0;
    int height = 0;
};

class CocoaParser {
public:
    CocoaParser(const json& document, std::string fileName, std::size_t fileBytes, const ImportContext& context)
        : m_root(document, fileName), m_file(std::move(fileName)), m_checker(fileBytes), m_context(context)
    {
    }

    base::Result<std::vector<ForeignFrame>> parse()
    {
        for (const json& image : m_root.list("images", false)) {
            JsonReader reader(image, m_file + ", an image");
            const std::int64_t id = reader.integer("id");
            ImageEntry entry{reader.optionalText("file_name"), reader.optionalInt("width").value_or(0),
                             reader.optionalInt("height").value_or(0)};
            if (reader.hasFailed())
                return tl::unexpected(reader.error());
            m_images[id] = std::move(entry);
        }
        std::vector<ForeignFrame> frames;
        for (const json& annotation : m_root.list("annotations", true)) {
            auto frame = readFrame(annotation);
            if (frame)
                frames.push_back(std::move(*frame));
        }
        if (m_root.hasFailed())
            return tl::unexpected(m_root.error());
        for (std::size_t i = 0; i < frames.size(); ++i)
            frames[i].frame.frameIndex = int(i);
        return frames;
    }

private:
    std::optional<ForeignFrame> readFrame(const json& annotation)
    {
        JsonReader reader(annotation, "An annotation");
        const std::int64_t imageId = reader.integer("image_id");
        if (!reader.hasFailed() && !m_seen.insert(imageId).second) {
            m_context.report.drop(m_images[imageId].fileName, "A second author described the same picture.");
            return std::nullopt;
        }
        ForeignFrame foreign;
        ImageEntry entry = m_images[imageId];
        foreign.frame.fileName = entry.fileName.empty() ? std::to_string(imageId) : entry.fileName;
        foreign.file = foreign.frame.fileName;
        if (entry.width <= 0 || entry.height <= 0)
            if (const auto picture = m_context.pictures.find(foreign.frame.fileName))
                entry = {picture->name, picture->width, picture->height};
        foreign.frame.annotation.width = entry.width;
        foreign.frame.annotation.height = entry.height;
        const bool valid = entry.width > 0 && entry.height > 0 && entry.width <= kLargestSide &&
                           entry.height <= kLargestSide && std::int64_t(entry.width) * entry.height <= kMostPixels;
        if (!valid && !reader.hasFailed())
            reader.fail("the size of its picture is not known; say where the pictures are");
        const json& regions = reader.list("regions", true);
        const std::string constraints = reader.optionalText("depth_constraint");
        if (reader.hasFailed()) {
            m_context.report.drop(foreign.file.empty() ? m_file : foreign.file, reader.error().message);
            return std::nullopt;
        }
        for (std::size_t i = 0; i < regions.size(); ++i)
            addRegion(regions[i], int(i) + 1, foreign);
        addOrder(constraints, foreign);
        return foreign;
    }

    /// The id of an instance is its place in "regions", which the depth constraints count.
    void addRegion(const json& region, int id, ForeignFrame& foreign)
    {
        JsonReader reader(region, "A region");
        auto& frame = foreign.frame.annotation;
        if (reader.optionalFlag("isStuff")) {
            m_context.report.drop(foreign.file, "Background (\"stuff\") is no object.");
            return;
        }
        Instance instance;
        instance.id = id;
        instance.origin = annotation::Origin::Imported;
        const json& flat = reader.list("segmentation", true);
        // Flat in COCOA; a list of lists in files that were converted.
        const json polygons = flat.empty() || flat.front().is_array() ? flat : json::array({flat});
        if (!reader.hasFailed()) {
            auto whole = maskFromJson(polygons, frame.width, frame.height, m_checker);
            if (whole)
                instance.amodal = std::move(*whole);
            else
                reader.fail(whole.error().message);
        }
        if (const json* visible = reader.optionalMember("visible_mask")) {
            auto mask = maskFromJson(*visible, frame.width, frame.height, m_checker);
            if (mask)
                instance.visible = std::move(*mask);
            else
                reader.fail("\"visible_mask\": " + mask.error().message);
        }
        const std::string name = reader.optionalText("name");
        if (reader.hasFailed() || instance.amodal.isEmpty()) {
            m_context.report.drop(foreign.file,
                                  reader.hasFailed() ? reader.error().message : "The silhouette is empty.");
            return;
        }
        if (m_checker.takeCrossed())
            m_context.report.change(foreign.file, "An outline crosses itself; it was filled by the even-odd rule.", id);
        foreign.classNames[id] = name;
        frame.instances.push_back(std::move(instance));
    }

    void addOrder(const std::string& constraints, ForeignFrame& foreign)
    {
        auto& frame = foreign.frame.annotation;
        std::istringstream pairs(constraints);
        for (std::string pair; std::getline(pairs, pair, ',');) {
            int nearer = 0, farther = 0;
            if (std::sscanf(pair.c_str(), "%9d-%9d", &nearer, &farther) != 2 || nearer == farther) {
                m_context.report.drop(foreign.file, "A depth constraint cannot be understood.");
                continue;
            }
            if (frame.find(nearer) && frame.find(farther))
                frame.order.push_back({nearer, farther});
            else
                m_context.report.drop(foreign.file, "A depth relation names an annotation that is not there.");
        }
    }

    JsonReader m_root;
    std::string m_file;
    OutlineChecker m_checker;
    const ImportContext& m_context;
    std::map<std::int64_t, ImageEntry> m_images;
    std::set<std::int64_t> m_seen;
};

} // namespace

base::Result<std::vector<ForeignFrame>> parseCocoa(const std::string& text, const std::string& fileName,
                                                   const ImportContext& context)
{
    const auto document = parseJson(text, fileName);
    if (!document)
        return tl::unexpected(document.error());
    return CocoaParser(*document, fileName, text.size(), context).parse();
}

base::Result<std::vector<ForeignFrame>> readCocoa(const std::filesystem::path& path, const ImportContext& context)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return parseCocoa(*text, path.filename().string(), context);
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "core/formats/kins_reader.h"

#include <map>
#include <set>
#include <unordered_map>

#include "core/base/file_io.h"
#include "core/formats/coco_json.h"
#include "core/formats/image_limits.h"
#include "core/formats/json_reader.h"
#include "core/formats/outline_checker.h"

namespace blastoscope::formats {
namespace {

using annotation::Instance;
using nlohmann::json;

/// Where an object lies among those that it overlaps.
struct Rank {
    annotation::InstanceId instance = 0;
    int order = 0; ///< "ico_id"
};

class KinsParser {
public:
    KinsParser(const json& document, std::string fileName, std::size_t fileBytes, ExchangeReport& report)
        : m_root(document, fileName), m_file(std::move(fileName)), m_checker(fileBytes), m_report(report)
    {
    }

    base::Result<std::vector<ForeignFrame>> parse()
    {
        for (const json& category : m_root.list("categories", false)) {
            JsonReader reader(category, m_file + ", a category");
            std::string& name = m_names[reader.integer("id")];
            name = reader.optionalText("name");
            if (reader.optionalFlag("own_name") && !name.empty())
                m_ownNames.insert(name);
            if (reader.hasFailed())
                return tl::unexpected(reader.error());
        }
        for (const json& image : m_root.list("images", true))
            if (const auto ok = addFrame(image); !ok)
                return tl::unexpected(ok.error());
        for (const json& annotation : m_root.list("annotations", true))
            addInstance(annotation);
        if (m_root.hasFailed())
            return tl::unexpected(m_root.error());
        for (const auto& [cluster, ranks] : m_clusters)
            addOrder(m_frames[cluster.first].frame.annotation, ranks);
        return std::move(m_frames);
    }

private:
    base::Status addFrame(const json& image)
    {
        JsonReader reader(image, m_file + ", an image");
        ForeignFrame foreign;
        const std::int64_t id = reader.integer("id");
        foreign.frame.annotation.width = reader.integerIn("width", 1, kLargestSide);
        foreign.frame.annotation.height = reader.integerIn("height", 1, kLargestSide);
        foreign.frame.fileName = reader.optionalText("file_name");
        foreign.frame.frameIndex = int(m_frames.size());
        foreign.file = foreign.frame.fileName.empty() ? m_file : foreign.frame.fileName;
        foreign.ownNames = m_ownNames;
        const auto& size = foreign.frame.annotation;
        if (std::int64_t(size.width) * size.height > kMostPixels)
            reader.fail("it has more than 268 megapixels");
        if (!reader.hasFailed() && !m_frameOf.emplace(id, m_frames.size()).second)
            reader.fail("the id is used twice");
        if (reader.hasFailed())
            return tl::unexpected(reader.error());
        m_frames.push_back(std::move(foreign));
        return {};
    }

    void addInstance(const json& annotation)
    {
        JsonReader reader(annotation, "An annotation");
        const auto frame = m_frameOf.find(reader.integer("image_id"));
        const std::int64_t category = reader.integer("category_id");
        if (reader.hasFailed() || frame == m_frameOf.end()) {
            m_report.drop(m_file, reader.hasFailed() ? reader.error().message : "An annotation belongs to no image.");
            return;
        }
        ForeignFrame& foreign = m_frames[frame->second];
        Instance instance;
        instance.id = int(foreign.frame.annotation.instances.size()) + 1;
        instance.origin = annotation::Origin::Imported;
        const bool newer = reader.optionalMember("a_segm") != nullptr;
        const auto whole = mask(reader, newer ? "a_segm" : "segmentation", foreign);
        if (!whole || whole->isEmpty()) {
            m_report.drop(foreign.file, reader.hasFailed() ? reader.error().message : "The silhouette is empty.");
            return;
        }
        instance.amodal = *whole;
        instance.visible = mask(reader, newer ? "i_segm" : "inmodal_seg", foreign);
        const bool isCrowd = reader.optionalFlag("iscrowd");
        const int order = reader.optionalInt("ico_id").value_or(0);
        const auto cluster = reader.optionalInteger("oco_id");
        if (reader.hasFailed()) {
            m_report.drop(foreign.file, reader.error().message);
            return;
        }
        if (m_checker.takeCrossed())
            m_report.change(foreign.file, "An outline crosses itself; it was filled by the even-odd rule.",
                            instance.id);
        if (isCrowd)
            m_report.change(foreign.file, kCrowdNote, instance.id);
        if (cluster && order > 0)
            m_clusters[{frame->second, *cluster}].push_back({instance.id, order});
        const auto name = m_names.find(category);
        foreign.classNames[instance.id] = name == m_names.end() ? "category " + std::to_string(category) : name->second;
        foreign.frame.annotation.instances.push_back(std::move(instance));
    }

    std::optional<masks::RleMask> mask(JsonReader& reader, const char* key, const ForeignFrame& foreign)
    {
        const json* member = reader.optionalMember(key);
        if (!member || (member->is_array() && member->empty()))
            return std::nullopt;
        auto read = maskFromJson(*member, foreign.frame.annotation.width, foreign.frame.annotation.height, m_checker);
        if (read)
            return std::move(*read);
        reader.fail(std::string("\"") + key + "\": " + read.error().message);
        return std::nullopt;
    }

    /// Within a cluster the lower number is nearer; only pairs that overlap have an order.
    static void addOrder(annotation::FrameAnnotation& frame, const std::vector<Rank>& ranks)
    {
        for (const Rank& near : ranks)
            for (const Rank& far : ranks)
                if (near.order < far.order &&
                    masks::intersectionArea(frame.find(near.instance)->amodal, frame.find(far.instance)->amodal) > 0)
                    frame.order.push_back({near.instance, far.instance});
    }

    JsonReader m_root;
    std::string m_file;
    OutlineChecker m_checker;
    ExchangeReport& m_report;
    std::map<std::int64_t, std::string> m_names;
    std::set<std::string> m_ownNames;
    std::unordered_map<std::int64_t, std::size_t> m_frameOf;
    std::vector<ForeignFrame> m_frames;
    std::map<std::pair<std::size_t, std::int64_t>, std::vector<Rank>> m_clusters;
};

} // namespace

base::Result<std::vector<ForeignFrame>> parseKins(const std::string& text, const std::string& fileName,
                                                  const ImportContext& context)
{
    const auto document = parseJson(text, fileName);
    if (!document)
        return tl::unexpected(document.error());
    return KinsParser(*document, fileName, text.size(), context.report).parse();
}

base::Result<std::vector<ForeignFrame>> readKins(const std::filesystem::path& path, const ImportContext& context)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return parseKins(*text, path.filename().string(), context);
}

} // namespace blastoscope::formats

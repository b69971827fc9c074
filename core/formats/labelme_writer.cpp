// SPDX-License-Identifier: Apache-2.0
#include "core/formats/labelme_writer.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/annotation/object_names.h"
#include "core/annotation/persons_work.h"
#include "core/base/file_io.h"
#include "core/formats/foreign_frame.h"
#include "core/formats/labelme_shapes.h"

namespace blastoscope::formats {
namespace {

using annotation::Instance;
using nlohmann::ordered_json;

/// Whether labelme and X-AnyLabeling can read a member of that name; they know nothing of others.
bool hasRightType(const std::string& key, const ordered_json& value)
{
    if (key == "label")
        return value.is_string();
    if (key == "description")
        return value.is_string() || value.is_null();
    if (key == "group_id")
        return value.is_number_integer() || value.is_null();
    if (key == "flags")
        return value.is_object() || value.is_null();
    if (key == "score")
        return value.is_number() || value.is_null();
    return true;
}

/// What the frame keeps of an earlier labelme file, or what another program wrote in its place: without members that
/// are made here and those that would spoil the file.
template<std::size_t N>
ordered_json keptMembers(const std::string& text, const std::array<const char*, N>& made, const std::string& file,
                         ExchangeReport& report)
{
    ordered_json kept = ordered_json::object();
    if (text.empty())
        return kept;
    const ordered_json object = ordered_json::parse(text, nullptr, false);
    if (!object.is_object()) {
        report.drop(file, "What was kept of a labelme file cannot be read.");
        return kept;
    }
    for (const auto& [key, value] : object.items()) {
        if (std::find(made.begin(), made.end(), key) == made.end() && hasRightType(key, value))
            kept[key] = value;
        else
            report.drop(file, "A member that was kept of a labelme file does not belong there or is of a wrong type.");
    }
    return kept;
}

/// Whether the label of the earlier file names no other class of ours.
bool keepsLabel(const ordered_json& shape, const Instance& instance)
{
    if (!shape.contains("label"))
        return false;
    const std::string label = shape["label"].get<std::string>();
    if (const std::string own = annotation::ownNameOf(instance); !own.empty())
        return label == own;
    return ownClass(label).value_or(instance.classId) == instance.classId;
}

/// Writes the shapes of one frame; groups of pieces get numbers that no other shape has.
class ShapeWriter {
public:
    ShapeWriter(const AnnotatedFrame& frame, const std::string& file, ExchangeReport& report)
    {
        for (const auto& [id, text] : frame.labelmeShapes) {
            ordered_json& kept = m_kept[id] = keptMembers(text, kMadeShapeMembers, file, report);
            if (kept.contains("group_id") && kept["group_id"].is_number())
                m_usedGroups.insert(kept["group_id"].get<std::int64_t>());
        }
    }

    base::Status write(const Instance& instance, ordered_json& list)
    {
        auto shapes = shapesOfMask(instance.amodal);
        if (!shapes)
            return tl::unexpected(shapes.error());
        const auto kept = m_kept.find(instance.id);
        ordered_json common = kept == m_kept.end() ? ordered_json::object() : kept->second;
        if (!keepsLabel(common, instance))
            common["label"] = annotation::nameOf(instance);
        for (const char* key : {"group_id", "description"})
            if (!common.contains(key))
                common[key] = nullptr;
        if (!common.contains("flags"))
            common["flags"] = ordered_json::object();
        if (instance.score)
            common["score"] = *instance.score;
        if (instance.uncertain || common.contains("difficult"))
            common["difficult"] = instance.uncertain;
        if (shapes->size() > 1 && !common["group_id"].is_number_integer())
            common["group_id"] = freeGroup(instance.id);
        for (ordered_json& shape : *shapes) {
            ordered_json out = {{"label", common["label"]}, {"points", std::move(shape["points"])}};
            out["shape_type"] = shape["shape_type"];
            out["mask"] = std::move(shape["mask"]);
            for (const auto& [key, value] : common.items())
                out[key] = value;
            list.push_back(std::move(out));
        }
        return {};
    }

private:
    std::int64_t freeGroup(std::int64_t wanted)
    {
        while (!m_usedGroups.insert(wanted).second)
            ++wanted;
        return wanted;
    }

    std::map<annotation::InstanceId, ordered_json> m_kept;
    std::set<std::int64_t> m_usedGroups;
};

} // namespace

base::Result<std::string> toLabelmeText(const AnnotatedFrame& frame, const std::string& file, ExchangeReport& report)
{
    ordered_json out = {{"version", "5.4.1"}, {"flags", ordered_json::object()}, {"shapes", ordered_json::array()}};
    out["imagePath"] = frame.fileName;
    out["imageData"] = nullptr;
    out["imageHeight"] = frame.annotation.height;
    out["imageWidth"] = frame.annotation.width;
    const ordered_json kept = keptMembers(frame.labelme, kMadeMembers, file, report);
    for (const auto& [key, value] : kept.items())
        out[key] = value;
    const bool checked = annotation::isReviewed(frame.annotation.review);
    if (checked || out.contains("checked"))
        out["checked"] = checked;
    std::set<std::string> ownNames;
    for (const Instance& instance : frame.annotation.instances)
        if (std::string own = annotation::ownNameOf(instance); !own.empty())
            ownNames.insert(std::move(own));
    if (!ownNames.empty())
        out[kOwnMember]["own_names"] = ownNames;
    ShapeWriter writer(frame, file, report);
    for (const Instance& instance : frame.annotation.instances)
        if (!instance.amodal.isEmpty())
            if (const auto ok = writer.write(instance, out["shapes"]); !ok)
                return tl::unexpected(ok.error());
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

base::Status writeLabelme(const AnnotatedFrame& frame, const std::filesystem::path& path, ExchangeReport& report)
{
    const auto text = toLabelmeText(frame, path.filename().string(), report);
    if (!text)
        return tl::unexpected(text.error());
    return base::writeTextFile(path, *text);
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "core/formats/label_layers.h"

#include <algorithm>

#include "core/annotation/object_names.h"
#include "core/base/object_class.h"
#include "core/base/text.h"
#include "core/formats/json_reader.h"

namespace blastoscope::formats {
namespace {

using nlohmann::json;

constexpr const char* kKey = "blastoscope";
constexpr const char* kValue = "label layers";

} // namespace

std::string describeLayers(const annotation::FrameAnnotation& frame)
{
    nlohmann::ordered_json out = {{kKey, kValue}, {"version", 1}};
    out["classes"] = nlohmann::ordered_json::object();
    for (const annotation::Instance& instance : frame.instances)
        if (std::string name = annotation::nameOf(instance); name != base::nameOf(base::ObjectClass::Blastomere))
            out["classes"][std::to_string(instance.id)] = std::move(name);
    out["order"] = nlohmann::ordered_json::array();
    for (const annotation::DepthRelation& relation : frame.order)
        out["order"].push_back({relation.nearer, relation.farther});
    return out.dump();
}

std::optional<LayersDescription> parseLayersDescription(const std::string& text)
{
    if (!text.starts_with("{\"blastoscope\""))
        return std::nullopt;
    const auto document = parseJson(text, "description");
    if (!document)
        return std::nullopt;
    JsonReader reader(*document, "description");
    if (reader.optionalText(kKey) != kValue)
        return std::nullopt;
    LayersDescription description;
    if (const json* classes = reader.optionalMember("classes"); classes && classes->is_object())
        for (const auto& [key, value] : classes->items()) {
            const auto& names = base::kObjectClassNames;
            const auto id = base::parseInt(key);
            const std::string text = value.is_string() ? value.get<std::string>() : "";
            const auto name = std::find(names.begin(), names.end(), text);
            if (id && name != names.end())
                description.classes[*id] = int(name - names.begin()) + 1;
            else if (id)
                description.ownNames[*id] = text;
        }
    for (const json& pair : reader.list("order", false))
        if (pair.is_array() && pair.size() == 2 && pair[0].is_number_unsigned() && pair[1].is_number_unsigned())
            description.order.push_back({pair[0].get<int>(), pair[1].get<int>()});
    return description;
}

void applyLayersDescription(const LayersDescription& description, annotation::FrameAnnotation& frame)
{
    for (annotation::Instance& instance : frame.instances) {
        if (const auto known = description.classes.find(instance.id); known != description.classes.end())
            instance.classId = known->second;
        if (const auto own = description.ownNames.find(instance.id); own != description.ownNames.end())
            instance.ownName = own->second;
    }
    for (const annotation::DepthRelation& relation : description.order)
        if (relation.nearer != relation.farther && frame.find(relation.nearer) && frame.find(relation.farther))
            frame.order.push_back(relation);
}

} // namespace blastoscope::formats

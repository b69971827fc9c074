// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_names.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/ids.h"

namespace blastoscope::formats {
namespace {

using nlohmann::json;

std::string withNumber(const std::string& name, const char* format, int number)
{
    char digits[24];
    std::snprintf(digits, sizeof digits, format, number);
    return name + digits;
}

/// Of a shape only what cannot name a person.
std::string harmless(const std::string& text, bool& changed)
{
    const json shape = json::parse(text, nullptr, false);
    json kept = json::object();
    for (const char* key : {"group_id", "label"})
        if (shape.is_object() && shape.contains(key))
            kept[key] = shape[key];
    if (shape.is_object() && shape.contains("flags") && shape["flags"].is_object() &&
        std::all_of(shape["flags"].begin(), shape["flags"].end(), [](const json& v) { return v.is_boolean(); }))
        kept["flags"] = shape["flags"];
    for (const auto& [key, value] : shape.items()) {
        const bool isWritten = kept.contains(key) || key == "score" || key == "difficult"; // from the instance
        changed = changed || (!isWritten && !value.is_null() && !(value.is_string() && value == ""));
    }
    return kept.empty() ? std::string() : kept.dump();
}

void stripLabelme(AnnotatedFrame& frame, ExchangeReport& report)
{
    json members = json::parse(frame.labelme, nullptr, false);
    bool changed = false;
    if (members.is_object()) {
        members.erase("checked"); // is written from the review
        if (members.contains("flags") && members["flags"].empty())
            members.erase("flags");
        changed = !members.empty();
    }
    frame.labelme.clear();
    for (auto& [id, text] : frame.labelmeShapes)
        text = harmless(text, changed);
    std::erase_if(frame.labelmeShapes, [](const auto& entry) { return entry.second.empty(); });
    if (changed)
        report.drop(frame.fileName, "Descriptions and other members of the labelme file may identify somebody.");
}

/// Without "..", drive letters and leading slashes; never empty.
std::string insideFolder(const std::string& name)
{
    std::string text = name;
    std::replace(text.begin(), text.end(), '\\', '/');
    std::filesystem::path out;
    for (const auto& part : std::filesystem::path(text).relative_path())
        if (!part.empty() && part != "." && part != ".." && part.string().find(':') == std::string::npos)
            out /= part;
    return out.replace_extension().empty() ? "picture" : out.generic_string();
}

} // namespace

bool isRandomId(const std::string& name)
{
    constexpr std::size_t kDigits = 16;
    const auto isIn = [](const char* set) {
        return [set](char c) { return std::string_view(set).find(c) != std::string_view::npos; };
    };
    if (name.size() < kDigits || !std::all_of(name.begin(), name.begin() + kDigits, isIn("0123456789abcdef")))
        return false;
    const std::string rest = name.substr(kDigits);
    return rest.empty() || (rest.size() > 1 && rest.size() < 8 && rest[0] == '-' &&
                            std::all_of(rest.begin() + 1, rest.end(), isIn("0123456789")));
}

void stripIdentifiers(std::vector<AnnotatedFrame>& frames, const ExportOptions& options, ExchangeReport& report)
{
    std::map<std::string, std::string> ids;
    for (AnnotatedFrame& frame : frames) {
        auto [entry, isNew] = ids.try_emplace(frame.embryoId);
        if (isNew)
            entry->second = isRandomId(frame.embryoId) ? frame.embryoId
                            : options.embryoIdOf       ? options.embryoIdOf(frame.embryoId)
                                                       : base::randomId();
        frame.embryoId = entry->second;
        frame.sha256.clear();
        frame.fileName = withNumber(frame.embryoId, "/%05d", frame.frameIndex);
        stripLabelme(frame, report);
    }
}

std::vector<std::string> exportPaths(const std::vector<AnnotatedFrame>& frames)
{
    std::map<std::string, int> count;
    for (const AnnotatedFrame& frame : frames)
        ++count[insideFolder(frame.fileName)];
    std::vector<std::string> paths;
    std::set<std::string> used;
    for (const AnnotatedFrame& frame : frames) {
        const std::string name = insideFolder(frame.fileName);
        const std::string wanted = count[name] == 1 ? name : withNumber(name, "_%05d", frame.frameIndex);
        std::string path = wanted;
        for (int i = 2; !used.insert(path).second; ++i)
            path = withNumber(wanted, "-%d", i);
        paths.push_back(std::move(path));
    }
    return paths;
}

} // namespace blastoscope::formats

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exchange_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace blastoscope::cli {
namespace {

using formats::ExchangeNote;
using formats::NoteGroup;
using formats::NoteKind;
using nlohmann::ordered_json;

constexpr std::size_t kMostExamples = 5;

std::string placeOf(const ExchangeNote& note)
{
    std::string text = note.file;
    if (note.instance)
        text += (text.empty() ? "instance " : ", instance ") + std::to_string(*note.instance);
    if (note.other)
        text += " under " + std::to_string(*note.other);
    if (note.pixels > 0)
        text += (text.empty() ? "" : ": ") + std::to_string(note.pixels) + " px";
    return text;
}

std::string toText(const NoteGroup& group)
{
    static constexpr const char* kBegin[] = {"left out", "changed", "missing"};
    std::string text = kBegin[std::size_t(group.kind)];
    text += ": " + group.text;
    if (group.count > 1)
        text += " (" + std::to_string(group.count) + " times" +
                (group.pixels > 0 ? ", " + std::to_string(group.pixels) + " px" : "") + ")";
    for (std::size_t i = 0; i < std::min(kMostExamples, group.notes.size()); ++i)
        if (const std::string place = placeOf(*group.notes[i]); !place.empty())
            text += "\n    " + place;
    if (group.notes.size() > kMostExamples)
        text += "\n    and " + std::to_string(group.notes.size() - kMostExamples) + " more (--json lists all)";
    return text;
}

} // namespace

std::string counted(std::size_t count, const std::string& noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string toText(const formats::ExchangeReport& report)
{
    std::string text;
    for (const NoteGroup& group : formats::groupNotes(report))
        text += (text.empty() ? "  " : "\n  ") + toText(group);
    return text;
}

ordered_json toJson(const formats::ExchangeReport& report)
{
    static constexpr const char* kKinds[] = {"dropped", "changed", "missing"};
    ordered_json out = {{"frames", report.frames},
                        {"instances", report.instances},
                        {"lost_pixels", report.lostPixels()},
                        {"notes", ordered_json::array()}};
    for (const ExchangeNote& note : report.notes) {
        ordered_json entry = {{"kind", kKinds[std::size_t(note.kind)]}};
        if (!note.file.empty())
            entry["file"] = note.file;
        if (note.instance)
            entry["instance"] = *note.instance;
        if (note.other)
            entry["kept_by"] = *note.other;
        if (note.pixels > 0)
            entry["pixels"] = note.pixels;
        entry["text"] = note.text;
        out["notes"].push_back(std::move(entry));
    }
    return out;
}

} // namespace blastoscope::cli

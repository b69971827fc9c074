// SPDX-License-Identifier: Apache-2.0
#include "core/formats/foreign_frame.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_set>
#include <utility>

#include "core/base/object_class.h"
#include "core/base/text.h"

namespace blastoscope::formats {
namespace {

/// Letters and digits alone, without case.
std::string normalised(std::string_view name)
{
    std::string out;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)))
            out += c;
    return base::toLower(out);
}

std::optional<int> chosenClass(const std::string& name, const std::map<std::string, int>& choices)
{
    if (const auto it = choices.find(name); it != choices.end())
        return it->second;
    if (const auto own = ownClass(name))
        return own;
    const auto rest = choices.find("*");
    return rest == choices.end() ? std::nullopt : std::optional(rest->second);
}

void removeInstances(ForeignFrame& foreign, const std::unordered_set<annotation::InstanceId>& ids)
{
    auto& frame = foreign.frame;
    std::erase_if(frame.annotation.instances, [&](const auto& instance) { return ids.contains(instance.id); });
    std::erase_if(frame.annotation.order, [&](const auto& relation) {
        return ids.contains(relation.nearer) || ids.contains(relation.farther);
    });
    std::erase_if(frame.labelmeShapes, [&](const auto& entry) { return ids.contains(entry.first); });
}

/// `ownNames`: names of the file with the own names that they give.
void resolve(ForeignFrame& foreign, const std::map<std::string, std::optional<int>>& classOf,
             const std::map<std::string, std::string>& ownNames, ExchangeReport& report)
{
    std::unordered_set<annotation::InstanceId> unknown;
    for (annotation::Instance& instance : foreign.frame.annotation.instances) {
        const auto name = foreign.classNames.find(instance.id);
        if (name == foreign.classNames.end())
            continue;
        if (const auto own = ownNames.find(name->second); own != ownNames.end()) {
            instance.ownName = own->second;
            continue;
        }
        if (const auto& known = classOf.at(name->second)) {
            instance.classId = *known;
            continue;
        }
        report.drop(foreign.file, "The class \"" + name->second + "\" is none of blastomere, fragment and polar_body.",
                    instance.id);
        unknown.insert(instance.id);
    }
    removeInstances(foreign, unknown);
}

} // namespace

std::optional<int> ownClass(const std::string& name)
{
    for (std::size_t i = 0; i < base::kObjectClassNames.size(); ++i) {
        const std::string own = normalised(base::kObjectClassNames[i]);
        if (const std::string given = normalised(name); given == own || given == own + "s")
            return int(i) + 1;
    }
    return std::nullopt;
}

std::string ownNameFrom(const std::string& name)
{
    const std::string word = normalised(name);
    if (word == "nucleus" || word == "nuclei")
        return "nucleus";
    if (word == "worm" || word == "worms")
        return "worm";
    return {};
}

void resolveClasses(std::vector<ForeignFrame>& frames, const std::map<std::string, int>& choices,
                    ExchangeReport& report)
{
    std::map<std::string, std::optional<int>> classOf;
    std::map<std::string, std::string> ownNames;
    for (const ForeignFrame& foreign : frames) {
        for (const auto& [id, name] : foreign.classNames)
            classOf.try_emplace(name, chosenClass(name, choices));
        for (const std::string& name : foreign.ownNames)
            ownNames.emplace(name, name);
    }
    if (classOf.size() == 1 && !classOf.begin()->second) {
        const std::string name = classOf.begin()->first;
        classOf.begin()->second = int(base::ObjectClass::Blastomere);
        if (const std::string own = ownNameFrom(name); !own.empty())
            ownNames.emplace(name, own);
        else if (!ownNames.contains(name))
            report.change({}, "All objects are called \"" + name + "\"; they were read as blastomeres.");
    }
    std::erase_if(ownNames, [&](const auto& own) { return choices.contains(own.first) || ownClass(own.first); });
    for (ForeignFrame& foreign : frames)
        resolve(foreign, classOf, ownNames, report);
}

void resolveOrder(std::vector<ForeignFrame>& frames, ExchangeReport& report)
{
    for (ForeignFrame& foreign : frames) {
        auto& order = foreign.frame.annotation.order;
        using Pair = std::pair<annotation::InstanceId, annotation::InstanceId>;
        std::set<Pair> stated;
        for (const annotation::DepthRelation& relation : order)
            stated.insert({relation.nearer, relation.farther});
        std::set<Pair> seen;
        std::erase_if(order, [&](const annotation::DepthRelation& relation) {
            const auto& [nearer, farther] = relation;
            if (stated.contains({farther, nearer})) {
                report.drop(foreign.file, "A depth relation contradicts another one; the order of the two objects "
                                          "counts as unknown. Set it after the import.");
                return true;
            }
            if (seen.insert({nearer, farther}).second)
                return false;
            report.change(foreign.file, "A depth relation is stated more than once; it counts once.");
            return true;
        });
    }
}

} // namespace blastoscope::formats

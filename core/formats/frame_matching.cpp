// SPDX-License-Identifier: Apache-2.0
#include "core/formats/frame_matching.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "core/base/text.h"

namespace blastoscope::formats {
namespace {

struct Place {
    std::size_t target = 0;
    int time = 0;
    auto operator<=>(const Place&) const = default;
};

/// Whether a folder of the path has that name.
bool hasFolder(const std::string& path, const std::string& folder)
{
    std::string text = path;
    std::replace(text.begin(), text.end(), '\\', '/');
    for (const auto& part : std::filesystem::path(text).parent_path())
        if (part.string() == folder || base::fileStemOf(part.string()) == base::fileStemOf(folder))
            return true;
    return false;
}

/// The frame number in "00041", as pictures without names are called.
std::optional<int> plainNumber(const std::string& name)
{
    constexpr std::size_t kDigits = 5;
    const std::string text = base::fileStemOf(name);
    const bool digits = text.size() == kDigits &&
                        std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    return digits ? std::optional(std::stoi(text)) : std::nullopt;
}

class Finder {
public:
    Finder(std::span<const ImportTarget> targets, const MatchOptions& options) : m_targets(targets), m_options(options)
    {
        for (std::size_t t = 0; t < targets.size(); ++t)
            for (std::size_t time = 0; time < targets[t].pictures.size(); ++time)
                for (const std::string& picture : targets[t].pictures[time]) {
                    m_byName[base::fileNameOf(picture)].insert({t, int(time)});
                    m_byStem[base::fileStemOf(picture)].insert({t, int(time)});
                }
    }

    std::optional<Place> byEmbryo(const AnnotatedFrame& frame) const
    {
        if (frame.embryoId.empty())
            return std::nullopt;
        for (std::size_t t = 0; t < m_targets.size(); ++t)
            if (m_targets[t].embryoId == frame.embryoId)
                return inside(t, frame.frameIndex);
        return std::nullopt;
    }

    std::optional<Place> byName(const AnnotatedFrame& frame) const
    {
        if (const auto place = among(m_byName, base::fileNameOf(frame.fileName), frame))
            return place;
        return among(m_byStem, base::fileStemOf(frame.fileName), frame);
    }

    std::optional<Place> inside(std::size_t target, int time) const
    {
        if (target >= m_targets.size() || time < 0 || time >= int(m_targets[target].pictures.size()))
            return std::nullopt;
        return Place{target, time};
    }

private:
    using Places = std::map<std::string, std::set<Place>>;

    std::optional<Place> among(const Places& places, const std::string& key, const AnnotatedFrame& frame) const
    {
        const auto found = places.find(key);
        if (found == places.end())
            return std::nullopt;
        const auto target = meantTarget(found->second, frame.fileName);
        if (!target)
            return std::nullopt;
        std::vector<Place> fitting;
        std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(fitting),
                     [&](const Place& place) { return place.target == *target; });
        return fitting.size() == 1 ? std::optional(fitting.front()) : inside(*target, frame.frameIndex);
    }

    std::optional<std::size_t> meantTarget(const std::set<Place>& places, const std::string& path) const
    {
        std::set<std::size_t> targets, named;
        for (const Place& place : places) {
            targets.insert(place.target);
            if (hasFolder(path, m_targets[place.target].name))
                named.insert(place.target);
        }
        if (targets.size() == 1)
            return *targets.begin();
        if (named.size() == 1)
            return *named.begin();
        return targets.contains(m_options.preferred) ? std::optional(m_options.preferred) : std::nullopt;
    }

    std::span<const ImportTarget> m_targets;
    const MatchOptions& m_options;
    Places m_byName;
    Places m_byStem;
};

} // namespace

std::vector<FrameMatch> matchFrames(std::span<const AnnotatedFrame> frames, std::span<const ImportTarget> targets,
                                    const MatchOptions& options)
{
    const Finder finder(targets, options);
    std::vector<FrameMatch> matches;
    const auto note = [&](std::size_t source, const std::optional<Place>& place, MatchedBy by) {
        if (place)
            matches.push_back({source, place->target, place->time, by});
        return place.has_value();
    };
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (!note(i, finder.byEmbryo(frames[i]), MatchedBy::EmbryoId))
            note(i, finder.byName(frames[i]), MatchedBy::Name);
    if (!matches.empty() || !options.byOrder)
        return matches;
    const bool numbered = std::all_of(frames.begin(), frames.end(),
                                      [](const AnnotatedFrame& frame) { return plainNumber(frame.fileName); });
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const int time = numbered ? *plainNumber(frames[i].fileName) : frames[i].frameIndex;
        note(i, finder.inside(options.preferred, time), numbered ? MatchedBy::Number : MatchedBy::Order);
    }
    return matches;
}

} // namespace blastoscope::formats

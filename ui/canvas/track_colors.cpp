// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/track_colors.h"

#include <algorithm>
#include <vector>

#include "ui/canvas/instance_colors.h"
#include "ui/canvas/oklch.h"

namespace blastoscope::ui {
namespace {

constexpr double kCircle = 360;
constexpr double kChroma = 0.12;
constexpr double kLightness = 0.76; ///< of a first cell; twice kSisters around it still shows on a dark picture
constexpr double kSisters = 0.065;  ///< between the middle and the lightest or the darkest of sisters
constexpr double kInherited = 0.35; ///< of the mother's difference from kLightness, so that cousins differ, too

struct Arc {
    int track = 0;
    double begin = 0; ///< degrees
    double width = 0;
    double lightness = 0;
};

bool hasRelatives(const tracking::Track& track)
{
    return track.mother || !track.daughters.empty();
}

} // namespace

TrackColors trackColors(const tracking::Lineage& lineage)
{
    std::vector<int> founders;
    for (const auto& [id, track] : lineage)
        if (!track.mother && hasRelatives(track))
            founders.push_back(id);
    std::vector<Arc> open;
    for (std::size_t i = 0; i < founders.size(); ++i) {
        const double width = kCircle / double(founders.size());
        open.push_back({founders[i], width * double(i), width, kLightness});
    }
    TrackColors colors;
    while (!open.empty()) {
        const Arc arc = open.back();
        open.pop_back();
        const double hue = arc.begin + arc.width / 2;
        colors[arc.track] = fromOklch(arc.lightness, shownChroma(arc.lightness, kChroma, hue), hue);
        const std::vector<int>& daughters = lineage.at(arc.track).daughters;
        for (std::size_t i = 0; i < daughters.size(); ++i) {
            const double width = arc.width / double(daughters.size());
            const double side = 1 - 2 * double(i) / double(std::max<std::size_t>(2, daughters.size()) - 1); // 1 to -1
            const double lightness = kLightness + kSisters * side + kInherited * (arc.lightness - kLightness);
            open.push_back({daughters[i], arc.begin + width * double(i), width, lightness});
        }
    }
    for (const auto& [id, track] : lineage)
        if (!hasRelatives(track))
            colors[id] = wishedColor(id);
    return colors;
}

} // namespace blastoscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/fusions.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "core/tracking/link_cost.h"
#include "core/tracking/track_cleanup.h"

namespace blastoscope::tracking {
namespace {

class FusionFinder {
public:
    FusionFinder(std::span<const CellFrame> frames, const Registration& registration, const Lineage& lineage)
        : m_frames(frames), m_registration(registration)
    {
        for (std::size_t p = 0; p < frames.size(); ++p)
            for (std::size_t i = 0; i < frames[p].cells.size(); ++i)
                if (const auto& track = frames[p].cells[i].trackId; track && lineage.contains(*track))
                    m_places[*track].push_back({p, i});
    }

    /// Into which track `id` has flowed.
    std::optional<int> fusionOf(int id) const
    {
        const Places& lost = m_places.at(id);
        const std::size_t last = lost.back().position, next = last + 1;
        if (lost.size() < kLastingFrames || next + kLastingFrames > m_frames.size())
            return std::nullopt;
        const Cell first = cellAt(lost.back(), last);
        std::optional<int> best;
        double lowest = 2 * kUnexplained; // an end and a sudden growth
        for (const auto& [whole, places] : m_places) {
            const auto after = at(places, next);
            if (whole == id || !after || lastingFrom(places, next) < kLastingFrames)
                continue;
            const Cell mother = cellAt(*after, last);
            if (!mayBeDaughter(mother, first))
                continue;
            const bool isNew = places.front().position == next;
            for (const auto& [other, partner] : m_places) {
                const auto before = at(partner, last);
                const bool mayFlow = other == whole || (isNew && partner.back().position == last);
                if (other == id || !before || !mayFlow || lastingUntil(partner, last) < kLastingFrames)
                    continue;
                const Cell second = cellAt(*before, last);
                const std::array<const Cell*, 2> parts = {&first, &second};
                if (const auto cost = divisionCost(mother, parts); cost && *cost < lowest) {
                    lowest = *cost;
                    best = whole;
                }
            }
        }
        return best;
    }

private:
    using Places = std::vector<CellPlace>;

    static Places::const_iterator from(const Places& places, std::size_t position)
    {
        return std::lower_bound(places.begin(), places.end(), position,
                                [](const CellPlace& place, std::size_t p) { return place.position < p; });
    }
    static std::optional<CellPlace> at(const Places& places, std::size_t position)
    {
        const auto found = from(places, position);
        return found != places.end() && found->position == position ? std::optional(*found) : std::nullopt;
    }
    static std::size_t lastingFrom(const Places& places, std::size_t position)
    {
        return std::size_t(places.end() - from(places, position));
    }
    static std::size_t lastingUntil(const Places& places, std::size_t position)
    {
        return places.size() - lastingFrom(places, position + 1);
    }

    Cell cellAt(CellPlace place, std::size_t position) const
    {
        return moved(m_frames[place.position].cells[place.index], m_registration.between(place.position, position));
    }

    std::span<const CellFrame> m_frames;
    const Registration& m_registration;
    std::map<int, Places> m_places; ///< by track, ascending in time
};

} // namespace

void findFusions(std::span<const CellFrame> frames, const Registration& registration, Lineage& lineage)
{
    const FusionFinder finder(frames, registration, lineage);
    for (auto& [id, track] : lineage)
        if (track.daughters.empty())
            track.flowedInto = finder.fusionOf(id);
}

} // namespace blastoscope::tracking

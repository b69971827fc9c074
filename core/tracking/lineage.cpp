// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/lineage.h"

#include <algorithm>

#include "core/tracking/fusions.h"
#include "core/tracking/link_cost.h"
#include "core/tracking/registration.h"

namespace blastoscope::tracking {
namespace {

constexpr double kLate = .3; ///< per frame that a daughter is late, so that she does not replace a sister who is not

struct Ends {
    CellPlace first;
    CellPlace last;
};

struct Birth {
    int mother = 0;
    std::vector<int> daughters;
    double gain = 0; ///< what it explains less what it costs
};

class BirthFinder {
public:
    BirthFinder(std::span<const CellFrame> frames, const Registration& registration, const std::map<int, Ends>& ends,
                const base::CancellationToken& cancel)
        : m_frames(frames), m_registration(registration), m_ends(ends)
    {
    }

    std::vector<Birth> find()
    {
        for (const auto& [id, ends] : m_ends)
            addBirths(id, ends.last);
        std::stable_sort(m_births.begin(), m_births.end(),
                         [](const Birth& a, const Birth& b) { return a.gain > b.gain; });
        return std::move(m_births);
    }

private:
    void addBirths(int mother, CellPlace last)
    {
        std::vector<int> near;
        for (const auto& [id, ends] : m_ends) {
            const CellPlace start = ends.first;
            if (start.position > last.position && start.position - last.position <= kLongestGap + 1 &&
                mayBeDaughter(cellAt(last, start.position), cellAt(start, start.position)))
                near.push_back(id);
        }
        for (std::size_t a = 0; a < near.size(); ++a)
            for (std::size_t b = a + 1; b < near.size(); ++b) {
                offer(mother, last, {near[a], near[b]});
                for (std::size_t c = b + 1; c < near.size(); ++c)
                    offer(mother, last, {near[a], near[b], near[c]});
            }
    }

    void offer(int mother, CellPlace last, std::vector<int> ids)
    {
        std::size_t position = 0; // of the last daughter to appear: there all are compared
        for (const int id : ids)
            position = std::max(position, m_ends.at(id).first.position);
        std::vector<Cell> daughters;
        for (const int id : ids)
            daughters.push_back(cellAt(m_ends.at(id).first, position));
        std::vector<const Cell*> pointers;
        for (const Cell& daughter : daughters)
            pointers.push_back(&daughter);
        const auto cost = divisionCost(cellAt(last, position), pointers);
        double gain = kUnexplained * double(1 + ids.size()) - cost.value_or(0);
        for (const int id : ids)
            gain -= kLate * double(m_ends.at(id).first.position - last.position - 1);
        if (cost && gain > 0)
            m_births.push_back({mother, std::move(ids), gain});
    }

    Cell cellAt(CellPlace place, std::size_t position) const
    {
        return moved(m_frames[place.position].cells[place.index], m_registration.between(place.position, position));
    }

    std::span<const CellFrame> m_frames;
    const Registration& m_registration;
    const std::map<int, Ends>& m_ends;
    std::vector<Birth> m_births;
};

/// From the first cell down; mothers have smaller first frames than their daughters.
void setGenerations(Lineage& lineage, int root)
{
    std::vector<int> open = {root};
    lineage.at(root).generation = 0;
    lineage.at(root).share = 1;
    while (!open.empty()) {
        const Track& mother = lineage.at(open.back());
        open.pop_back();
        for (const int id : mother.daughters) {
            Track& daughter = lineage.at(id);
            daughter.generation = *mother.generation + 1;
            daughter.share = mother.share / double(mother.daughters.size());
            open.push_back(id);
        }
    }
}

} // namespace

Lineage lineageOf(std::span<const CellFrame> frames, const base::CancellationToken& cancel)
{
    Lineage lineage;
    std::map<int, Ends> ends;
    for (std::size_t p = 0; p < frames.size(); ++p)
        for (std::size_t i = 0; i < frames[p].cells.size(); ++i) {
            const Cell& cell = frames[p].cells[i];
            if (!cell.trackId)
                continue;
            Track& track = lineage[*cell.trackId];
            track.id = *cell.trackId;
            if (!track.points.empty() && track.points.back().frame == frames[p].frame)
                continue;
            track.points.push_back({frames[p].frame, cell.id});
            ends.try_emplace(track.id, Ends{{p, i}, {}}).first->second.last = {p, i};
        }
    const Registration registration(frames, cancel);
    const std::vector<Birth> births = BirthFinder(frames, registration, ends, cancel).find();
    if (cancel.isCancelled())
        return {};
    for (const Birth& birth : births) {
        const bool free = lineage.at(birth.mother).daughters.empty() &&
                          std::none_of(birth.daughters.begin(), birth.daughters.end(),
                                       [&](int id) { return lineage.at(id).mother.has_value(); });
        if (!free)
            continue;
        lineage.at(birth.mother).daughters = birth.daughters;
        for (const int id : birth.daughters)
            lineage.at(id).mother = birth.mother;
    }
    findFusions(frames, registration, lineage);
    const auto first = std::find_if(frames.begin(), frames.end(), [](const CellFrame& f) { return !f.cells.empty(); });
    if (first != frames.end() && first->cells.size() == 1 && first->cells.front().trackId)
        setGenerations(lineage, *first->cells.front().trackId);
    return lineage;
}

} // namespace blastoscope::tracking

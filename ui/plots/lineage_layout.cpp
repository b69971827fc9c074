// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lineage_layout.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace blastoscope::ui {
namespace {

constexpr int kGap = 3;                ///< frames between families in one row
constexpr std::size_t kSmallShare = 5; ///< a family with less than one fifth of the cells of the largest is small

/// A first cell and all that descend from it.
struct Family {
    std::size_t root = 0;
    std::vector<std::size_t> members;
    int rows = 0;
    std::size_t cells = 0;
    int first = 0; ///< frame
    int last = 0;
};

class LineageDrawing {
public:
    explicit LineageDrawing(const std::vector<TrackSeries>& tracks) : m_tracks(tracks), m_daughters(tracks.size())
    {
        std::map<int, std::size_t> indices;
        for (std::size_t i = 0; i < tracks.size(); ++i)
            indices[tracks[i].id] = i;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto mother = tracks[i].mother ? indices.find(*tracks[i].mother) : indices.end();
            if (mother == indices.end())
                m_roots.push_back(i);
            else
                m_daughters[mother->second].push_back(i);
            m_layout.lines.push_back({i, 0, tracks[i].firstFrame(), tracks[i].lastFrame()});
        }
    }

    LineageLayout draw()
    {
        std::vector<Family> families;
        for (const std::size_t root : m_roots) {
            Family family{root, {}, 0, 0, m_tracks[root].firstFrame(), m_tracks[root].lastFrame()};
            arrange(root, family);
            families.push_back(std::move(family));
        }
        sort(families);
        for (const Family& family : families)
            place(family);
        m_layout.rows = int(m_taken.size());
        return std::move(m_layout);
    }

private:
    /// Rows within the family; the lines of a division meet at one frame.
    void arrange(std::size_t track, Family& family)
    {
        family.members.push_back(track);
        family.cells += m_tracks[track].cells.size();
        family.last = std::max(family.last, m_tracks[track].lastFrame());
        const std::vector<std::size_t>& daughters = m_daughters[track];
        TrackLine& line = m_layout.lines[track];
        if (daughters.empty()) {
            line.row = family.rows++;
            return;
        }
        int division = m_tracks[daughters.front()].firstFrame();
        for (const std::size_t daughter : daughters)
            division = std::min(division, m_tracks[daughter].firstFrame());
        for (const std::size_t daughter : daughters) {
            m_layout.lines[daughter].from = division;
            arrange(daughter, family);
        }
        const double top = m_layout.lines[daughters.front()].row;
        const double bottom = m_layout.lines[daughters.back()].row;
        line.to = division;
        line.row = (top + bottom) / 2;
        m_divisionOf[track] = m_layout.divisions.size();
        m_layout.divisions.push_back({track, division, top, bottom});
    }

    static void sort(std::vector<Family>& families)
    {
        std::size_t most = 0;
        for (const Family& family : families)
            most = std::max(most, family.cells);
        std::stable_sort(families.begin(), families.end(), [most](const Family& a, const Family& b) {
            const auto key = [most](const Family& f) { return std::tuple(f.cells * kSmallShare < most, f.first); };
            return key(a) < key(b);
        });
    }

    /// Into the first rows that are free all the time it takes.
    void place(const Family& family)
    {
        std::size_t top = 0;
        for (std::size_t row = 0; row < top + std::size_t(family.rows); ++row)
            if (row < m_taken.size() && !isFree(m_taken[row], family))
                top = row + 1;
        m_taken.resize(std::max(m_taken.size(), top + std::size_t(family.rows)));
        for (std::size_t row = top; row < top + std::size_t(family.rows); ++row)
            m_taken[row].push_back({family.first, family.last});
        for (const std::size_t member : family.members) {
            m_layout.lines[member].row += double(top);
            if (const auto division = m_divisionOf.find(member); division != m_divisionOf.end()) {
                m_layout.divisions[division->second].top += double(top);
                m_layout.divisions[division->second].bottom += double(top);
            }
        }
    }

    struct Span {
        int first = 0;
        int last = 0;
    };
    static bool isFree(const std::vector<Span>& taken, const Family& family)
    {
        return std::none_of(taken.begin(), taken.end(), [&](const Span& span) {
            return family.first <= span.last + kGap && span.first <= family.last + kGap;
        });
    }

    const std::vector<TrackSeries>& m_tracks;
    std::vector<std::size_t> m_roots;
    std::vector<std::vector<std::size_t>> m_daughters; ///< per track
    std::map<std::size_t, std::size_t> m_divisionOf;   ///< by the track of the mother
    std::vector<std::vector<Span>> m_taken;            ///< per row
    LineageLayout m_layout;
};

} // namespace

LineageLayout layoutOf(const std::vector<TrackSeries>& tracks)
{
    return LineageDrawing(tracks).draw();
}

} // namespace blastoscope::ui

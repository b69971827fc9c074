// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/semantic_cleanup.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace blastoscope::masks {
namespace {

constexpr std::array<std::pair<int, int>, 4> kEdges = {{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};

struct Region {
    std::vector<std::pair<int, int>> pixels;
    std::array<int, 256> border{}; ///< edges to each other number
};

class RegionFinder {
public:
    explicit RegionFinder(const base::Image& map)
        : m_map(map), m_seen(std::size_t(map.width) * std::size_t(map.height), 0)
    {
    }

    bool isSeen(int x, int y) const { return m_seen[position(x, y)]; }

    Region regionAt(int x, int y)
    {
        Region region;
        region.pixels.push_back({x, y});
        m_seen[position(x, y)] = 1;
        const std::uint8_t number = at(x, y);
        for (std::size_t i = 0; i < region.pixels.size(); ++i) {
            const auto [px, py] = region.pixels[i];
            for (const auto& [dx, dy] : kEdges)
                visit(px + dx, py + dy, number, region);
        }
        return region;
    }

private:
    std::size_t position(int x, int y) const { return std::size_t(y) * std::size_t(m_map.width) + std::size_t(x); }
    std::uint8_t at(int x, int y) const { return m_map.row<std::uint8_t>(y)[x]; }

    void visit(int x, int y, std::uint8_t number, Region& region)
    {
        if (x < 0 || y < 0 || x >= m_map.width || y >= m_map.height)
            return;
        if (at(x, y) != number) {
            ++region.border[at(x, y)];
        } else if (!m_seen[position(x, y)]) {
            m_seen[position(x, y)] = 1;
            region.pixels.push_back({x, y});
        }
    }

    const base::Image& m_map;
    std::vector<std::uint8_t> m_seen;
};

} // namespace

base::Image withoutSpecks(const base::Image& map, std::int64_t smallest)
{
    base::Image clean = map;
    RegionFinder finder(map);
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) {
            if (finder.isSeen(x, y))
                continue;
            const Region region = finder.regionAt(x, y);
            const auto most = std::max_element(region.border.begin(), region.border.end());
            if (std::int64_t(region.pixels.size()) >= smallest || *most == 0)
                continue;
            for (const auto& [px, py] : region.pixels)
                clean.row<std::uint8_t>(py)[px] = std::uint8_t(most - region.border.begin());
        }
    return clean;
}

} // namespace blastoscope::masks

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/finder_boxes.h"

#include <algorithm>
#include <cstddef>

namespace blastoscope::nn {

namespace {

struct Cell {
    int x, y;
};

/// A map being taken apart; labels are 0 for cells that belong to no region yet.
class Labelling {
public:
    Labelling(std::span<const float> map, int width, int height, float threshold)
        : m_map(map), m_width(width), m_height(height), m_threshold(threshold), m_taken(map.size(), 0)
    {
    }

    bool isFree(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < m_width && y < m_height && !m_taken[at(x, y)] && m_map[at(x, y)] >= m_threshold;
    }

    /// The cells connected with (x, y), which must be free; they are taken afterwards.
    std::vector<Cell> take(int x, int y)
    {
        std::vector<Cell> region = {{x, y}};
        m_taken[at(x, y)] = 1;
        for (std::size_t next = 0; next < region.size(); ++next) {
            const Cell cell = region[next];
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    if (isFree(cell.x + dx, cell.y + dy)) {
                        m_taken[at(cell.x + dx, cell.y + dy)] = 1;
                        region.push_back({cell.x + dx, cell.y + dy});
                    }
                }
            }
        }
        return region;
    }

    MapRegion measure(const std::vector<Cell>& cells) const
    {
        MapRegion region;
        Cell lo = cells.front(), hi = cells.front();
        for (const Cell& cell : cells) {
            lo = {std::min(lo.x, cell.x), std::min(lo.y, cell.y)};
            hi = {std::max(hi.x, cell.x), std::max(hi.y, cell.y)};
            region.area += m_map[at(cell.x, cell.y)];
        }
        region.confidence = region.area / double(cells.size());
        const auto column = [&](int x) { return largest({x, lo.y}, {x, hi.y}); };
        const auto row = [&](int y) { return largest({lo.x, y}, {hi.x, y}); };
        region.box = {lo.x > 0 ? lo.x + 0.5 - toCrossing(column(lo.x), column(lo.x - 1)) : 0,
                      lo.y > 0 ? lo.y + 0.5 - toCrossing(row(lo.y), row(lo.y - 1)) : 0,
                      hi.x + 1 < m_width ? hi.x + 0.5 + toCrossing(column(hi.x), column(hi.x + 1)) : m_width,
                      hi.y + 1 < m_height ? hi.y + 0.5 + toCrossing(row(hi.y), row(hi.y + 1)) : m_height};
        return region;
    }

private:
    std::size_t at(int x, int y) const { return std::size_t(y) * std::size_t(m_width) + std::size_t(x); }

    float largest(Cell from, Cell to) const
    {
        float value = 0;
        for (int y = from.y; y <= to.y; ++y) {
            for (int x = from.x; x <= to.x; ++x)
                value = std::max(value, m_map[at(x, y)]);
        }
        return value;
    }

    /// Distance from the centre of the last cell inside to where the profile falls below the threshold, in (0, 1].
    double toCrossing(float inside, float outside) const
    {
        // `outside` may itself reach the threshold where another region lies diagonally beyond the box.
        if (outside >= m_threshold)
            return 0.5;
        return double(inside - m_threshold) / double(inside - outside);
    }

    std::span<const float> m_map;
    int m_width, m_height;
    float m_threshold;
    std::vector<char> m_taken;
};

} // namespace

std::vector<MapRegion> connectedRegions(std::span<const float> map, int width, int height, float threshold,
                                        double minArea)
{
    Labelling labelling(map, width, height, threshold);
    std::vector<MapRegion> regions;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (!labelling.isFree(x, y))
                continue;
            const MapRegion region = labelling.measure(labelling.take(x, y));
            if (region.area >= minArea)
                regions.push_back(region);
        }
    }
    std::stable_sort(regions.begin(), regions.end(),
                     [](const MapRegion& a, const MapRegion& b) { return a.area > b.area; });
    return regions;
}

std::vector<FoundEmbryo> pairRegions(const std::vector<MapRegion>& embryos, const std::vector<MapRegion>& clumps)
{
    std::vector<FoundEmbryo> found;
    for (const MapRegion& embryo : embryos)
        found.push_back({embryo.box, std::nullopt, embryo.confidence});
    for (const MapRegion& clump : clumps) {
        const auto owner = std::find_if(found.begin(), found.end(), [&](const FoundEmbryo& candidate) {
            return candidate.embryo && base::holds(*candidate.embryo, clump.box.center());
        });
        if (owner == found.end())
            found.push_back({std::nullopt, clump.box, clump.confidence});
        else
            owner->clump = owner->clump ? base::united(*owner->clump, clump.box) : clump.box;
    }
    return found;
}

std::vector<FoundEmbryo> embryosFromMaps(std::span<const float> clump, std::span<const float> embryo, int width,
                                         int height, const FinderBoxOptions& options)
{
    return pairRegions(connectedRegions(embryo, width, height, options.threshold, options.minEmbryoArea),
                       connectedRegions(clump, width, height, options.threshold, options.minClumpArea));
}

} // namespace blastoscope::nn

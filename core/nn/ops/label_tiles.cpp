// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/label_tiles.h"

#include <algorithm>
#include <map>
#include <utility>

namespace blastoscope::nn {
namespace {

constexpr double kSameObject = 0.5; ///< share of the smaller one in the part that both tiles have seen

std::size_t indexOf(int x, int y, int width)
{
    return std::size_t(y) * std::size_t(width) + std::size_t(x);
}

} // namespace

std::vector<int> tileStarts(int length, int tile, int overlap)
{
    if (length <= tile)
        return {0};
    const int step = tile - overlap;
    const int more = (length - tile + step - 1) / step;
    std::vector<int> starts;
    for (int i = 0; i <= more; ++i)
        starts.push_back(int(std::int64_t(i) * (length - tile) / more));
    return starts;
}

std::vector<float> cutTile(std::span<const float> pixels, int width, int height, int x, int y, int size)
{
    std::vector<float> tile;
    tile.reserve(std::size_t(size) * std::size_t(size));
    for (int row = 0; row < size; ++row) {
        const int sy = std::clamp(y + row, 0, height - 1);
        for (int column = 0; column < size; ++column)
            tile.push_back(pixels[indexOf(std::clamp(x + column, 0, width - 1), sy, width)]);
    }
    return tile;
}

LabelStitcher::LabelStitcher(int width, int height, int trim) : m_trim(trim)
{
    m_map.width = width;
    m_map.height = height;
    m_map.labels.assign(std::size_t(width) * std::size_t(height), 0);
    m_seen.assign(m_map.labels.size(), 0);
}

LabelStitcher::Part LabelStitcher::trusted(const LabelMap& tile, int x, int y) const
{
    const auto from = [&](int start) { return start > 0 ? start + m_trim : 0; };
    const auto to = [&](int end, int length) { return end < length ? end - m_trim : length; };
    return {from(x), from(y), to(x + tile.width, m_map.width), to(y + tile.height, m_map.height)};
}

std::vector<std::int32_t> LabelStitcher::numbersFor(const LabelMap& tile, int x, int y, const Part& part) const
{
    std::map<std::pair<std::int32_t, std::int32_t>, int> common; // by label of the tile and of the picture
    std::map<std::int32_t, int> ofTile, ofPicture;
    for (int py = part.y1; py < part.y2; ++py) {
        for (int px = part.x1; px < part.x2; ++px) {
            const std::size_t pixel = indexOf(px, py, m_map.width);
            if (!m_seen[pixel])
                continue;
            const std::int32_t here = tile.labels[indexOf(px - x, py - y, tile.width)], there = m_map.labels[pixel];
            ofTile[here] += here != 0;
            ofPicture[there] += there != 0;
            if (here != 0 && there != 0)
                ++common[{here, there}];
        }
    }
    std::vector<std::int32_t> numbers(tile.segments.size() + 1, 0);
    std::vector<int> best(numbers.size(), 0);
    for (const auto& [pair, pixels] : common) {
        const auto here = std::size_t(pair.first);
        const int smaller = std::min(ofTile.at(pair.first), ofPicture.at(pair.second));
        if (pixels >= kSameObject * smaller && pixels > best[here]) {
            best[here] = pixels;
            numbers[here] = pair.second;
        }
    }
    return numbers;
}

void LabelStitcher::add(const LabelMap& tile, int x, int y)
{
    const Part part = trusted(tile, x, y);
    std::vector<std::int32_t> numbers = numbersFor(tile, x, y, part);
    for (int py = part.y1; py < part.y2; ++py) {
        for (int px = part.x1; px < part.x2; ++px) {
            const std::size_t pixel = indexOf(px, py, m_map.width);
            const std::int32_t here = tile.labels[indexOf(px - x, py - y, tile.width)];
            m_seen[pixel] = 1;
            if (here == 0 || m_map.labels[pixel] != 0)
                continue;
            std::int32_t& number = numbers[std::size_t(here)];
            if (number == 0) {
                m_map.segments.push_back({});
                m_scoreSums.push_back(0);
                number = std::int32_t(m_map.segments.size());
            }
            m_map.labels[pixel] = number;
            ++m_map.segments[std::size_t(number - 1)].area;
            m_scoreSums[std::size_t(number - 1)] += double(tile.segments[std::size_t(here - 1)].score);
        }
    }
}

LabelMap LabelStitcher::take(int minimumArea)
{
    for (std::size_t i = 0; i < m_map.segments.size(); ++i)
        m_map.segments[i].score = float(m_scoreSums[i] / m_map.segments[i].area);
    dropSmallSegments(m_map, minimumArea);
    m_scoreSums.clear();
    m_seen.clear();
    return std::exchange(m_map, {});
}

std::optional<LabelMap> segmentTiles(std::span<const float> pixels, int width, int height, const TilingOptions& options,
                                     const EmbedTile& embed, const std::function<bool()>& stop)
{
    LabelStitcher stitcher(width, height, options.trim);
    for (const int y : tileStarts(height, options.tile, options.overlap)) {
        for (const int x : tileStarts(width, options.tile, options.overlap)) {
            if (stop && stop())
                return std::nullopt;
            const auto embedding = embed(cutTile(pixels, width, height, x, y, options.tile));
            if (!embedding)
                return std::nullopt;
            stitcher.add(clusterEmbedding(*embedding, options.clusters, stop), x, y);
        }
    }
    if (stop && stop())
        return std::nullopt;
    return stitcher.take(options.clusters.minimumArea);
}

} // namespace blastoscope::nn

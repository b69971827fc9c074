// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/embedding_clusters.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

#include "core/nn/ops/mean_shift.h"

namespace blastoscope::nn {
namespace {

constexpr std::int32_t kOrphan = -1; ///< part of an object, not known of which

/// Calls `visit(neighbour)` for the up to eight pixels around one.
template<typename Visit>
void forNeighbours(std::size_t pixel, int width, int height, const Visit& visit)
{
    const int x = int(pixel % std::size_t(width)), y = int(pixel / std::size_t(width));
    for (int ny = std::max(0, y - 1); ny <= std::min(height - 1, y + 1); ++ny)
        for (int nx = std::max(0, x - 1); nx <= std::min(width - 1, x + 1); ++nx)
            if (nx != x || ny != y)
                visit(std::size_t(ny) * std::size_t(width) + std::size_t(nx));
}

/// The pixels that are clustered, and their points.
struct Points {
    std::vector<std::size_t> pixels;
    std::vector<float> values; ///< pixels x channels
};

Points pointsOf(const PixelEmbedding& embedding, double threshold)
{
    const std::size_t size = std::size_t(embedding.width) * std::size_t(embedding.height);
    Points points;
    for (std::size_t i = 0; i < size; ++i) {
        if (!embedding.foreground.empty() && double(embedding.foreground[i]) < threshold)
            continue;
        points.pixels.push_back(i);
        for (std::size_t c = 0; c < std::size_t(embedding.channels); ++c)
            points.values.push_back(embedding.values[c * size + i]);
    }
    return points;
}

bool isOnBorder(std::size_t pixel, int width, int height)
{
    const std::size_t x = pixel % std::size_t(width), y = pixel / std::size_t(width);
    return x == 0 || y == 0 || x + 1 == std::size_t(width) || y + 1 == std::size_t(height);
}

/// The cluster that is the background: the one with most pixels on the border.
int backgroundCluster(const Points& points, const MeanShiftResult& found, int width, int height)
{
    std::vector<std::size_t> onBorder(found.clusters(), 0);
    for (std::size_t i = 0; i < points.pixels.size(); ++i)
        onBorder[std::size_t(found.labels[i])] += isOnBorder(points.pixels[i], width, height);
    return int(std::max_element(onBorder.begin(), onBorder.end()) - onBorder.begin());
}

/// Gives every connected piece of a label a number of its own, in the order of their first pixels.
void splitIntoPieces(std::vector<std::int32_t>& labels, int width, int height)
{
    std::vector<std::int32_t> pieces(labels.size(), 0);
    std::int32_t count = 0;
    std::vector<std::size_t> open;
    for (std::size_t start = 0; start < labels.size(); ++start) {
        if (labels[start] == 0 || pieces[start] != 0)
            continue;
        pieces[start] = ++count;
        open.assign(1, start);
        while (!open.empty()) {
            const std::size_t pixel = open.back();
            open.pop_back();
            forNeighbours(pixel, width, height, [&](std::size_t neighbour) {
                if (labels[neighbour] == labels[pixel] && pieces[neighbour] == 0) {
                    pieces[neighbour] = count;
                    open.push_back(neighbour);
                }
            });
        }
    }
    labels = std::move(pieces);
}

/// Makes orphans of the pixels of labels with fewer than `minimumArea` and gives these to the labels that grow into
/// them from around; what nobody reaches becomes background.
void dissolveSmall(std::vector<std::int32_t>& labels, int width, int height, int minimumArea)
{
    std::vector<int> areas;
    for (const std::int32_t label : labels) {
        areas.resize(std::max(areas.size(), std::size_t(label) + 1), 0);
        ++areas[std::size_t(label)];
    }
    for (std::int32_t& label : labels)
        if (label != 0 && areas[std::size_t(label)] < minimumArea)
            label = kOrphan;
    std::deque<std::size_t> edge;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] > 0)
            edge.push_back(i);
    while (!edge.empty()) {
        const std::size_t pixel = edge.front();
        edge.pop_front();
        forNeighbours(pixel, width, height, [&](std::size_t neighbour) {
            if (labels[neighbour] == kOrphan) {
                labels[neighbour] = labels[pixel];
                edge.push_back(neighbour);
            }
        });
    }
    std::replace(labels.begin(), labels.end(), kOrphan, std::int32_t(0));
}

double confidence(const float* point, const float* mode, std::size_t channels, double margin)
{
    double distance = 0;
    for (std::size_t c = 0; c < channels; ++c)
        distance += std::abs(double(point[c]) - double(mode[c]));
    return std::exp(-distance / margin);
}

/// Areas and scores of the labels, which number from 1 without gaps but for some that nobody has.
void measureSegments(LabelMap& map, const Points& points, const MeanShiftResult& found, double margin)
{
    const auto most = std::max_element(map.labels.begin(), map.labels.end());
    map.segments.resize(most == map.labels.end() ? 0 : std::size_t(*most));
    std::vector<double> sums(map.segments.size(), 0);
    const auto channels = std::size_t(found.dimensions);
    for (std::size_t i = 0; i < points.pixels.size(); ++i) {
        const std::int32_t label = map.labels[points.pixels[i]];
        if (label == 0)
            continue;
        const auto segment = std::size_t(label - 1);
        ++map.segments[segment].area;
        sums[segment] += confidence(&points.values[i * channels], &found.modes[std::size_t(found.labels[i]) * channels],
                                    channels, margin);
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        map.segments[i].score = map.segments[i].area ? float(sums[i] / map.segments[i].area) : 0;
}

} // namespace

LabelMap clusterEmbedding(const PixelEmbedding& embedding, const EmbeddingClusterOptions& options,
                          const std::function<bool()>& stop)
{
    LabelMap map{embedding.width, embedding.height, {}, {}};
    map.labels.assign(std::size_t(map.width) * std::size_t(map.height), 0);
    const Points points = pointsOf(embedding, options.foregroundThreshold);
    MeanShiftOptions shift;
    shift.bandwidth = options.bandwidth;
    const MeanShiftResult found = meanShift(points.values, embedding.channels, shift, stop);
    if (found.labels.empty())
        return map;
    const int background = embedding.foreground.empty() ? backgroundCluster(points, found, map.width, map.height) : -1;
    for (std::size_t i = 0; i < points.pixels.size(); ++i)
        map.labels[points.pixels[i]] = found.labels[i] == background ? 0 : found.labels[i] + 1;
    if (options.splitPieces)
        splitIntoPieces(map.labels, map.width, map.height);
    dissolveSmall(map.labels, map.width, map.height, options.minimumArea);
    measureSegments(map, points, found, options.margin);
    dropSmallSegments(map, options.minimumArea);
    return map;
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/segment_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/nn/data/preprocess.h"

namespace blastoscope::nn
{
namespace
{

/// Nearest neighbour. Objects that vanish are gone.
LabelMap resized(const LabelMap& map, int width, int height)
{
    LabelMap out{width, height, std::vector<std::int32_t>(std::size_t(width) * std::size_t(height)), map.segments};
    for (LabelSegment& segment : out.segments)
        segment.area = 0;
    const auto source = [](int at, int length, int sourceLength) {
        return std::min(sourceLength - 1, int((at + 0.5) * sourceLength / length));
    };
    for (int y = 0; y < height; ++y) {
        const std::int32_t* row = map.labels.data() + std::size_t(source(y, height, map.height)) * std::size_t(map.width);
        for (int x = 0; x < width; ++x) {
            const std::int32_t label = row[source(x, width, map.width)];
            out.labels[std::size_t(y) * std::size_t(width) + std::size_t(x)] = label;
            if (label > 0)
                ++out.segments[std::size_t(label - 1)].area;
        }
    }
    dropSmallSegments(out, 1);
    return out;
}

} // namespace

std::optional<LabelMap> segmentPicture(std::span<const float> pixels, int width, int height,
                                       const TilingOptions& options, const EmbedTile& embed,
                                       const std::function<bool()>& stop)
{
    if (options.scale == 1)
        return segmentTiles(pixels, width, height, options, embed, stop);
    const auto scaled = [&](int length) { return std::max(1, int(std::lround(length * options.scale))); };
    const int innerWidth = scaled(width), innerHeight = scaled(height);
    const auto inner =
        resampleWindow(pixels, width, height, {0, 0, double(width), double(height)}, innerWidth, innerHeight);
    const auto map = segmentTiles(inner, innerWidth, innerHeight, options, embed, stop);
    if (!map)
        return std::nullopt;
    return resized(*map, width, height);
}

} // namespace blastoscope::nn

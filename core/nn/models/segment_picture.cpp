// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/segment_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/nn/data/preprocess.h"

namespace blastoscope::nn {
namespace {

/// Where one pixel of a row or column lies between two of another resolution.
struct Between {
    int first = 0, second = 0;
    float weight = 0; ///< of the second
};

std::vector<Between> positions(int length, int sourceLength)
{
    std::vector<Between> all;
    for (int i = 0; i < length; ++i) {
        const double at = (i + 0.5) * sourceLength / length - 0.5;
        const int first = int(std::floor(at));
        all.push_back(
            {std::clamp(first, 0, sourceLength - 1), std::clamp(first + 1, 0, sourceLength - 1), float(at - first)});
    }
    return all;
}

/// The label with the largest share of bilinear interpolation, which keeps outlines smooth. Objects that vanish are
/// gone.
LabelMap resized(const LabelMap& map, int width, int height)
{
    LabelMap out{width, height, std::vector<std::int32_t>(std::size_t(width) * std::size_t(height)), map.segments};
    for (LabelSegment& segment : out.segments)
        segment.area = 0;
    const auto columns = positions(width, map.width), rows = positions(height, map.height);
    auto to = out.labels.begin();
    for (const Between& row : rows) {
        const std::int32_t* upper = map.labels.data() + std::size_t(row.first) * std::size_t(map.width);
        const std::int32_t* lower = map.labels.data() + std::size_t(row.second) * std::size_t(map.width);
        for (const Between& column : columns) {
            const std::array<std::int32_t, 4> labels = {upper[column.first], upper[column.second], lower[column.first],
                                                        lower[column.second]};
            const float right = column.weight, down = row.weight;
            const std::array<float, 4> shares = {(1 - right) * (1 - down), right * (1 - down), (1 - right) * down,
                                                 right * down};
            const auto shareOf = [&](std::int32_t label) {
                float sum = 0;
                for (std::size_t k = 0; k < 4; ++k)
                    sum += labels[k] == label ? shares[k] : 0;
                return sum;
            };
            const std::int32_t label = *std::max_element(
                labels.begin(), labels.end(), [&](std::int32_t a, std::int32_t b) { return shareOf(a) < shareOf(b); });
            *to++ = label;
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

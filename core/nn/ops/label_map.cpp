// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/label_map.h"

#include <algorithm>

namespace blastoscope::nn {

std::vector<masks::RleMask> masksOf(const LabelMap& map)
{
    struct Extent {
        int x1, y1, x2, y2;
    };
    std::vector<Extent> extents(map.segments.size(), {map.width, map.height, 0, 0});
    const std::int32_t* label = map.labels.data();
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x, ++label) {
            if (*label == 0)
                continue;
            Extent& extent = extents[std::size_t(*label - 1)];
            extent = {std::min(extent.x1, x), std::min(extent.y1, y), std::max(extent.x2, x + 1),
                      std::max(extent.y2, y + 1)};
        }
    }
    std::vector<masks::RleMask> masks;
    for (std::size_t i = 0; i < extents.size(); ++i) {
        const Extent& extent = extents[i];
        masks::Bitmap crop(std::max(0, extent.x2 - extent.x1), std::max(0, extent.y2 - extent.y1));
        for (int y = 0; y < crop.height; ++y)
            for (int x = 0; x < crop.width; ++x)
                crop.at(x, y) =
                    map.labels[std::size_t(extent.y1 + y) * std::size_t(map.width) + std::size_t(extent.x1 + x)] ==
                    std::int32_t(i + 1);
        masks.push_back(masks::RleMask::fromCrop(crop, extent.x1, extent.y1, map.width, map.height));
    }
    return masks;
}

void dropSmallSegments(LabelMap& map, int minimumArea)
{
    std::vector<std::int32_t> numbers = {0};
    std::vector<LabelSegment> kept;
    for (const LabelSegment& segment : map.segments) {
        const bool keep = segment.area >= std::max(1, minimumArea);
        if (keep)
            kept.push_back(segment);
        numbers.push_back(keep ? std::int32_t(kept.size()) : 0);
    }
    for (std::int32_t& label : map.labels)
        label = numbers[std::size_t(label)];
    map.segments = std::move(kept);
}

} // namespace blastoscope::nn

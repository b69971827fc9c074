// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::nn {

/// One object of a label map.
struct LabelSegment {
    int area = 0;    ///< px
    float score = 0; ///< [0, 1]
};

/// A picture cut into objects that do not overlap.
struct LabelMap {
    int width = 0;
    int height = 0;
    std::vector<std::int32_t> labels; ///< row-major; 0 is background, i belongs to segments[i - 1]
    std::vector<LabelSegment> segments;
};

/// The silhouette of each segment, in their order.
std::vector<masks::RleMask> masksOf(const LabelMap& map);

/// Leaves out segments of fewer pixels and numbers the others anew, in their order.
void dropSmallSegments(LabelMap& map, int minimumArea);

} // namespace blastoscope::nn

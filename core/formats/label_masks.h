// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/annotation/instance.h"
#include "core/base/error.h"
#include "core/imaging/label_image.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::formats {

/// The pixels of each number of a label image, by number; background left out. Errors: Unsupported above 65535
/// different numbers (no labelling but a photograph) or beyond 268 megapixels.
base::Result<std::map<std::uint32_t, masks::RleMask>> masksOfLabels(const imaging::LabelImage& image);

/// Indices of the instances, nearest first: each one after those that cover it as far as the depth order tells;
/// otherwise in the order of the frame. A circle of relations is broken at its first instance.
std::vector<std::size_t> nearestFirst(const annotation::FrameAnnotation& frame);

/// Pixels that an instance does not keep because a nearer one takes them.
struct HiddenPixels {
    std::size_t instance = 0; ///< index in the frame
    std::size_t by = 0;       ///< index of the one that keeps them
    std::int64_t pixels = 0;
};

/// A frame with every pixel given to the nearest instance there.
struct FlatFrame {
    std::vector<masks::RleMask> parts; ///< in the order of the instances, disjoint
    std::vector<HiddenPixels> hidden;
};
/// Nearest by nearestFirst().
FlatFrame flatten(const annotation::FrameAnnotation& frame);

/// The layer of each instance, from 0 (nearest): no two instances of one layer overlap, an instance lies behind those
/// that cover it, and each is as near as that allows (greedy colouring of the overlap graph, nearest first).
std::vector<int> depthLayers(const annotation::FrameAnnotation& frame);

/// Writes `number` on the set pixels.
void paintLabel(imaging::LabelImage& image, const masks::RleMask& mask, std::uint32_t number);

} // namespace blastoscope::formats

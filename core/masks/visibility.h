// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// Two silhouettes of one frame, by index.
struct SilhouettePair {
    std::size_t first = 0;
    std::size_t second = 0;
    bool operator==(const SilhouettePair&) const = default;
};

/// `nearer` covers `farther` where both silhouettes are set; indices of silhouettes.
struct Cover {
    std::size_t nearer = 0;
    std::size_t farther = 0;
    bool operator==(const Cover&) const = default;
};

/// All pairs with at least one common pixel, first < second, in ascending order.
std::vector<SilhouettePair> overlappingPairs(std::span<const RleMask> silhouettes);

/// The part of each silhouette that no nearer one covers. A silhouette has none (nullopt) while it overlaps another
/// one and the order of that pair is not among `covers`: what cannot be known is not guessed. A pair listed in both
/// directions counts as unknown; covers of silhouettes that do not overlap have no effect. All silhouettes share one
/// canvas size.
std::vector<std::optional<RleMask>> visibleMasks(std::span<const RleMask> silhouettes, std::span<const Cover> covers);

/// The pixels where at least two silhouettes overlap, so that something is hidden there; empty when there is no
/// silhouette.
RleMask occlusionMap(std::span<const RleMask> silhouettes);

} // namespace blastoscope::masks

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/base/random.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Pairs of silhouettes by their rows, each pair once.
struct SilhouettePairs {
    torch::Tensor first;  ///< [p] int64
    torch::Tensor second; ///< [p] int64

    std::int64_t size() const { return first.size(0); }
};

inline constexpr std::int64_t kRimDepth = 20;  ///< samples across a rim, from inside to outside
inline constexpr std::int64_t kRimLength = 64; ///< samples around a cell

inline constexpr std::int64_t kRimPlanes = 3; ///< the picture; where the other cell of the pair lies; how many more do

/// The rims of the cells of each pair, unrolled along the outline: [2, p, kRimPlanes, kRimDepth, kRimLength], of the
/// first and of the second. `picture` [H, W] standardised, `silhouettes` [n, H, W], 0 or 1, all on the CPU; `presence`
/// [n] in [0, 1] says how sure each of them is, and as so much of a cell it counts among "how many more". With
/// `disturb` the outlines are shifted and bent a little, as those of a detector are.
torch::Tensor pairRims(const torch::Tensor& picture, const torch::Tensor& silhouettes, const torch::Tensor& presence,
                       const SilhouettePairs& pairs, base::Random* disturb = nullptr);

} // namespace blastoscope::nn

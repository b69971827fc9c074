// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/base/random.h"
#include "core/nn/torch.h"

namespace blastoscope::nn
{

/// Pairs of silhouettes by their rows, each pair once.
struct SilhouettePairs {
    torch::Tensor first;  ///< [p] int64
    torch::Tensor second; ///< [p] int64

    std::int64_t size() const { return first.size(0); }
};

inline constexpr std::int64_t kRimDepth = 20;  ///< samples across a rim, from inside to outside
inline constexpr std::int64_t kRimLength = 64; ///< samples around a cell

/// The rims of the cells of each pair, unrolled along the outline: [2, p, 2, kRimDepth, kRimLength], of the first and
/// of the second, each with the picture and with where the other cell lies. `picture` [H, W] standardised,
/// `silhouettes` [n, H, W], 0 or 1, all on the CPU. With `disturb` the outlines are shifted and bent a little, as those of a
/// detector are.
torch::Tensor pairRims(const torch::Tensor& picture, const torch::Tensor& silhouettes, const SilhouettePairs& pairs,
                       base::Random* disturb = nullptr);

} // namespace blastoscope::nn

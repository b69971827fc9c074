// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

namespace blastoscope::dataset {

/// How many of `synthetic` frames join `real` ones so that they make up `share` of all: all there are when these are fewer,
/// and all without real frames. `share` in [0, 1].
inline int syntheticFor(double share, int synthetic, int real)
{
    if (real == 0 || share >= 1)
        return synthetic;
    return std::min(synthetic, int(std::lround(share / (1 - share) * real)));
}

} // namespace blastoscope::dataset

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <vector>

#include "core/base/image.h"

namespace blastoscope::inference
{

/// base::toGrayFloats with whatever is not a number made 0: what every segmenter looks at.
inline std::vector<float> finiteGray(const base::Image& image)
{
    std::vector<float> pixels = base::toGrayFloats(image);
    for (float& value : pixels) {
        if (!std::isfinite(value))
            value = 0;
    }
    return pixels;
}

} // namespace blastoscope::inference

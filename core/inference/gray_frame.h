// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/image.h"
#include "core/inference/crop_transform.h"
#include "core/inference/networks.h"

namespace blastoscope::inference {

/// The grey values of a frame in the units of the picture, all finite.
struct GrayFrame {
    int width = 0; ///< px
    int height = 0;
    std::vector<float> pixels; ///< row-major, width * height
};

/// base::toGrayFloats with the median of all numbers in place of whatever is not one (0 when there is none): a border
/// without a value must not look like an object. Row-major, width * height; empty for an image without pixels.
std::vector<float> finiteGray(const base::Image& image);

/// Brings the few values that lie far outside of all others (text burned into a 16-bit picture, hot pixels, a glaring
/// speck) near to them, so that standardised contrast is that of the embryo. Changes nothing within two widths of the
/// range that holds the middle 98 % of the pixels.
void clipOutliers(std::vector<float>& pixels);

/// What a network sees of the frame through `view`: resampled (nn::resampleWindow), with the edge repeated where the
/// view reaches beyond the frame, and standardised (nn::standardise). Thread-safe, as everything here.
NetworkInput seenThrough(const GrayFrame& frame, const CropTransform& view);

} // namespace blastoscope::inference

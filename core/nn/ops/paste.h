// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// A rectangle of probabilities at image resolution; pixel (0, 0) lies at (x, y) of the image.
struct PastedMap {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< row-major, width * height

    /// Pixels with at least `threshold` as a mask on an image of the given size.
    masks::RleMask toMask(int imageWidth, int imageHeight, float threshold = 0.5f) const;
};

/// Stretches a square map over `box` (pixels of an imageWidth x imageHeight image, may reach outside): every pixel
/// centre inside the image samples the map bilinearly at ((x + .5 - x1) / (x2 - x1)) * M - .5, with zeros around the
/// map, as detectron2 pastes masks. `map` [M, M] float on the CPU. Empty where the box misses the image or is empty.
PastedMap paste(const torch::Tensor& map, const base::Box& box, int imageWidth, int imageHeight);

} // namespace blastoscope::nn

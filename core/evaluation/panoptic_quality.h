// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/masks/rle_mask.h"

namespace blastoscope::evaluation {

/// How well the objects of one picture were found, in [0, 1] (Kirillov et al. 2019, "Panoptic Segmentation", eq. 1, for
/// one class): the IoUs of the pairs that match, over the pairs and half of what stayed alone on either side. Masks
/// match one to one, best first, from an IoU above .5. Two empty pictures agree: 1. All masks must have one size
/// (asserted).
double panopticQuality(std::span<const masks::RleMask> truth, std::span<const masks::RleMask> found);

} // namespace blastoscope::evaluation

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/masks/rle_mask.h"

namespace blastoscope::masks {

/// The mask with bumps and notches smaller than about `sigma` px (> 0) taken away: blurred by a Gaussian and cut off at
/// the value that keeps its area (to about a percent; less exactly for specks of a few pixels). At the border of the
/// image the mask goes on as it is there.
RleMask smoothedMask(const RleMask& mask, double sigma);

} // namespace blastoscope::masks

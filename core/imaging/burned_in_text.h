// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/geometry.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// Where instruments have written into a U8 picture: at most one box in the top and one in the bottom eighth, around
/// strokes that are nearly white or black with a hard edge. Microscope pictures are blurred by their optics, so that
/// this is rare in them; text that is grey, or far from the border, is not found.
std::vector<base::Box> findBurnedInText(const base::Image& display);

} // namespace blastoscope::imaging

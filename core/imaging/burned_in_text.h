// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/geometry.h"
#include "core/base/image.h"

namespace blastoscope::imaging {

/// Where instruments have written into the top or bottom quarter of a U8 picture: one box around each row of text. Text
/// is nearly white or black with a hard edge, flat in colour, of strokes of one width, and at least three glyphs of a
/// like height stand beside each other. Debris and grains may be as bright, but are blobs of all sizes in no row. Text
/// that is grey, or in the middle of the picture, is not found, nor are one or two glyphs alone.
std::vector<base::Box> findBurnedInText(const base::Image& display);

} // namespace blastoscope::imaging

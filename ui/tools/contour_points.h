// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/masks/polygon.h"

namespace blastoscope::ui {

/// The outer outline of the largest piece of a mask with few enough points to be moved by hand: no more than needed to
/// stay within `tolerance` px (> 0) of it, and at least three. Empty for an empty mask.
masks::Polygon contourPoints(const masks::RleMask& mask, double tolerance);

/// What a mask becomes when the outline `before`, which follows it roughly, is changed into `after`: only the pixels
/// between the two change, so the rest keeps its exact border.
masks::RleMask reshaped(const masks::RleMask& mask, const masks::Polygon& before, const masks::Polygon& after);

} // namespace blastoscope::ui

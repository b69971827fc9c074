// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/masks/bitmap.h"

namespace blastoscope::measure {

/// Name of the estimator in tables.
inline constexpr const char* kPerimeterMethod = "crofton8";

/// Length of the border between set and unset pixels, holes included, in pixels; what lies outside the bitmap is
/// unset. Crofton's formula with the lines of eight lattice directions (Lehmann and Legland 2012, "Efficient N-D
/// surface estimation using Crofton formula and run-length encoding", with directions weighted by their angular
/// share). Four directions are the usual choice; the four additional ones reduce the largest error for an ellipse of
/// 10 px radius from about 2.3 % to below 2 %, and are without bias for discs and ellipses.
double perimeterOf(const masks::Bitmap& mask);

} // namespace blastoscope::measure

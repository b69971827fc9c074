// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::masks {

/// The points of an open line that matter: those left out lie within `tolerance` of it (Douglas and Peucker 1973). The
/// first and the last point always stay; the order is kept.
std::vector<base::Point> simplifiedLine(std::span<const base::Point> points, double tolerance);

} // namespace blastoscope::masks

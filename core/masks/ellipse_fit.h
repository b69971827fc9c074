// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/masks/ellipse.h"

namespace blastoscope::masks {

/// The ellipse with the same centroid, second moments and therefore about the same area as a convex mask. Nothing for
/// an empty mask.
std::optional<Ellipse> momentEllipse(const RleMask& mask);

/// The ellipse whose algebraic distance from the points of the longest outline is least (Halir and Flusser 1998).
/// Nothing when the outline is too short or no ellipse fits.
std::optional<Ellipse> outlineEllipse(const RleMask& mask);

} // namespace blastoscope::masks

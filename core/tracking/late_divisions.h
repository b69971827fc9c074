// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tracking/track_set.h"

namespace blastoscope::tracking {

/// Finds divisions whose second daughter shows up to kLongestGap frames late: a path that begins without a mother
/// beside another one whose cell became too small to be what it was. The other path is cut where it became so.
void splitLateDivisions(TrackSet& set);

} // namespace blastoscope::tracking

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tracking/track_set.h"

namespace blastoscope::tracking {

/// A cell that appears from nowhere or is born must be there for so many frames, or it is taken for an error.
inline constexpr std::size_t kLastingFrames = 3;

/// Takes back what does not last: cells that appear without a mother, and divisions after which a daughter is gone
/// again before the sequence ends. The mother goes on as the daughter that stays.
void dropPassingCells(TrackSet& set);

} // namespace blastoscope::tracking

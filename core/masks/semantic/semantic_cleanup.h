// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/base/image.h"

namespace blastoscope::masks {

/// A map of numbers (U8, one channel) where every region of one number that is smaller than `smallest` px has taken the
/// number that most of its border touches, smaller numbers first where two touch it equally; regions hang together over
/// edges. Those that became larger by that stay.
base::Image withoutSpecks(const base::Image& map, std::int64_t smallest);

} // namespace blastoscope::masks

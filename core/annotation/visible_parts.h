// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/annotation/instance.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::annotation {

/// The visible part of each instance of a frame, in the order of its instances: what the file or the person says, and
/// for instances of a model the silhouette without what nearer ones cover (so that a free cell is wholly visible,
/// whatever the rim of the predicted visible mask looks like). Nothing where that is not known because the depth order
/// with an overlapping neighbour is unknown. All silhouettes have the size of the frame.
std::vector<std::optional<masks::RleMask>> visibleParts(const FrameAnnotation& frame);

} // namespace blastoscope::annotation

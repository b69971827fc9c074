// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/masks/rle_mask.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::masks {

/// A silhouette that is not empty to the whole one behind it, on the same canvas; e.g. inference::ShapeSnap::snap. May
/// fail for what resembles no cell.
using ShapeCompletion = std::function<base::Result<RleMask>(const RleMask&)>;

/// The silhouette of a cell of a semantic map (splitSemanticMap) as `complete` mends it, as far as the map agrees: it
/// may gain pixels of "overlap" and of kUnknownClass and lose "overlap", but what the map shows as one cell stays. The
/// silhouette itself where `complete` fails. In one piece and without holes.
RleMask completedWithin(const base::Image& map, const SemanticClasses& classes, const RleMask& silhouette,
                        const ShapeCompletion& complete);

} // namespace blastoscope::masks

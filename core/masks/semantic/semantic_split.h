// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/masks/rle_mask.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::masks {

/// Lengths are shares of the longer side of the map.
struct SemanticSplitOptions {
    SemanticClasses classes;
    double smallestCellRadius = 1. / 40;      ///< but at least 2 px
    double smallestFragmentRadius = 1. / 160; ///< of a disc of that area; less is a speck, of any class; at least 1 px
};

/// Whole silhouettes, the largest first.
struct SemanticInstances {
    std::vector<RleMask> cells;
    std::vector<RleMask> fragments;
};

/// Splits a semantic map (semanticMap) into instances. Fragments are what hangs together. For the cells, the number of
/// silhouettes over each pixel is explained by ellipses (coverByEllipses, from several starts: the regions of class
/// "cell", cut at necks of different depth); then each pixel of "cell" goes to the ellipse that it lies deepest in, and
/// each of "overlap" to all that hold it, but at least two. So outlines are those of the map, to the pixel, except
/// where both sides of an outline are "overlap". Specks take the class around them; what is cut off from the main part
/// of a cell is dropped. Numbers that are no class count as background, kUnknownClass as anything. Deterministic; about
/// .1 s. Fails with InvalidArgument for a map that is not U8 with one channel.
base::Result<SemanticInstances> splitSemanticMap(const base::Image& map, const SemanticSplitOptions& options = {});

} // namespace blastoscope::masks

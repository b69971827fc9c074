// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/review/reason.h"

namespace blastoscope::review {

/// The size of a counted blastomere.
struct CellSize {
    annotation::InstanceId id = 0;
    double diameter = 0; ///< equivalent one, px
};

/// What checkShapes() found.
struct CheckedShapes {
    std::vector<Reason> reasons;
    std::vector<CellSize> cells; ///< blastomeres that are not uncertain
};

/// Measures the blastomeres of a frame, or what is counted in their place; odd is one that is in pieces, far from round
/// (a blastomere), or much smaller or larger than the others. Silhouettes that the border of the image cuts are not
/// judged. A few milliseconds for a frame.
CheckedShapes checkShapes(const annotation::FrameAnnotation& frame);

} // namespace blastoscope::review

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "app/train/dataset_source.h"
#include "app/train/detector_evaluation.h"

namespace blastoscope::train {

/// What one model counted in all held-out frames, and which part of each picture it saw.
struct HeldOutScore {
    std::vector<FrameScore> frames;
    std::vector<base::Box> windows; ///< pixels of the picture
    int inputSize = 0;              ///< side of the masks
};

/// The frames in which the last model agrees least with the truth, worst first, with all outlines, so that another
/// program can paint them over the pictures: [{"picture", "embryo", "cells", "truth": SHAPES, "results": [{"counted",
/// "quality", "shapes": SHAPES}]}], one result per model. SHAPES is {"window": [x1, y1, x2, y2] in pixels of the
/// picture, "size": side of the masks, "masks": [run lengths as in COCO's text form]}.
nlohmann::json worstFrames(const std::vector<HeldOutScore>& models, const std::vector<SampleOrigin>& origins);

} // namespace blastoscope::train

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/image.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::train {

/// What is true about a frame, simulated or real; masks and boxes in its pixels.
struct FrameTruth {
    std::vector<nn::SampleInstance> instances;
    std::optional<base::Box> clump; ///< all cells together
    std::optional<base::Box> zona;
    bool exhaustive = true;
    std::vector<nn::SampleDepthPair> order;
};

/// How a frame is kept for training.
struct CanvasOptions {
    double fieldOfView = 2.5; ///< side of the canvas / extent of the clump
    int canvasSize = 352;     ///< px
    int overviewSize = 160;   ///< px
};

/// The square of a frame of width x height pixels that becomes the canvas: around the clump, or the whole frame when
/// there is none.
base::Box canvasBox(int width, int height, const std::optional<base::Box>& clump, double fieldOfView);

/// Cuts the canvas around the embryo out of a frame and shrinks the frame to the overview; truth goes along. Canvas
/// beyond the frame repeats the frame's edge, as inference does; masks end at the frame.
nn::TrainingSample toTrainingSample(const base::Image& image, const FrameTruth& frame, const CanvasOptions& options,
                                    bool withOverview);

} // namespace blastoscope::train

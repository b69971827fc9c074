// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/data/label_batch.h"

namespace blastoscope::nn {

/// A real frame as a label image: every pixel belongs to one object at most.
struct LabelledFrame {
    int width = 0;
    int height = 0;
    std::vector<float> pixels;        ///< grey in [0, 1], row-major
    std::vector<std::int32_t> labels; ///< as in LabelBatch
    int objects = 0;
};

/// Where objects overlap the visible part decides if it is known; otherwise the smaller object is on top. Objects to be
/// ignored become ignored pixels, and so does everything outside of objects in a frame that does not list them all.
LabelledFrame toLabelledFrame(const DatasetFrame& frame);

/// A training picture, size x size, standardised.
struct LabelWindow {
    int size = 0;
    std::vector<float> image;
    std::vector<std::int32_t> labels;
};

/// How windows are cut at random: `side` of a window in frame pixels is size / magnification.
struct LabelWindowOptions {
    double minMagnification = 0.9;
    double maxMagnification = 1.25;
    AugmentationOptions disturbance; ///< flips, quarter turns and everything that changes grey values
};

/// The window with its top left corner at (x, y) of the frame resampled by `scale`. Beyond the frame the edge pixels
/// are repeated and labels are ignored.
LabelWindow plainLabelWindow(const LabelledFrame& frame, int x, int y, int size, double scale = 1);

/// A random window; as far as it is smaller than the frame it lies inside. A function of its arguments alone.
LabelWindow randomLabelWindow(const LabelledFrame& frame, int size, const LabelWindowOptions& options,
                              base::Random random);

/// Windows of equal size as one batch on the CPU.
LabelBatch toLabelBatch(const std::vector<LabelWindow>& windows);

} // namespace blastoscope::nn

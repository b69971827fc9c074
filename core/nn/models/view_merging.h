// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/models/detections.h"

namespace blastoscope::nn {

/// Detections in a picture of `width` pixels as seen in a mirror (left and right exchanged).
DetectorOutput mirrored(const DetectorOutput& output, std::int64_t width);

/// Detections in a picture of `height` pixels whose top and bottom are exchanged.
DetectorOutput upsideDown(const DetectorOutput& output, std::int64_t height);

/// What several views of one picture show, in the coordinates of the picture, as one answer, best first. Detections of
/// one class whose boxes overlap by at least `minIou` are one object (at most one of each view): boxes and maps are
/// averaged, weighted by score; the score is the mean over all views, with 0 for a view that misses the object. Counts
/// are averaged; the occlusion map is that of the first view.
DetectorOutput mergedViews(const std::vector<DetectorOutput>& views, double minIou = 0.65);

} // namespace blastoscope::nn

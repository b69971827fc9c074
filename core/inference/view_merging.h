// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/inference/networks.h"

namespace blastoscope::inference
{

/// The picture, or a detection in a picture of `width` pixels, seen in a mirror (left and right exchanged).
NetworkInput mirrored(const NetworkInput& input);
CropDetection mirrored(const CropDetection& detection, int width);

/// Detections of several views of one picture, in the coordinates of the picture, as one list, best first. Those of one
/// class whose boxes overlap by at least `minIou` are one object (at most one of each view): boxes and maps are
/// averaged, weighted by score; the score is the mean over all views, with 0 for a view that misses the object.
std::vector<CropDetection> mergedViews(const std::vector<std::vector<CropDetection>>& views, double minIou = 0.65);

} // namespace blastoscope::inference

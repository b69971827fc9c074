// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/inference/networks.h"

namespace blastoscope::inference
{

/// The picture, or a detection in a picture of `width` pixels, seen in a mirror (left and right exchanged).
NetworkInput mirrored(const NetworkInput& input);
CropDetection mirrored(const CropDetection& detection, int width);
CropFindings mirrored(const CropFindings& found, int width);

/// What several views of one picture show, in the coordinates of the picture, as one answer. Detections of one class
/// whose boxes overlap by at least `minIou` are one object (at most one of each view): boxes and maps are averaged,
/// weighted by score; the score is the mean over all views, with 0 for a view that misses the object. Count
/// probabilities are averaged.
CropFindings mergedViews(const std::vector<CropFindings>& views, double minIou = 0.65);

} // namespace blastoscope::inference

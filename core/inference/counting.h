// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/inference/segmenter.h"

namespace blastoscope::inference
{

/// Two outlines of one object: mask IoU above `minIou` and areas that differ by less than e^maxLogAreaRatio. Stacked
/// cells overlap as much but differ in size, and both stay.
struct NearDuplicateRule {
    double minIou = 0.8;
    double maxLogAreaRatio = 0.2;
};

/// Of every pair of near-duplicates of one class the worse goes. Indices of the rest, best first (stable).
std::vector<std::size_t> withoutNearDuplicates(const std::vector<Detection>& detections,
                                               const NearDuplicateRule& rule = {});

/// What is shown and counted: detections (best first) of at least `threshold`, without those whose mask IoU with a
/// better counted one reaches `mergeIou`. Blastomeres go first, so that a fragment or polar body never displaces one.
/// Ascending indices.
std::vector<int> countedDetections(const std::vector<Detection>& detections, double threshold, double mergeIou,
                                   int blastomereClass);

} // namespace blastoscope::inference

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "core/inference/segmenter.h"
#include "core/nn/models/count_rule.h"

namespace blastoscope::inference {

/// Two outlines of one object: mask IoU above `minIou` and areas that differ by less than a factor of
/// e^maxLogAreaRatio. Stacked cells overlap as much but differ in size, and both stay (our choice).
struct NearDuplicateRule {
    double minIou = 0.8;          ///< [0, 1]
    double maxLogAreaRatio = 0.2; ///< of the natural logarithm
};

/// Of every pair of near-duplicates of one class the worse goes. Indices of the rest, best first (stable). All masks on
/// one canvas, none empty. Thread-safe, as everything here.
std::vector<std::size_t> withoutNearDuplicates(const std::vector<Detection>& detections,
                                               const NearDuplicateRule& rule = {});

/// The detections of one embryo and what the model says about its number of cells as a whole.
struct EmbryoFindings {
    std::vector<int> detections;            ///< indices of some of all detections of the frame, best first
    std::vector<double> countProbabilities; ///< as in CropFindings
};

/// What is shown and counted. A blastomere whose mask IoU with a better one reaches the rule's mergeIou is the same
/// cell; of the others as many count in each embryo as nn::mostProbableCount says, the best ones. Fragments and polar
/// bodies count from the rule's threshold on, and never displace a blastomere. `detections` best first; ascending
/// indices.
std::vector<int> countedDetections(const std::vector<Detection>& detections,
                                   const std::vector<EmbryoFindings>& embryos, const nn::CountRule& rule,
                                   int blastomereClass);

} // namespace blastoscope::inference

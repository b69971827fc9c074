// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace blastoscope::nn {

/// Which detections count as cells; chosen on held-out pictures when a model is exported.
struct CountRule {
    double threshold = 0.5;  ///< score from which a detection on its own is more likely a cell than not, (0, 1)
    double mergeIou = 0.7;   ///< mask IoU from which two detections are one cell
    double countWeight = 0;  ///< how much the picture's count probabilities weigh against the scores; 0: nothing
};

/// The most probable number of cells in one picture. `scores` are those of the detections left after merging, best
/// first; `countProbabilities` those of 0, 1, 2, ... cells as the count head sees them (the last: or more), empty
/// without a head. The result n means that the best n count. With weight 0 or no probabilities that is every score from
/// the threshold up.
int mostProbableCount(std::span<const double> scores, std::span<const double> countProbabilities,
                      const CountRule& rule);

} // namespace blastoscope::nn

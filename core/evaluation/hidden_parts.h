// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/evaluation/coco_eval.h"

namespace blastoscope::evaluation {

/// An image with what is known about the visible parts of its true objects.
struct OccludedImage {
    EvaluationImage image;                              ///< with masks
    std::vector<std::optional<masks::RleMask>> visible; ///< of each ground truth, in their order; nothing: not known
};

/// What a silhouette must hide at least to be asked for, as a share of its area; less is noise of the outline.
inline constexpr double kSmallestHiddenShare = 0.05;

/// Number of true objects with a hidden part that is large enough; crowds left out.
int countHiddenParts(std::span<const OccludedImage> images);

/// COCO metrics of how the hidden parts of silhouettes are completed. A detection d and a true object g agree by the
/// IoU of g's hidden part with the part of d that lies where other objects are visible (or g is hidden), provided their
/// whole silhouettes agree with IoU >= .5; otherwise not at all. Objects that hide less than kSmallestHiddenShare, or
/// of which the visible part is not known, need not be found, and what finds them (whole IoU >= .5) does not count.
CocoMetrics evaluateHiddenParts(std::span<const OccludedImage> images);

} // namespace blastoscope::evaluation

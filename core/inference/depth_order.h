// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// A rectangle of probabilities that an instance is topmost; pixel (0, 0) lies at (x, y) of the image, elsewhere 0.
struct VisibilityMap {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< row-major, width * height

    /// [0, 1]; 0 beyond the rectangle.
    float at(int imageX, int imageY) const;
};

struct DepthOrderOptions {
    double minConfidence = 0.6;     ///< of what the visible parts say; below: unknown
    double minProbability = 2. / 3; ///< of what a depth order head says: told when twice as probable as the opposite
    double minShare =
        0.2;             ///< the two together must be topmost on this share of their overlap (else a third covers both)
    int minOverlap = 12; ///< px of the image; smaller overlaps say nothing
};

/// Which of two overlapping instances is nearer: the one that is topmost on more of their overlap. The confidence is
/// its share of both probabilities there. None when the masks hardly overlap or the answer is unsure. `first` and
/// `second`, the indices of a and b, become nearer and farther. Both masks on one canvas. Thread-safe, as everything
/// here.
std::optional<DepthOrder> pairOrder(int first, const Detection& a, const VisibilityMap& visibleA, int second,
                                    const Detection& b, const VisibilityMap& visibleB,
                                    const DepthOrderOptions& options = {});

/// The same from the probability in [0, 1] that the first is nearer, as a model's depth order head tells it
/// (core/nn/models/depth_order_head.h); its confidence is that of the answer.
std::optional<DepthOrder> pairOrder(int first, int second, double firstIsNearer, const DepthOrderOptions& options = {});

/// Orders of pairs that were judged one by one may contradict each other: a before b, b before c, c before a. Returns
/// the most confident ones that do not, in the order in which they are given; the others stay unknown.
std::vector<DepthOrder> withoutContradictions(const std::vector<DepthOrder>& orders);

} // namespace blastoscope::inference

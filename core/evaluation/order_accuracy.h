// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/masks/rle_mask.h"
#include "core/masks/visibility.h"

namespace blastoscope::evaluation {

/// The silhouettes of one image and which of them are known to cover which.
struct OrderedSilhouettes {
    std::vector<masks::RleMask> silhouettes;
    std::vector<masks::Cover> covers;
};

/// How well the depth order of overlapping pairs is known; sums over images.
struct OrderAccuracy {
    int pairs = 0; ///< true pairs that overlap and have an order
    int found = 0; ///< of these, both silhouettes were found (IoU >= .5)
    int known = 0; ///< of these, an order was predicted
    int right = 0; ///< of these, the true one

    /// Share of found pairs with the right order: not to know counts as wrong. 0 when no pair was found.
    double accuracy() const { return found ? double(right) / found : 0; }
    /// Share of the pairs with a predicted order for which it is right. 0 when none was predicted.
    double precision() const { return known ? double(right) / known : 0; }
    OrderAccuracy& operator+=(const OrderAccuracy& other);
};

/// Compares one image. Silhouettes are matched one to one, largest IoU first.
OrderAccuracy orderAccuracy(const OrderedSilhouettes& truth, const OrderedSilhouettes& predicted);

} // namespace blastoscope::evaluation

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace blastoscope::evaluation {

/// Number of cells of one image.
struct CountPair {
    int expected = 0;
    int predicted = 0;
};

/// How well cells are counted over a set of images; all zeros when there are none.
struct CountAccuracy {
    int images = 0;
    double exact = 0;             ///< share of images counted right, [0, 1]
    double withinOne = 0;         ///< share counted right or off by one, [0, 1]
    double meanAbsoluteError = 0; ///< |DiC|, cells
    double bias = 0;              ///< DiC, mean of predicted - expected, cells
};

CountAccuracy countAccuracy(std::span<const CountPair> pairs);

} // namespace blastoscope::evaluation

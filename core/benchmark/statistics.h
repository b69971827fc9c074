// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace blastoscope::benchmark {

/// Mean and standard deviation (of the sample, n - 1) of some numbers; zeros where there are too few.
struct Spread {
    int count = 0;
    double mean = 0;
    double deviation = 0;
};

Spread spreadOf(std::span<const double> values);

/// How much one setting differs from another when both ran with the same seeds.
struct PairedDifference {
    Spread spread;      ///< of a - b
    double margin = 0;  ///< half the 95 % confidence interval of the mean (Student's t); infinite below two pairs
    int above = 0;      ///< pairs in which a is larger
};

/// `a` and `b` are equally long and belong together element by element (asserted).
PairedDifference pairedDifference(std::span<const double> a, std::span<const double> b);

} // namespace blastoscope::benchmark

// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/count_accuracy.h"

#include <cstdlib>

namespace blastoscope::evaluation {

CountAccuracy countAccuracy(std::span<const CountPair> pairs)
{
    CountAccuracy result;
    if (pairs.empty())
        return result;
    for (const CountPair& pair : pairs) {
        const int difference = pair.predicted - pair.expected;
        result.exact += difference == 0;
        result.withinOne += std::abs(difference) <= 1;
        result.meanAbsoluteError += std::abs(difference);
        result.bias += difference;
    }
    const double n = double(pairs.size());
    result.images = int(pairs.size());
    result.exact /= n;
    result.withinOne /= n;
    result.meanAbsoluteError /= n;
    result.bias /= n;
    return result;
}

} // namespace blastoscope::evaluation

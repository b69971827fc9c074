// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <vector>

#include "core/evaluation/count_accuracy.h"

using namespace blastoscope::evaluation;

TEST_CASE("exact, within one, error and bias of counts")
{
    const std::vector<CountPair> pairs = {{4, 4}, {8, 7}, {2, 5}, {0, 0}};
    const CountAccuracy accuracy = countAccuracy(pairs);
    CHECK(accuracy.images == 4);
    CHECK(accuracy.exact == .5);
    CHECK(accuracy.withinOne == .75);
    CHECK(accuracy.meanAbsoluteError == 1);
    CHECK(accuracy.bias == .5);
}

TEST_CASE("no images give zeros")
{
    CHECK(countAccuracy({}).images == 0);
    CHECK(countAccuracy({}).exact == 0);
}

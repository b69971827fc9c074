// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include <doctest/doctest.h>

#include "core/evaluation/panoptic_quality.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using evaluation::panopticQuality;

namespace {

masks::RleMask square(int x, int y, int side)
{
    return tests::rectangle(100, 100, x, y, side, side);
}

using Masks = std::vector<masks::RleMask>;

} // namespace

TEST_CASE("a perfect picture scores 1, whatever the order of its masks, and so do two empty ones")
{
    CHECK(panopticQuality(Masks{square(0, 0, 20), square(40, 40, 30)}, Masks{square(40, 40, 30), square(0, 0, 20)}) ==
          1);
    CHECK(panopticQuality(Masks{}, Masks{}) == 1);
}

TEST_CASE("missing and additional objects cost half a pair each")
{
    const Masks one = {square(0, 0, 20)}, two = {square(0, 0, 20), square(40, 40, 30)};
    CHECK(panopticQuality(two, one) == doctest::Approx(1 / 1.5));
    CHECK(panopticQuality(one, two) == doctest::Approx(1 / 1.5));
    CHECK(panopticQuality(one, Masks{}) == 0);
    CHECK(panopticQuality(Masks{}, one) == 0);
}

TEST_CASE("a mask matches only one other, the best")
{
    // 20 x 20 against itself shifted by 4: 16 * 20 common pixels of 24 * 20.
    const Masks truth = {square(0, 0, 20)}, found = {square(4, 0, 20), square(0, 0, 20)};
    CHECK(panopticQuality(truth, found) == doctest::Approx(1 / 1.5));
    CHECK(panopticQuality(truth, Masks{square(4, 0, 20)}) == doctest::Approx(16.0 / 24));
    CHECK(panopticQuality(truth, Masks{square(10, 0, 20)}) == 0); // an IoU of a third is no match
}

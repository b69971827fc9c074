// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <cstdint>

#include "core/evaluation/class_overlap.h"

using blastoscope::evaluation::ClassOverlap;
using Map = std::array<std::uint8_t, 6>;

TEST_CASE("intersections and unions are summed over pictures before they are divided")
{
    ClassOverlap overlap(4);
    REQUIRE(overlap.add(Map{0, 0, 2, 2, 2, 2}, Map{0, 0, 0, 2, 2, 2})); // background 2 of 3, cell 3 of 4
    REQUIRE(
        overlap.add(Map{0, 0, 0, 0, 0, 3}, Map{0, 0, 0, 0, 2, 3})); // background 4 of 5, cell 0 of 1, overlap 1 of 1
    CHECK(*overlap.of(0) == doctest::Approx(6. / 8));
    CHECK_FALSE(overlap.of(1).has_value());
    CHECK(*overlap.of(2) == doctest::Approx(3. / 5));
    CHECK(*overlap.of(3) == doctest::Approx(1));
    CHECK(overlap.mean() == doctest::Approx((6. / 8 + 3. / 5 + 1) / 3));
}

TEST_CASE("pixels of unknown truth count for nothing")
{
    ClassOverlap overlap(3);
    REQUIRE(overlap.add(Map{1, 2, 0, 1, 1, 1}, Map{255, 255, 255, 1, 1, 1}));
    CHECK(*overlap.of(1) == doctest::Approx(1));
    CHECK_FALSE(overlap.of(2).has_value());
    CHECK(overlap.mean() == doctest::Approx(1));
}

TEST_CASE("maps that do not fit are refused and count for nothing")
{
    ClassOverlap overlap(3);
    CHECK_FALSE(overlap.add(Map{}, std::array<std::uint8_t, 5>{}));
    CHECK_FALSE(overlap.add(Map{0, 0, 0, 0, 0, 3}, Map{}));
    CHECK_FALSE(overlap.add(Map{}, Map{0, 0, 0, 0, 0, 3}));
    CHECK_FALSE(overlap.add(Map{0, 0, 0, 0, 0, 255}, Map{}));
    CHECK(overlap.mean() == 0);
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>

#include "core/masks/split.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::masks;
using tests::disc;
using tests::rectangle;
using Line = std::vector<base::Point>;

namespace {

void checkThatNothingIsLost(const RleMask& whole, const std::vector<RleMask>& parts)
{
    RleMask sum(whole.width(), whole.height());
    std::int64_t area = 0;
    for (const RleMask& part : parts) {
        sum = united(sum, part);
        area += part.area();
    }
    CHECK(sum == whole);
    CHECK(area == whole.area()); // and nothing is there twice
}

} // namespace

TEST_CASE("a straight line parts a disc into its two sides")
{
    base::Random random(19);
    const RleMask whole = disc(100, 90, 50, 45, 30);
    for (int trial = 0; trial < 30; ++trial) {
        const double angle = random.uniform(0, 6.3), offset = random.uniform(-20, 20);
        const double nx = std::cos(angle), ny = std::sin(angle);
        const base::Point foot{50 + offset * nx, 45 + offset * ny};
        const Line line = {{foot.x - 60 * ny, foot.y + 60 * nx}, {foot.x + 60 * ny, foot.y - 60 * nx}};
        const std::vector<RleMask> parts = splitByLine(whole, line);
        REQUIRE(parts.size() == 2);
        checkThatNothingIsLost(whole, parts);
        CHECK(parts[0].area() >= parts[1].area());
        int wrong = 0; // pixels further than one from the line that are on the wrong side
        const bool firstIsBeyond = parts[0].contains(int(50 - 29 * nx), int(45 - 29 * ny)) == false;
        for (int y = 0; y < 90; ++y)
            for (int x = 0; x < 100; ++x) {
                const double side = (x + .5 - foot.x) * nx + (y + .5 - foot.y) * ny;
                if (whole.contains(x, y) && std::abs(side) > 1.5)
                    wrong += parts[0].contains(x, y) != ((side > 0) == firstIsBeyond);
            }
        CAPTURE(trial);
        CHECK(wrong == 0);
    }
}

TEST_CASE("a bent line parts as it runs")
{
    const RleMask whole = rectangle(60, 60, 10, 10, 40, 40);
    const std::vector<RleMask> parts = splitByLine(whole, Line{{0, 30}, {30, 30}, {30, 60}});
    REQUIRE(parts.size() == 2);
    checkThatNothingIsLost(whole, parts);
    CHECK(parts[1].area() == doctest::Approx(20 * 20).epsilon(.06));
    CHECK(parts[1].contains(12, 48));
}

TEST_CASE("a line that ends inside or passes by changes nothing")
{
    const RleMask whole = disc(80, 80, 40, 40, 25);
    CHECK(splitByLine(whole, Line{{0, 40}, {45, 40}}) == std::vector{whole});
    CHECK(splitByLine(whole, Line{{0, 2}, {79, 2}}) == std::vector{whole});
    CHECK(splitByLine(whole, Line{{-900, -800}, {-700, 200}}) == std::vector{whole});
}

TEST_CASE("a scratch along the rim is no part")
{
    const RleMask whole = rectangle(60, 60, 10, 10, 40, 40);
    CHECK(splitByLine(whole, Line{{0, 10.4}, {60, 10.4}}).size() == 1);
}

TEST_CASE("pieces beside the line go with the largest part")
{
    const RleMask whole = united(rectangle(90, 60, 10, 10, 40, 40), rectangle(90, 60, 70, 10, 10, 10));
    const std::vector<RleMask> parts = splitByLine(whole, Line{{40, 0}, {40, 60}});
    REQUIRE(parts.size() == 2);
    checkThatNothingIsLost(whole, parts);
    CHECK(parts[0].contains(75, 15));
}

TEST_CASE("a line to and fro makes several parts")
{
    const RleMask whole = rectangle(90, 60, 10, 20, 70, 20);
    const std::vector<RleMask> parts = splitByLine(whole, Line{{30, 0}, {30, 60}, {60, 60}, {60, 0}});
    CHECK(parts.size() == 3);
    checkThatNothingIsLost(whole, parts);
}

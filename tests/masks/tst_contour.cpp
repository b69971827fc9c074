// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/masks/contour.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::Outline;
using masks::signedArea;
using masks::smoothOutlines;
using masks::traceOutlines;
using tests::maskOf;

namespace {

double signedAreaOf(const std::vector<Outline>& outlines)
{
    double sum = 0;
    for (const Outline& outline : outlines)
        sum += signedArea(outline.points);
    return sum;
}

} // namespace

TEST_CASE("one pixel gives its four corners, clockwise")
{
    const auto outlines = traceOutlines(maskOf({"...", ".#.", "..."}));
    REQUIRE(outlines.size() == 1);
    CHECK_FALSE(outlines[0].isHole);
    CHECK(outlines[0].points == masks::Polygon{{1, 1}, {2, 1}, {2, 2}, {1, 2}});
}

TEST_CASE("an empty mask has no outline")
{
    CHECK(traceOutlines(masks::RleMask(4, 4)).empty());
    CHECK(traceOutlines(masks::RleMask()).empty());
    CHECK(smoothOutlines(masks::RleMask(4, 4)).empty());
}

TEST_CASE("a hole is an outline of its own with negative area")
{
    const auto outlines = traceOutlines(maskOf({"####", "#..#", "####"}));
    REQUIRE(outlines.size() == 2);
    CHECK(signedArea(outlines[0].points) == 12);
    CHECK(outlines[1].isHole);
    CHECK(signedArea(outlines[1].points) == -2);
}

TEST_CASE("pixels that touch by a corner are separate, holes that touch by a corner are one")
{
    CHECK(traceOutlines(maskOf({"#.", ".#"})).size() == 2);
    const auto outlines = traceOutlines(maskOf({"####", "#.##", "##.#", "####"}));
    REQUIRE(outlines.size() == 2);
    CHECK(signedArea(outlines[1].points) == -2);
}

TEST_CASE("the signed areas of all outlines add up to the mask")
{
    base::Random random(11);
    for (int i = 0; i < 50; ++i) {
        const masks::RleMask mask(tests::noise(13, 9, .5, random));
        CHECK(signedAreaOf(traceOutlines(mask)) == double(mask.area()));
    }
}

TEST_CASE("filling the outlines of a solid mask gives the mask back")
{
    const masks::RleMask mask = tests::disc(60, 50, 28.4, 25.7, 17.3);
    const auto outlines = traceOutlines(mask);
    REQUIRE(outlines.size() == 1);
    CHECK(masks::fromPolygon(outlines[0].points, 60, 50).value() == mask);
}

TEST_CASE("a mask at the border of the image is closed there")
{
    const auto outlines = traceOutlines(tests::rectangle(6, 5, 0, 0, 6, 5));
    REQUIRE(outlines.size() == 1);
    CHECK(outlines[0].points == masks::Polygon{{0, 0}, {6, 0}, {6, 5}, {0, 5}});
}

TEST_CASE("the smooth outline of a disc stays within half a pixel of the circle")
{
    const auto outlines = smoothOutlines(tests::disc(100, 100, 50.2, 49.6, 30));
    REQUIRE(outlines.size() == 1);
    for (const base::Point& p : outlines[0].points)
        CHECK(std::hypot(p.x - 50.2, p.y - 49.6) == doctest::Approx(30).epsilon(.5 / 30));
}

TEST_CASE("smoothing does not make small things vanish")
{
    const auto outlines = smoothOutlines(maskOf({"....", ".##.", ".##.", "...."}), 5);
    REQUIRE(outlines.size() == 1);
    CHECK(signedArea(outlines[0].points) > 1);
}

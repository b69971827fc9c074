// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>

#include "core/masks/simplification.h"

using namespace blastoscope;
using base::Point;

TEST_CASE("points on a straight line go, corners stay")
{
    const std::vector<Point> line = {{0, 0}, {1, 0.05}, {2, -0.05}, {3, 0}, {3, 4}, {3, 9}};
    CHECK(masks::simplifiedLine(line, 0.1) == std::vector<Point>{{0, 0}, {3, 0}, {3, 9}});
    CHECK(masks::simplifiedLine(line, 0.01) == std::vector<Point>{{0, 0}, {1, 0.05}, {2, -0.05}, {3, 0}, {3, 9}});
}

TEST_CASE("no point that is left out is farther away than the tolerance")
{
    std::vector<Point> arc;
    for (int i = 0; i <= 400; ++i)
        arc.push_back({100 * std::cos(i * 0.01), 100 * std::sin(i * 0.01)});
    const auto kept = masks::simplifiedLine(arc, 0.5);
    CHECK(kept.size() < 40);
    CHECK(kept.front() == arc.front());
    CHECK(kept.back() == arc.back());
    for (std::size_t i = 1; i < kept.size(); ++i) { // the height of the arc over its chord
        const double half = std::hypot(kept[i].x - kept[i - 1].x, kept[i].y - kept[i - 1].y) / 2;
        CHECK(100 - std::sqrt(100 * 100 - half * half) <= 0.5 + 1e-9);
    }
}

TEST_CASE("lines without an inside, closed lines and repeated points")
{
    CHECK(masks::simplifiedLine({}, 1).empty());
    const std::vector<Point> two = {{1, 1}, {2, 2}};
    CHECK(masks::simplifiedLine(two, 1) == two);
    const std::vector<Point> closed = {{0, 0}, {5, 0}, {5, 5}, {0, 0}};
    CHECK(masks::simplifiedLine(closed, 0.5) == closed);
    const std::vector<Point> same(6, Point{3, 3});
    CHECK(masks::simplifiedLine(same, 0.5).size() == 2);
}

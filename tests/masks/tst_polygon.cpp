// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "core/masks/polygon.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::fromPolygon;
using masks::fromPolygons;
using masks::Polygon;

namespace {

Polygon box(double x1, double y1, double x2, double y2)
{
    return {{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}};
}

} // namespace

TEST_CASE("a rectangle on pixel edges fills exactly its pixels")
{
    CHECK(fromPolygon(box(2, 3, 6, 8), 10, 10).value() == tests::rectangle(10, 10, 2, 3, 4, 5));
}

TEST_CASE("the direction of travel does not matter")
{
    const Polygon polygon = {{2.3, 1.1}, {8.7, 4.2}, {5.5, 9.9}, {1.2, 7.4}};
    const Polygon reversed(polygon.rbegin(), polygon.rend());
    CHECK(fromPolygon(polygon, 12, 12).value() == fromPolygon(reversed, 12, 12).value());
}

TEST_CASE("a pixel counts when the outline passes its centre")
{
    CHECK(fromPolygon(box(2.4, 3.4, 6.4, 8.4), 10, 10).value() == tests::rectangle(10, 10, 2, 3, 4, 5));
    CHECK(fromPolygon(box(2.6, 3.6, 6.6, 8.6), 10, 10).value() == tests::rectangle(10, 10, 3, 4, 4, 5));
}

TEST_CASE("an outline that leaves the canvas is clipped")
{
    CHECK(fromPolygon(box(-20, -20, 5, 6), 10, 10).value() == tests::rectangle(10, 10, 0, 0, 5, 6));
    CHECK(fromPolygon(box(-20, -20, 50, 60), 10, 10).value() == tests::rectangle(10, 10, 0, 0, 10, 10));
    CHECK(fromPolygon(box(20, 20, 50, 60), 10, 10).value().isEmpty());
}

TEST_CASE("a fine circle fills close to its area")
{
    Polygon circle;
    for (int i = 0; i < 360; ++i) {
        const double a = i * std::numbers::pi / 180;
        circle.push_back({50 + 30 * std::cos(a), 50 + 30 * std::sin(a)});
    }
    const double area = double(fromPolygon(circle, 100, 100).value().area());
    CHECK(area == doctest::Approx(std::numbers::pi * 900).epsilon(.005));
}

TEST_CASE("points without extent do not disturb")
{
    Polygon polygon = box(2, 3, 6, 8);
    polygon.insert(polygon.begin() + 2, polygon[1]);
    polygon.push_back(polygon.back());
    CHECK(fromPolygon(polygon, 10, 10).value() == tests::rectangle(10, 10, 2, 3, 4, 5));
    CHECK(fromPolygon({{4, 4}, {4, 4}, {4, 4}}, 10, 10).value().isEmpty());
}

TEST_CASE("several outlines are united")
{
    const std::vector<Polygon> parts = {box(0, 0, 4, 4), box(2, 2, 6, 6)};
    const auto wanted = united(tests::rectangle(8, 8, 0, 0, 4, 4), tests::rectangle(8, 8, 2, 2, 4, 4));
    CHECK(fromPolygons(parts, 8, 8).value() == wanted);
    CHECK(fromPolygons({}, 8, 8).value().isEmpty());
}

TEST_CASE("hostile outlines are refused")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(fromPolygon({{1, 1}, {2, 2}}, 10, 10));
    CHECK_FALSE(fromPolygon({{1, 1}, {nan, 2}, {3, 3}}, 10, 10));
    CHECK_FALSE(fromPolygon({{1, 1}, {1e300, 2}, {3, 3}}, 10, 10));
    CHECK_FALSE(fromPolygon(box(0, 0, 1, 1), 0, 10));
    CHECK_FALSE(fromPolygon(box(0, 0, 1, 1), 1 << 20, 1 << 20));
    Polygon zigzag;
    for (int i = 0; i < 100000; ++i)
        zigzag.push_back({i % 2 ? 1e6 : -1e6, 0});
    CHECK_FALSE(fromPolygon(zigzag, 10, 10));
}

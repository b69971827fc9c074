// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "core/masks/brush.h"
#include "core/masks/ellipse.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::masks;
using tests::disc;

namespace {

double distanceToSegment(double x, double y, const base::Point& a, const base::Point& b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(x - a.x - t * dx, y - a.y - t * dy);
}

/// How many pixels `mask` gets wrong; those whose distance is the radius itself may be either.
int wrongPixels(const RleMask& mask, const std::vector<base::Point>& path, double radius)
{
    int wrong = 0;
    for (int y = 0; y < mask.height(); ++y)
        for (int x = 0; x < mask.width(); ++x) {
            double distance = std::hypot(x + .5 - path[0].x, y + .5 - path[0].y);
            for (std::size_t i = 0; i + 1 < path.size(); ++i)
                distance = std::min(distance, distanceToSegment(x + .5, y + .5, path[i], path[i + 1]));
            if (std::abs(distance - radius) > 1e-9 && mask.contains(x, y) != (distance < radius))
                ++wrong;
        }
    return wrong;
}

} // namespace

TEST_CASE("a stroke is what lies within the radius of its path")
{
    base::Random random(3);
    for (int trial = 0; trial < 60; ++trial) {
        std::vector<base::Point> path;
        const int points = 1 + trial % 5;
        for (int i = 0; i < points; ++i)
            path.push_back({random.uniform(-20, 80), random.uniform(-20, 60)});
        if (trial % 4 == 1)
            path.push_back({path.back().x, path.back().y + 10}); // straight down
        if (trial % 4 == 2)
            path.push_back(path.back()); // no movement
        const double radius = trial % 3 == 0 ? .75 : random.uniform(.1, 25);
        CAPTURE(trial);
        CHECK(wrongPixels(strokeMask(61, 43, path, radius), path, radius) == 0);
    }
}

TEST_CASE("one point is a disc and no point is nothing")
{
    const base::Point center{20.3, 15.8};
    CHECK(strokeMask(50, 40, std::span(&center, 1), 9.4) == disc(50, 40, 20.3, 15.8, 9.4));
    CHECK(strokeMask(50, 40, {}, 9.4).isEmpty());
}

TEST_CASE("strokes off the image leave nothing, huge ones everything")
{
    const std::vector<base::Point> outside = {{-500, -500}, {-300, 900}};
    CHECK(strokeMask(50, 40, outside, 100).isEmpty());
    CHECK(strokeMask(50, 40, outside, 5000).area() == 50 * 40);
    const std::vector<base::Point> far = {{-1e9, 20}, {1e9, 20}};
    CHECK(strokeMask(50, 40, far, 2).area() == 50 * 4);
}

TEST_CASE("the smallest brush hits a pixel wherever it is put")
{
    base::Random random(5);
    for (int trial = 0; trial < 200; ++trial) {
        const base::Point point{random.uniform(0, 30), random.uniform(0, 30)};
        CHECK(strokeMask(30, 30, std::span(&point, 1), .75).area() >= 1);
    }
}

TEST_CASE("an ellipse is what its equation says")
{
    base::Random random(11);
    for (int trial = 0; trial < 60; ++trial) {
        const Ellipse e{{random.uniform(-10, 60), random.uniform(-10, 50)},
                        random.uniform(.3, 40),
                        random.uniform(.3, 40),
                        random.uniform(-7, 7)};
        const RleMask mask = ellipseMask(53, 41, e);
        int wrong = 0;
        for (int y = 0; y < 41; ++y)
            for (int x = 0; x < 53; ++x) {
                const double dx = x + .5 - e.center.x, dy = y + .5 - e.center.y;
                const double u = (dx * std::cos(e.angle) + dy * std::sin(e.angle)) / e.a;
                const double v = (-dx * std::sin(e.angle) + dy * std::cos(e.angle)) / e.b;
                const double value = u * u + v * v;
                if (std::abs(value - 1) > 1e-9 && mask.contains(x, y) != (value < 1))
                    ++wrong;
            }
        CAPTURE(trial);
        CHECK(wrong == 0);
    }
}

TEST_CASE("a flat ellipse is empty")
{
    CHECK(ellipseMask(40, 30, {{20, 15}, 10, 0, .4}).isEmpty());
    CHECK(ellipseMask(40, 30, {{20, 15}, 0, 10, .4}).isEmpty());
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>

#include "core/masks/components.h"
#include "core/masks/contour.h"
#include "core/masks/smoothing.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::masks;
using tests::disc;
using tests::rectangle;

namespace {

double outlineLength(const RleMask& mask)
{
    double length = 0;
    for (const Outline& outline : smoothOutlines(mask))
        for (std::size_t i = 0; i < outline.points.size(); ++i) {
            const base::Point& a = outline.points[i];
            const base::Point& b = outline.points[(i + 1) % outline.points.size()];
            length += std::hypot(b.x - a.x, b.y - a.y);
        }
    return length;
}

/// A disc whose border goes up and down by `depth`.
RleMask gear(int size, double radius, double depth, int teeth)
{
    Bitmap bitmap(size, size);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double dx = x + .5 - size / 2., dy = y + .5 - size / 2.;
            bitmap.at(x, y) = std::hypot(dx, dy) <= radius + depth * std::sin(teeth * std::atan2(dy, dx));
        }
    return RleMask(bitmap);
}

} // namespace

TEST_CASE("smoothing takes bumps away and keeps the area")
{
    for (const double sigma : {1.5, 3.0, 6.0}) {
        const RleMask rough = gear(200, 60, 3, 60);
        const RleMask smooth = smoothedMask(rough, sigma);
        CAPTURE(sigma);
        CHECK(double(smooth.area()) == doctest::Approx(double(rough.area())).epsilon(.01));
        CHECK(outlineLength(smooth) < outlineLength(rough));
    }
    const RleMask round = smoothedMask(gear(200, 60, 3, 60), 6);
    CHECK(outlineLength(round) == doctest::Approx(2 * 3.14159 * 60).epsilon(.02));
    CHECK(iou(round, disc(200, 200, 100, 100, 60)) > .98);
}

TEST_CASE("a disc stays where it is")
{
    const RleMask original = disc(120, 120, 60.3, 58.9, 25);
    CHECK(iou(smoothedMask(original, 3), original) > .98);
}

TEST_CASE("specks and thin bridges go, their area stays in the body")
{
    const RleMask body = disc(120, 120, 60, 60, 25);
    const RleMask smooth = smoothedMask(united(body, rectangle(120, 120, 5, 5, 2, 2)), 3);
    CHECK(components(smooth).size() == 1);
    CHECK(iou(smooth, body) > .97);
}

TEST_CASE("at the border of the image the mask goes on")
{
    const RleMask half = rectangle(80, 60, 0, 0, 30, 60);
    CHECK(smoothedMask(half, 4) == half);
    const RleMask cut = disc(80, 80, 0, 40, 30);
    const RleMask smooth = smoothedMask(cut, 3);
    CHECK(smooth.contains(0, 40));
    CHECK(iou(smooth, cut) > .96);
}

TEST_CASE("small and empty masks survive")
{
    CHECK(smoothedMask(RleMask(30, 20), 3).isEmpty());
    CHECK(smoothedMask(rectangle(30, 20, 7, 9, 1, 1), 2).area() >= 1);
    const RleMask all = rectangle(30, 20, 0, 0, 30, 20);
    CHECK(smoothedMask(all, 3) == all);
}

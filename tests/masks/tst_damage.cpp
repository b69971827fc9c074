// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/masks/components.h"
#include "core/masks/damage.h"
#include "core/masks/ellipse_fit.h"
#include "core/masks/random_shape.h"
#include "core/masks/shape_blend.h"

using namespace blastoscope;
using namespace blastoscope::masks;

namespace {

Bitmap shapeOf(std::uint64_t seed)
{
    base::Random random(seed);
    return randomShape(128, {}, random);
}

RleMask disc(double x, double y, double radius)
{
    return ellipseMask(200, 160, {{x, y}, radius, radius, 0});
}

} // namespace

TEST_CASE("a bite takes exactly its share, from one place at the outline")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        base::Random random(seed);
        const RleMask whole(shapeOf(seed));
        const RleMask rest(bitten(whole.toBitmap(), .3, random));
        CHECK(subtracted(rest, whole).isEmpty());
        CHECK(std::abs(double(rest.area()) - .7 * double(whole.area())) <= 1);
        const RleMask bite = subtracted(whole, rest);
        CHECK(double(largestComponent(bite).area()) > .9 * double(bite.area()));
        CHECK(withoutHoles(rest) == rest); // a bite is no hole
    }
}

TEST_CASE("over-painting adds its share across the outline")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        base::Random random(seed);
        const RleMask whole(shapeOf(seed));
        const RleMask painted(overPainted(whole.toBitmap(), .15, random));
        CHECK(subtracted(whole, painted).isEmpty());
        CHECK(std::abs(double(painted.area()) - 1.15 * double(whole.area())) <= 1);
        CHECK(components(painted).size() == 1);
    }
}

TEST_CASE("every kind of damage changes the silhouette near its outline or inside, never far away")
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        base::Random random(seed);
        const Bitmap whole = shapeOf(seed);
        for (const Bitmap& broken :
             {jagged(whole, 20, .15, random), withoutSliver(whole, .15, random), speckled(whole, 12, random)}) {
            const double kept = iou(RleMask(broken), RleMask(whole));
            CHECK(kept > .6);
            CHECK(kept < 1);
        }
    }
}

TEST_CASE("damage is a function of the seed, keeps a third, and sometimes does nothing")
{
    int untouched = 0;
    double sum = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        base::Random first(seed), second(seed);
        const Bitmap whole = shapeOf(seed % 7);
        const Bitmap broken = damaged(whole, first);
        CHECK(broken.pixels == damaged(whole, second).pixels);
        const RleMask before(whole), after(broken);
        CHECK(double(intersectionArea(before, after)) > .3 * double(before.area()));
        untouched += before == after;
        sum += iou(before, after);
    }
    CHECK(untouched >= 5);
    CHECK(untouched <= 40);
    CHECK(sum / 200 < .9);
}

TEST_CASE("invented shapes fit their bitmap and have about the wanted area")
{
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        base::Random random(seed);
        RandomShapeOptions options;
        options.irregularity = seed % 2 ? .1 : 0;
        const RleMask shape(randomShape(128, options, random));
        const base::Box box = shape.boundingBox();
        CHECK(box.x1 > 0);
        CHECK(box.y2 < 128);
        CHECK(double(shape.area()) == doctest::Approx(std::numbers::pi * 28 * 28).epsilon(.35));
    }
}

TEST_CASE("both ellipse fits give back an ellipse, whichever way it lies")
{
    for (double angle : {-1.3, -.4, 0., .3, .785, 1.2, 1.5}) {
        const Ellipse truth{{101.3, 80.6}, 60, 35, angle};
        const RleMask mask = ellipseMask(200, 160, truth);
        for (const auto& fit : {momentEllipse(mask), outlineEllipse(mask)}) {
            REQUIRE(fit);
            CHECK(iou(ellipseMask(200, 160, *fit), mask) > .985);
            CHECK(fit->a == doctest::Approx(60).epsilon(.02));
            CHECK(fit->b == doctest::Approx(35).epsilon(.02));
        }
    }
    CHECK_FALSE(momentEllipse(RleMask(10, 10)));
    CHECK_FALSE(outlineEllipse(RleMask(10, 10)));
}

TEST_CASE("a blend goes from one shape to the other without a jump")
{
    const RleMask from = disc(80, 80, 30), to = disc(90, 80, 50);
    const ShapeBlend blend(from, to);
    CHECK(blend.at(0) == from);
    CHECK(blend.at(-1) == from);
    CHECK(blend.at(1) == to);
    CHECK(blend.at(2) == to);
    CHECK(iou(blend.at(.5), disc(85, 80, 40)) > .97);
    std::int64_t last = from.area();
    for (int percent = 5; percent <= 100; percent += 5) {
        const RleMask shape = blend.at(percent / 100.);
        CHECK(shape.area() >= last);
        CHECK(double(shape.area() - last) < .12 * double(to.area()));
        last = shape.area();
    }
}

TEST_CASE("a blend between shapes that the image cuts off stays inside it")
{
    const RleMask from = disc(5, 80, 30), to = disc(0, 70, 40);
    const ShapeBlend blend(from, to);
    const RleMask half = blend.at(.5);
    CHECK(half.width() == 200);
    CHECK(half.contains(0, 75));
    CHECK(iou(half, from) > iou(to, from));
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/masks/morphology.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::masks;
using tests::disc;
using tests::maskOf;
using tests::noise;

namespace {

/// Whether some pixel of that value lies within the radius of (x, y); outside the image there is none.
bool isNear(const Bitmap& mask, int x, int y, double radius, bool value)
{
    const int r = int(radius);
    for (int dy = -r; dy <= r; ++dy)
        for (int dx = -r; dx <= r; ++dx)
            if (dx * dx + dy * dy <= radius * radius && mask.contains(x + dx, y + dy)
                && (mask.at(x + dx, y + dy) != 0) == value)
                return true;
    return false;
}

template<typename Rule>
RleMask perPixel(const Bitmap& mask, Rule rule)
{
    Bitmap out(mask.width, mask.height);
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            out.at(x, y) = rule(x, y);
    return RleMask(out);
}

} // namespace

TEST_CASE("growing and shrinking agree with looking at every pixel")
{
    base::Random random(7);
    const double radii[] = {0, .9, 1, 1.42, 2, 2.9, 5, 8.3};
    for (int trial = 0; trial < 40; ++trial) {
        const double density = trial % 4 == 0 ? .02 : trial % 4 == 1 ? .5 : trial % 4 == 2 ? .97 : .999;
        const Bitmap bitmap = noise(31, 23, density, random);
        const RleMask mask(bitmap);
        const double r = radii[trial % 8];
        CAPTURE(trial);
        CHECK(grown(mask, r) == perPixel(bitmap, [&](int x, int y) { return isNear(bitmap, x, y, r, true); }));
        CHECK(shrunk(mask, r) == perPixel(bitmap, [&](int x, int y) { return !isNear(bitmap, x, y, r, false); }));
    }
}

TEST_CASE("a disc grows into a larger disc")
{
    const RleMask larger = grown(disc(100, 100, 50.5, 50.5, 20), 10);
    CHECK(iou(larger, disc(100, 100, 50.5, 50.5, 30)) > .99);
    CHECK(iou(shrunk(larger, 10), disc(100, 100, 50.5, 50.5, 20)) > .99);
}

TEST_CASE("a silhouette that the image cuts off does not draw back from the border")
{
    const RleMask half = tests::rectangle(40, 30, 0, 0, 20, 30);
    CHECK(shrunk(half, 4) == tests::rectangle(40, 30, 0, 0, 16, 30));
    const RleMask all = tests::rectangle(40, 30, 0, 0, 40, 30);
    CHECK(shrunk(all, 100) == all);
}

TEST_CASE("shrinking by more than there is leaves nothing, and nothing stays nothing")
{
    CHECK(shrunk(disc(60, 60, 30, 30, 10), 11).isEmpty());
    CHECK(grown(RleMask(60, 60), 5).isEmpty());
    CHECK(shrunk(RleMask(60, 60), 5).isEmpty());
    CHECK(grown(disc(60, 60, 30, 30, 10), 1e6).area() == 60 * 60);
}

TEST_CASE("moving keeps the shape and loses what leaves the image")
{
    const RleMask shape = maskOf({"......", ".##...", ".###..", "......"});
    CHECK(translated(shape, 2, -1) == maskOf({"...##.", "...###", "......", "......"}));
    CHECK(translated(shape, -2, 1) == maskOf({"......", "......", "#.....", "##...."}));
    CHECK(translated(shape, 0, 0) == shape);
    CHECK(translated(shape, 100, 0).isEmpty());
    CHECK(translated(RleMask(6, 4), 1, 1).isEmpty());
}

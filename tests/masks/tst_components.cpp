// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include <doctest/doctest.h>

#include "core/masks/components.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::masks;
using tests::maskOf;
using tests::noise;

namespace {

/// Everything that is reached from (x, y) over pixels of the same value.
Bitmap flood(const Bitmap& in, int x, int y, bool corners)
{
    Bitmap out(in.width, in.height);
    std::deque<std::pair<int, int>> open = {{x, y}};
    out.at(x, y) = 1;
    while (!open.empty()) {
        const auto [cx, cy] = open.front();
        open.pop_front();
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                if (!corners && dx != 0 && dy != 0)
                    continue;
                if (in.contains(cx + dx, cy + dy) && in.at(cx + dx, cy + dy) == in.at(x, y)
                    && !out.at(cx + dx, cy + dy)) {
                    out.at(cx + dx, cy + dy) = 1;
                    open.push_back({cx + dx, cy + dy});
                }
            }
    }
    return out;
}

} // namespace

TEST_CASE("components agree with flooding from each of their pixels")
{
    base::Random random(13);
    for (int trial = 0; trial < 30; ++trial) {
        const Bitmap bitmap = noise(19, 17, trial % 2 ? .35 : .6, random);
        const std::vector<RleMask> parts = components(RleMask(bitmap));
        std::int64_t sum = 0;
        for (const RleMask& part : parts) {
            sum += part.area();
            int x = 0, y = 0;
            while (!part.contains(x, y))
                if (++x == 19)
                    x = 0, ++y;
            CHECK(part == RleMask(flood(bitmap, x, y, true)));
        }
        CHECK(sum == RleMask(bitmap).area());
        for (std::size_t i = 1; i < parts.size(); ++i)
            CHECK(parts[i - 1].area() >= parts[i].area());
    }
}

TEST_CASE("holes agree with flooding the outside")
{
    base::Random random(17);
    for (int trial = 0; trial < 30; ++trial) {
        const Bitmap inner = noise(17, 15, .6, random);
        Bitmap framed(19, 17); // unset pixels all around
        for (int y = 0; y < 15; ++y)
            for (int x = 0; x < 17; ++x)
                framed.at(x + 1, y + 1) = inner.at(x, y);
        const Bitmap outside = flood(framed, 0, 0, false);
        Bitmap expected(17, 15);
        for (int y = 0; y < 15; ++y)
            for (int x = 0; x < 17; ++x)
                expected.at(x, y) = !outside.at(x + 1, y + 1);
        CHECK(withoutHoles(RleMask(inner)) == RleMask(expected));
    }
}

TEST_CASE("the largest component is kept and nothing stays nothing")
{
    CHECK(largestComponent(maskOf({"##..#", "##...", "...##"})) == maskOf({"##...", "##...", "....."}));
    CHECK(largestComponent(RleMask(5, 4)) == RleMask(5, 4));
    CHECK(components(RleMask(5, 4)).empty());
    CHECK(withoutHoles(RleMask(5, 4)) == RleMask(5, 4));
}

TEST_CASE("pixels that touch by a corner hang together")
{
    CHECK(components(maskOf({"#..", ".#.", "..#"})).size() == 1);
    CHECK(components(maskOf({"..#", ".#.", "#.."})).size() == 1);
    CHECK(withoutHoles(maskOf({".#.", "#.#", ".#."})) == maskOf({".#.", "###", ".#."}));
}

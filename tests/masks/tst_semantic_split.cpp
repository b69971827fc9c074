// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/masks/semantic/semantic_cleanup.h"
#include "core/masks/semantic/semantic_split.h"
#include "core/masks/semantic/shape_completion.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::RleMask;
using masks::SemanticInstances;
using tests::disc;
using tests::rectangle;

namespace {

constexpr int kSide = 100;

base::Image mapOf(const std::vector<RleMask>& cells, const std::vector<RleMask>& fragments = {})
{
    return masks::semanticMap(kSide, kSide, cells, fragments, {});
}

/// IoU of the worst of the true cells with its best match.
double worst(const std::vector<RleMask>& truth, const SemanticInstances& found)
{
    double least = 1;
    for (const RleMask& cell : truth) {
        double best = 0;
        for (const RleMask& mask : found.cells)
            best = std::max(best, masks::iou(cell, mask));
        least = std::min(least, best);
    }
    return least;
}

void checkFound(const std::vector<RleMask>& truth, double iou)
{
    const auto found = masks::splitSemanticMap(mapOf(truth));
    REQUIRE(found);
    CHECK(found->cells.size() == truth.size());
    CHECK(worst(truth, *found) >= iou);
    CHECK(found->fragments.empty());
}

/// Numbers thrown at random, and outlines that are frayed.
base::Image noisy(base::Image map, std::uint64_t seed)
{
    base::Random random(seed);
    const base::Image clean = map;
    for (int y = 1; y + 1 < map.height; ++y)
        for (int x = 1; x + 1 < map.width; ++x) {
            if (random.chance(.01))
                map.row<std::uint8_t>(y)[x] = std::uint8_t(random.integer(0, 3));
            else
                map.row<std::uint8_t>(y)[x] =
                    clean.row<std::uint8_t>(y + random.integer(-1, 1))[x + random.integer(-1, 1)];
        }
    return map;
}

bool isRefused(const base::Image& map)
{
    const auto found = masks::splitSemanticMap(map);
    return !found && found.error().code == base::ErrorCode::InvalidArgument;
}

} // namespace

TEST_CASE("two cells that overlap come back whole, to the pixel")
{
    checkFound({disc(kSide, kSide, 40, 50, 18), disc(kSide, kSide, 60, 50, 18)}, 1);
}

TEST_CASE("cells that only touch are parted at the neck")
{
    checkFound({disc(kSide, kSide, 32.5, 50, 17.5), disc(kSide, kSide, 67.5, 50, 17.5)}, .95);
}

TEST_CASE("cells that are apart, one, four in a rosette")
{
    checkFound({disc(kSide, kSide, 25, 25, 15), disc(kSide, kSide, 70, 70, 20)}, 1);
    checkFound({disc(kSide, kSide, 50, 50, 30)}, 1);
    checkFound({disc(kSide, kSide, 40, 40, 16), disc(kSide, kSide, 62, 40, 16), disc(kSide, kSide, 40, 62, 16),
                disc(kSide, kSide, 62, 62, 16)},
               .93);
}

TEST_CASE("a cell that lies wholly before another one is found")
{
    checkFound({disc(kSide, kSide, 50, 50, 30), disc(kSide, kSide, 55, 50, 20)}, .95);
}

TEST_CASE("a cell that the border cuts off is found as far as it goes")
{
    checkFound({disc(kSide, kSide, 5, 50, 25), disc(kSide, kSide, 40, 50, 22)}, .9);
}

TEST_CASE("fragments are what hangs together, and cells are none")
{
    const std::vector<RleMask> fragments = {disc(kSide, kSide, 20, 20, 6), rectangle(kSide, kSide, 80, 80, 8, 5)};
    const auto found = masks::splitSemanticMap(mapOf({disc(kSide, kSide, 50, 50, 18)}, fragments));
    REQUIRE(found);
    CHECK(found->cells.size() == 1);
    CHECK(found->fragments == fragments);
}

TEST_CASE("specks, holes and frayed outlines do not make or break cells")
{
    const std::vector<RleMask> cells = {disc(kSide, kSide, 36, 50, 20), disc(kSide, kSide, 64, 50, 20)};
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        const auto found = masks::splitSemanticMap(noisy(mapOf(cells), seed));
        REQUIRE(found);
        CHECK(found->cells.size() == 2);
        CHECK(worst(cells, *found) > .9);
        CHECK(found->fragments.empty());
    }
}

TEST_CASE("the same map gives the same instances")
{
    const base::Image map = noisy(mapOf({disc(kSide, kSide, 36, 50, 20), disc(kSide, kSide, 64, 56, 22)}), 3);
    const auto once = masks::splitSemanticMap(map), twice = masks::splitSemanticMap(map);
    CHECK(once->cells == twice->cells);
    CHECK(once->fragments == twice->fragments);
}

TEST_CASE("classes may have other numbers, and other classes are background")
{
    const std::vector<RleMask> cells = {disc(kSide, kSide, 40, 50, 18), disc(kSide, kSide, 60, 50, 18)};
    base::Image map = masks::semanticMap(kSide, kSide, cells, {}, {}, {masks::kUnknownClass, 3, 4});
    for (int y = 0; y < 10; ++y)
        std::fill_n(map.row<std::uint8_t>(y), kSide, std::uint8_t(1)); // a zona
    masks::SemanticSplitOptions options;
    options.classes = {masks::kUnknownClass, 3, 4};
    const auto found = masks::splitSemanticMap(map, options);
    REQUIRE(found);
    CHECK(found->cells.size() == 2);
    CHECK(worst(cells, *found) == 1);
}

TEST_CASE("maps of one class, of odd sizes and of nothing known are no trouble")
{
    for (const int label : {0, 1, 2, 3, 7, 255}) {
        CAPTURE(label);
        base::Image map(kSide, 60, 1, base::PixelType::U8);
        std::fill_n(map.row<std::uint8_t>(0), map.bytes.size(), std::uint8_t(label));
        const auto found = masks::splitSemanticMap(map);
        REQUIRE(found);
        CHECK(found->fragments.size() == (label == 1));
        if (label == 0 || label == 1 || label > 3)
            CHECK(found->cells.empty());
    }
    base::Image pixel(1, 1, 1, base::PixelType::U8);
    pixel.row<std::uint8_t>(0)[0] = 2;
    CHECK(masks::splitSemanticMap(pixel)->cells.empty());
    base::Image line(300, 1, 1, base::PixelType::U8);
    std::fill_n(line.row<std::uint8_t>(0), 300, std::uint8_t(2));
    CHECK(masks::splitSemanticMap(line));
}

TEST_CASE("what is no semantic map is refused")
{
    CHECK(isRefused({}));
    CHECK(isRefused(base::Image(10, 10, 3, base::PixelType::U8)));
    CHECK(isRefused(base::Image(10, 10, 1, base::PixelType::U16)));
}

TEST_CASE("specks take the number around them")
{
    base::Image map = mapOf({disc(kSide, kSide, 50, 50, 20)});
    map.row<std::uint8_t>(50)[50] = 3;
    map.row<std::uint8_t>(5)[5] = 2;
    CHECK(masks::withoutSpecks(map, 4).bytes == mapOf({disc(kSide, kSide, 50, 50, 20)}).bytes);
    CHECK(masks::withoutSpecks(map, 1).bytes == map.bytes);
}

TEST_CASE("completion may add what is hidden and never contradicts the map")
{
    const std::vector<RleMask> cells = {disc(kSide, kSide, 40, 50, 18), disc(kSide, kSide, 60, 50, 18)};
    const base::Image map = mapOf(cells);
    const RleMask bitten = masks::subtracted(cells[0], cells[1]);
    const auto generous = [](const RleMask&) { return base::Result<RleMask>(disc(kSide, kSide, 45, 50, 40)); };
    CHECK(masks::completedWithin(map, {}, bitten, generous) == cells[0]);
    const auto stingy = [](const RleMask&) { return base::Result<RleMask>(RleMask(kSide, kSide)); };
    CHECK(masks::completedWithin(map, {}, cells[0], stingy) == bitten);
    const auto failing = [](const RleMask&) -> base::Result<RleMask> {
        return base::fail(base::ErrorCode::Unsupported, "no cell");
    };
    CHECK(masks::completedWithin(map, {}, bitten, failing) == bitten);
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <functional>

#include "core/masks/rle_mask.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using masks::Bitmap;
using masks::RleMask;
using tests::maskOf;

namespace {

/// Calls body with random bitmaps of many sizes and densities, the thin and empty ones included.
void forRandomBitmaps(const std::function<void(const Bitmap&, base::Random&)>& body)
{
    base::Random random(7);
    for (const double density : {0.0, .02, .5, .98, 1.0})
        for (const auto& [w, h] : {std::pair{1, 1}, {1, 9}, {9, 1}, {7, 5}, {33, 64}})
            body(tests::noise(w, h, density, random), random);
}

std::int64_t countSet(const Bitmap& bitmap)
{
    std::int64_t n = 0;
    for (const auto p : bitmap.pixels)
        n += p;
    return n;
}

} // namespace

TEST_CASE("counts are column-major and start with the zeros")
{
    CHECK(maskOf({".#", "##"}).counts() == std::vector<std::uint32_t>{1, 3});
    CHECK(maskOf({"#.", ".#"}).counts() == std::vector<std::uint32_t>{0, 1, 2, 1});
    CHECK(maskOf({"..", ".."}).counts() == std::vector<std::uint32_t>{4});
}

TEST_CASE("text form follows the definition of COCO: five bits a character, differences from the fourth run on")
{
    CHECK(maskOf({".#", "##"}).toString() == "13");
    CHECK(maskOf({"..", ".."}).toString() == "4");
    CHECK(maskOf({"##", "##"}).toString() == "04");
    CHECK(tests::rectangle(10, 10, 2, 3, 4, 5).toString() == "g05500000U1");
}

TEST_CASE("bitmaps, counts and text are lossless forms of one mask")
{
    forRandomBitmaps([](const Bitmap& bitmap, base::Random&) {
        const RleMask mask(bitmap);
        CHECK(mask.toBitmap().pixels == bitmap.pixels);
        CHECK(mask.area() == countSet(bitmap));
        CHECK(RleMask::fromCounts(bitmap.width, bitmap.height, mask.counts()).value() == mask);
        CHECK(RleMask::fromString(bitmap.width, bitmap.height, mask.toString()).value() == mask);
    });
}

TEST_CASE("copies share their runs, and a mask without any has none")
{
    const RleMask mask(7, 5);
    const RleMask copy = mask;
    CHECK(&copy.counts() == &mask.counts());
    CHECK(copy == RleMask(7, 5));
    CHECK(copy != RleMask(5, 7));
    CHECK(RleMask().counts().empty());
}

TEST_CASE("counts with empty runs are brought to canonical form")
{
    const auto mask = RleMask::fromCounts(2, 3, {0, 0, 2, 1, 0, 2, 1, 0});
    REQUIRE(mask);
    CHECK(mask->counts() == std::vector<std::uint32_t>{2, 3, 1});
}

TEST_CASE("runs longer than five bits survive the text form")
{
    const RleMask mask = tests::rectangle(3000, 2000, 1000, 0, 1500, 2000);
    CHECK(RleMask::fromString(3000, 2000, mask.toString()).value() == mask);
}

TEST_CASE("crops read outside the canvas as empty")
{
    forRandomBitmaps([](const Bitmap& bitmap, base::Random& random) {
        const RleMask mask(bitmap);
        const int x = random.integer(-4, bitmap.width), y = random.integer(-4, bitmap.height);
        const Bitmap crop = mask.crop(x, y, 8, 6);
        for (int cy = 0; cy < 6; ++cy)
            for (int cx = 0; cx < 8; ++cx) {
                const bool inside = bitmap.contains(x + cx, y + cy);
                CHECK(crop.at(cx, cy) == (inside ? bitmap.at(x + cx, y + cy) : 0));
                CHECK(mask.contains(x + cx, y + cy) == (crop.at(cx, cy) != 0));
            }
    });
}

TEST_CASE("a crop put back where it came from gives the same mask")
{
    const RleMask mask = tests::disc(40, 30, 20.3, 14.8, 9);
    CHECK(RleMask::fromCrop(mask.crop(8, 3, 26, 24), 8, 3, 40, 30) == mask);
}

TEST_CASE("a crop that leaves the canvas is clipped on every side")
{
    Bitmap full(10, 10);
    full.pixels.assign(full.pixels.size(), 1);
    CHECK(RleMask::fromCrop(full, -5, -5, 8, 6) == tests::rectangle(8, 6, 0, 0, 5, 5));
    CHECK(RleMask::fromCrop(full, 6, 4, 8, 6) == tests::rectangle(8, 6, 6, 4, 2, 2));
    CHECK(RleMask::fromCrop(full, 20, 0, 8, 6).isEmpty());
    CHECK(RleMask::fromCrop(full, 0, -30, 8, 6).isEmpty());
}

TEST_CASE("the box is tight")
{
    CHECK(tests::rectangle(20, 15, 3, 4, 5, 6).boundingBox() == base::Box{3, 4, 8, 10});
    CHECK(maskOf({"...", ".#.", "..."}).boundingBox() == base::Box{1, 1, 2, 2});
    CHECK(RleMask(5, 5).boundingBox() == base::Box{});
    // Two runs in neighbouring columns, the second one above the first.
    CHECK(maskOf({"..#", "...", ".#."}).boundingBox() == base::Box{1, 0, 3, 3});
    // One run that continues from the bottom of a column to the top of the next spans the whole height.
    CHECK(maskOf({".#", ".#", "#."}).boundingBox() == base::Box{0, 0, 2, 3});
}

TEST_CASE("boolean operations agree with pixels")
{
    forRandomBitmaps([](const Bitmap& a, base::Random& random) {
        const Bitmap b = tests::noise(a.width, a.height, .5, random);
        const RleMask ma(a), mb(b);
        const auto expect = [&](const RleMask& result, auto rule) {
            Bitmap wanted(a.width, a.height);
            for (std::size_t i = 0; i < wanted.pixels.size(); ++i)
                wanted.pixels[i] = rule(a.pixels[i] != 0, b.pixels[i] != 0);
            CHECK(result == RleMask(wanted));
        };
        expect(united(ma, mb), [](bool p, bool q) { return p || q; });
        expect(intersected(ma, mb), [](bool p, bool q) { return p && q; });
        expect(subtracted(ma, mb), [](bool p, bool q) { return p && !q; });
        expect(exclusiveOr(ma, mb), [](bool p, bool q) { return p != q; });
        CHECK(intersectionArea(ma, mb) == intersected(ma, mb).area());
    });
}

TEST_CASE("overlap of two squares is the quotient of areas")
{
    const RleMask a = tests::rectangle(20, 20, 0, 0, 10, 10);
    const RleMask b = tests::rectangle(20, 20, 5, 0, 10, 10);
    CHECK(masks::iou(a, b) == doctest::Approx(50.0 / 150.0));
    CHECK(masks::iou(a, a) == 1.0);
    CHECK(masks::iou(RleMask(4, 4), RleMask(4, 4)) == 0.0);
}

TEST_CASE("hostile run lengths are refused")
{
    CHECK_FALSE(RleMask::fromCounts(2, 2, {}));
    CHECK_FALSE(RleMask::fromCounts(2, 2, {3}));
    CHECK_FALSE(RleMask::fromCounts(2, 2, {2, 3}));
    CHECK_FALSE(RleMask::fromCounts(-2, -2, {4}));
    CHECK_FALSE(RleMask::fromCounts(2, 2, {UINT32_MAX, 5}));
    // Sums to the stated size, but neither fits into 32 bits.
    CHECK_FALSE(RleMask::fromCounts(1 << 17, 1 << 16, {UINT32_MAX, 0, UINT32_MAX, 2}));
    CHECK(RleMask::fromCounts(0, 5, {}).value().isEmpty());
}

TEST_CASE("hostile text is refused")
{
    CHECK_FALSE(RleMask::fromString(2, 2, ""));
    CHECK_FALSE(RleMask::fromString(2, 2, "~~")); // not in the alphabet
    CHECK_FALSE(RleMask::fromString(2, 2, "1 3"));
    CHECK_FALSE(RleMask::fromString(2, 2, "1P"));           // ends inside a number
    CHECK_FALSE(RleMask::fromString(2, 2, "oooooooooooo")); // a number without end
    CHECK_FALSE(RleMask::fromString(2, 2, "O5"));           // a negative run
    CHECK_FALSE(RleMask::fromString(2, 2, "14"));           // one pixel too many
    base::Random random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int n = random.integer(0, 12); n > 0; --n)
            text += char(random.integer(0, 127));
        if (const auto mask = RleMask::fromString(4, 4, text))
            CHECK(mask->area() <= 16);
    }
}

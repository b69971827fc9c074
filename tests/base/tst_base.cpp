// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/geometry.h"
#include "core/base/ids.h"
#include "core/base/image.h"
#include "core/base/pairing.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/union_find.h"
#include "core/base/utc_time.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope::base;

TEST_CASE("SHA-256 gives the digests of the standard")
{
    CHECK(sha256Hex("", 0) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256Hex("abc", 3) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    CHECK(sha256Hex(twoBlocks.data(), twoBlocks.size())
          == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    const std::string million(1000000, 'a');
    Sha256 hash;
    for (std::size_t i = 0; i < million.size(); i += 997) // odd pieces cross every block boundary
        hash.update(million.data() + i, std::min<std::size_t>(997, million.size() - i));
    CHECK(hash.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the hash of a file equals the hash of its bytes, and a missing file is named")
{
    const blastoscope::tests::TemporaryFolder folder;
    const auto path = folder / "bytes";
    const std::string text(200000, 'x');
    std::ofstream(path, std::ios::binary) << text;
    CHECK(sha256OfFile(path).value() == sha256Hex(text.data(), text.size()));
    std::filesystem::remove(path);
    const auto missing = sha256OfFile(path);
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(missing.error().message.find(path.filename().string()) != std::string::npos);
}

TEST_CASE("random numbers are the same everywhere for the same seed")
{
    // Two generators of one seed agree; another seed differs.
    Random a(1), b(1), c(2);
    for (int i = 0; i < 100; ++i) {
        const auto value = a.next();
        CHECK(value == b.next());
        CHECK(value != c.next());
    }
    Random saved(7);
    saved.normal();
    const auto state = saved.state();
    const double next = saved.normal();
    Random resumed(0);
    resumed.setState(state);
    CHECK(resumed.normal() == next);
}

TEST_CASE("random distributions have their moments")
{
    Random random(42);
    double sum = 0, squares = 0, poisson = 0;
    const int n = 200000;
    for (int i = 0; i < n; ++i) {
        const double value = random.normal(3, 2);
        sum += value;
        squares += value * value;
        poisson += random.poisson(2.5);
    }
    const double mean = sum / n;
    CHECK(mean == doctest::Approx(3).epsilon(0.01));
    CHECK(std::sqrt(squares / n - mean * mean) == doctest::Approx(2).epsilon(0.01));
    CHECK(poisson / n == doctest::Approx(2.5).epsilon(0.01));
    for (int i = 0; i < 1000; ++i) {
        const int k = random.integer(-2, 3);
        CHECK((k >= -2 && k <= 3));
    }
}

TEST_CASE("split streams depend on the seed and the stream only")
{
    Random used(5);
    const auto first = used.split(3).next();
    used.next();
    CHECK(used.split(3).next() == first);
    CHECK(used.split(4).next() != first);
}

TEST_CASE("boxes: intersection over union")
{
    const Box a{0, 0, 10, 10};
    CHECK(iou(a, a) == doctest::Approx(1));
    CHECK(iou(a, {5, 0, 15, 10}) == doctest::Approx(1.0 / 3));
    CHECK(iou(a, {20, 20, 30, 30}) == 0);
    CHECK(iou(Box{}, Box{}) == 0);
    CHECK((united(a, {5, -2, 15, 3}) == Box{0, -2, 15, 10}));
}

TEST_CASE("gray values: integer types keep their units, colours are weighted")
{
    Image deep(2, 1, 1, PixelType::U16);
    deep.row<std::uint16_t>(0)[1] = 60000;
    CHECK((toGrayFloats(deep) == std::vector<float>{0, 60000}));

    Image colour(1, 1, 3, PixelType::U8);
    colour.row<std::uint8_t>(0)[1] = 100;
    CHECK(toGrayFloats(colour)[0] == doctest::Approx(58.7));
    CHECK(toGrayFloats(Image{}).empty());
}

TEST_CASE("copies of a cancellation token share the flag")
{
    const CancellationToken owner;
    const CancellationToken job = owner;
    CHECK_FALSE(job.isCancelled());
    owner.cancel();
    CHECK(job.isCancelled());
}

namespace {

/// By trying everything.
double leastCost(const PairCosts& costs, std::size_t row, std::vector<bool>& taken)
{
    if (row == costs.rows)
        return 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < costs.columns; ++c) {
        if (taken[c])
            continue;
        taken[c] = true;
        least = std::min(least, costs.at(row, c) + leastCost(costs, row + 1, taken));
        taken[c] = false;
    }
    return least;
}

} // namespace

TEST_CASE("a pairing is the cheapest of all and gives every row one column")
{
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        const int rows = random.integer(0, 5);
        PairCosts costs(std::size_t(rows), std::size_t(random.integer(rows, 6)), 0);
        for (double& cost : costs.values)
            cost = random.uniform(-2, 3);
        const auto rowOf = cheapestPairing(costs);
        REQUIRE(rowOf.size() == costs.columns);
        double sum = 0;
        std::vector<int> uses(costs.rows, 0);
        for (std::size_t c = 0; c < costs.columns; ++c)
            if (rowOf[c]) {
                sum += costs.at(*rowOf[c], c);
                ++uses.at(*rowOf[c]);
            }
        CHECK(uses == std::vector<int>(costs.rows, 1));
        std::vector<bool> taken(costs.columns, false);
        CHECK(sum == doctest::Approx(leastCost(costs, 0, taken)));
    }
}

TEST_CASE("sets that are joined share the root of the first")
{
    UnionFind sets(5);
    sets.join(3, 1);
    sets.join(4, 0);
    sets.join(1, 4);
    CHECK(sets.rootOf(0) == 3);
    CHECK(sets.rootOf(1) == 3);
    CHECK(sets.rootOf(2) == 2);
    sets.join(0, 3); // one set already
    CHECK(sets.rootOf(4) == 3);
    CHECK(sets.add() == 5);
    CHECK(sets.rootOf(5) == 5);
}

TEST_CASE("numbers are read as a whole and in no locale's way")
{
    CHECK(parseDouble(" 1.5 ") == 1.5);
    CHECK(parseDouble("+2") == 2.0);
    for (const char* text : {"", "1,5", "1.5 h", "nan", "1e999"})
        CHECK_FALSE(parseDouble(text));
    CHECK(parseInt(" -12\n") == -12);
    for (const char* text : {"", "12.0", "99999999999", "0x1"})
        CHECK_FALSE(parseInt(text));
    CHECK(formatNumber(0.25) == "0.25");
}

TEST_CASE("names of files are found in paths of every system")
{
    CHECK(fileNameOf("E-014/F0/frame_001.png") == "frame_001.png");
    CHECK(fileNameOf("C:\\data\\frame_001.png") == "frame_001.png");
    CHECK(fileNameOf("frame") == "frame");
    CHECK(fileStemOf("E-014/a.ome.tif") == "a.ome");
    CHECK(fileStemOf("E.014/frame") == "frame");
    CHECK(fileStemOf(".hidden") == ".hidden");
    CHECK(toLower("FRAME_\xc3\x84.TIF") == "frame_\xc3\x84.tif");
}

TEST_CASE("the time of day is ISO 8601 in UTC")
{
    const std::string seconds = utcNow(), milliseconds = utcNowMilliseconds();
    CHECK(seconds.size() == std::string("2026-11-21T09:30:05Z").size());
    CHECK(milliseconds.size() == std::string("2026-11-21T09:30:05.120Z").size());
    CHECK(seconds.back() == 'Z');
    CHECK(milliseconds.at(19) == '.');
    CHECK(milliseconds.substr(0, 19) >= seconds.substr(0, 19)); // asked for later
}

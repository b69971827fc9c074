// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/base/cancellation.h"
#include "core/base/geometry.h"
#include "core/base/ids.h"
#include "core/base/image.h"
#include "core/base/random.h"
#include "core/base/sha256.h"

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
    const auto path = std::filesystem::temp_directory_path() / ("blastoscope-" + randomId());
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

// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/nn/data/picture_statistics.h"

using namespace blastoscope::nn;

namespace {

/// A disc of `inside` on `outside`, in units of `scale`.
std::vector<float> disc(int side, double radius, double inside, double outside, double scale = 1)
{
    std::vector<float> pixels;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double distance = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0);
            pixels.push_back(float(scale * (distance < radius ? inside : outside)));
        }
    }
    return pixels;
}

} // namespace

TEST_CASE("what a picture looks like depends neither on its units nor on its size")
{
    const auto small = statisticsOf(disc(128, 32, 0.9, 0.1), 128, 128);
    const auto large = statisticsOf(disc(512, 128, 0.9, 0.1, 65535), 512, 512);
    // The disc's share of the square is its mean.
    CHECK(small.brightness == doctest::Approx(3.14159 / 16).epsilon(0.02));
    CHECK(large.brightness == doctest::Approx(small.brightness).epsilon(0.02));
    CHECK(large.spread == doctest::Approx(small.spread).epsilon(0.02));
    CHECK(large.detail == doctest::Approx(small.detail).epsilon(0.1));
    // Of two values with shares p and 1 - p: (1 - 2 p) / sqrt(p (1 - p)).
    const double share = 3.14159 / 16;
    CHECK(small.skewness == doctest::Approx((1 - 2 * share) / std::sqrt(share * (1 - share))).epsilon(0.03));
    CHECK(large.skewness == doctest::Approx(small.skewness).epsilon(0.03));
    CHECK(statisticsOf(disc(128, 32, 0.1, 0.9), 128, 128).skewness == doctest::Approx(-small.skewness).epsilon(0.03));
}

TEST_CASE("a picture of one grey value has neither spread nor detail")
{
    const auto flat = statisticsOf(std::vector<float>(std::size_t(40 * 30), 7.0F), 40, 30);
    CHECK(flat.spread == 0);
    CHECK(flat.detail == 0);
    CHECK(flat.skewness == 0);
}

TEST_CASE("pictures like those of the training are known, negatives of them are not")
{
    std::vector<PictureStatistics> training;
    for (int i = 0; i < 12; ++i)
        training.push_back(statisticsOf(disc(128, 20 + 2 * i, 0.9, 0.1), 128, 128));
    const auto look = TrainingLook::of(training);
    REQUIRE(look);
    CHECK(look->contains(statisticsOf(disc(200, 50, 0.9, 0.1), 200, 200)));
    CHECK_FALSE(look->contains(statisticsOf(disc(200, 50, 0.1, 0.9), 200, 200)));

    const TrainingLook again = TrainingLook::fromJson(look->toJson());
    CHECK(again.toJson() == look->toJson());
    CHECK_THROWS_AS(TrainingLook::fromJson(nlohmann::json::object()), nlohmann::json::exception);

    // Files from before there was a skewness say nothing about it, and go on saying nothing.
    nlohmann::json old = look->toJson();
    old.erase("skewness");
    const TrainingLook older = TrainingLook::fromJson(old);
    CHECK(older.toJson() == old);
    CHECK_FALSE(older.unitedWith(*look).toJson().contains("skewness"));
    PictureStatistics skewed = training.front();
    skewed.skewness = 50;
    CHECK(older.contains(skewed));
    CHECK_FALSE(look->contains(skewed));

    std::vector<PictureStatistics> negatives;
    for (int i = 0; i < 12; ++i)
        negatives.push_back(statisticsOf(disc(128, 20 + 2 * i, 0.1, 0.9), 128, 128));
    CHECK(look->unitedWith(*TrainingLook::of(negatives)).contains(statisticsOf(disc(200, 50, 0.1, 0.9), 200, 200)));
}

TEST_CASE("a few pictures say nothing about the look of a training")
{
    CHECK_FALSE(TrainingLook::of(std::vector<PictureStatistics>(7)));
}

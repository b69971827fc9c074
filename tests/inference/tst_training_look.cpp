// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/inference/quality_flags.h"
#include "core/inference/training_look.h"

using namespace blastoscope;
using inference::LookDifference;
using inference::LookRespect;

namespace {

std::filesystem::path shipped(const char* name)
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE(source);
    return std::filesystem::path(source) / "models" / name;
}

/// Soft discs of `inside` on `outside`.
base::Image nuclei(std::uint16_t inside, std::uint16_t outside)
{
    base::Image image(256, 192, 1, base::PixelType::U16);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double distance = std::hypot(x % 48 - 24, y % 48 - 24);
            const double share = std::clamp((9 - distance) / 5, 0.0, 1.0);
            image.row<std::uint16_t>(y)[x] = std::uint16_t(outside + share * (inside - outside));
        }
    }
    return image;
}

nn::ModelDescription modelWithLook(const nlohmann::json& look)
{
    nn::ModelDescription model;
    model.look = nn::TrainingLook::fromJson(look);
    return model;
}

} // namespace

TEST_CASE("a picture differs from the training pictures in named respects, with what was measured")
{
    // Half black, half white: a mean of .5 and a spread of .5.
    std::vector<float> halves(std::size_t(128 * 128), 0.0F);
    std::fill(halves.begin() + 128 * 64, halves.end(), 1.0F);
    const auto model = modelWithLook({{"brightness", {.1, .3}}, {"spread", {.4, .6}}, {"detail", {.5, .9}}});
    const auto differences = inference::differencesFromTraining(model, halves, 128, 128);
    REQUIRE(differences.size() == 2);
    CHECK(differences[0].respect == LookRespect::Brightness);
    CHECK(differences[0].value == doctest::Approx(.5));
    CHECK(differences[0].low == .1);
    CHECK(differences[0].high == .3);
    CHECK(differences[1].respect == LookRespect::Detail);
    CHECK(differences[1].value < .5);

    const auto wide = modelWithLook({{"brightness", {0, 1}}, {"spread", {0, 1}}, {"detail", {0, 1}}});
    CHECK(inference::differencesFromTraining(wide, halves, 128, 128).empty());
    CHECK(inference::differencesFromTraining({}, halves, 128, 128).empty()); // it does not say
}

TEST_CASE("the flag of a segmented frame follows the same judgement")
{
    const std::vector<float> flat(std::size_t(64 * 64), 3.0F); // no spread
    std::vector<std::string> flags;
    inference::flagUnlikeTraining(flags, {}, flat, 64, 64);
    CHECK(flags.empty());
    const auto model = modelWithLook({{"brightness", {0, 1}}, {"spread", {.1, .6}}, {"detail", {0, 1}}});
    inference::flagUnlikeTraining(flags, model, flat, 64, 64);
    CHECK(flags == std::vector<std::string>{inference::qc::kUnlikeTraining});
}

TEST_CASE("a shipped model judges images by the header of its file alone")
{
    const auto judge = inference::readLookJudge(shipped("nuclei-harmonic.safetensors"));
    REQUIRE(judge);
    REQUIRE(*judge);
    CHECK((*judge)(nuclei(40000, 900)).empty());
    const auto negative = (*judge)(nuclei(900, 40000));
    REQUIRE_FALSE(negative.empty());
    CHECK(negative[0].respect == LookRespect::Brightness);
    CHECK(negative[0].value > negative[0].high);
}

TEST_CASE("a file that is no model has no look")
{
    const auto snap = inference::readLookJudge(shipped("shape-snap.safetensors"));
    REQUIRE_FALSE(snap);
    CHECK(snap.error().code == base::ErrorCode::Incompatible);
    const auto missing = inference::readLookJudge("/nowhere/model.safetensors");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == base::ErrorCode::NotFound);
}

// SPDX-License-Identifier: Apache-2.0
// What a comparison of models says besides its numbers.
#include <filesystem>

#include <doctest/doctest.h>

#include "app/train/model_comparison.h"
#include "core/nn/data/dataset_file.h"
#include "tests/nn/train_program.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::tests;
using namespace blastoscope::train;

namespace {

namespace fs = std::filesystem;

constexpr int kSide = 64;

nn::DatasetFrame frameOf(const std::string& embryo, bool validation, bool exhaustive)
{
    nn::DatasetFrame frame;
    frame.width = frame.height = kSide;
    frame.pixels.resize(std::size_t(kSide) * kSide);
    for (std::size_t i = 0; i < frame.pixels.size(); ++i)
        frame.pixels[i] = std::uint8_t(i * 37 % 251);
    frame.name = "images/" + embryo + ".png";
    frame.embryo = embryo;
    frame.validation = validation;
    frame.exhaustive = exhaustive;
    frame.instances.push_back({1, disc(kSide, kSide, 32, 32, 18), std::nullopt, false});
    return frame;
}

/// Compares a tiny model that learned nothing with itself on a dataset of these frames.
nlohmann::json comparedOn(const std::vector<nn::DatasetFrame>& frames)
{
    const TemporaryFolder folder;
    nlohmann::json recipe = tinyRecipe();
    recipe["vq"]["steps"] = recipe["detector"]["steps"] = recipe["finder"]["steps"] = 1;
    recipe["evaluation"]["samples"] = recipe["evaluation"]["final_samples"] = 1;
    const fs::path file = written(folder.path / "tiny.json", recipe), out = folder.path / "run";
    REQUIRE(runProgram({"--config", file.string(), "--out", out.string(), "--threads", "1", "--device", "cpu"}) == 0);
    const fs::path dataset = folder.path / "data", model = out / "model.safetensors";
    fs::create_directories(dataset);
    REQUIRE(nn::writeDatasetFile(dataset / nn::kDatasetFileName, frames));
    ComparisonOptions options;
    options.dataset = dataset;
    options.simulatedFrames = 0;
    options.threads = 1;
    const auto comparison = compareModels({model, model}, options, {});
    REQUIRE(comparison);
    return *comparison;
}

} // namespace

TEST_CASE("a comparison says that nothing was held out")
{
    const nlohmann::json comparison = comparedOn({frameOf("a", false, true)});
    REQUIRE(comparison.at("notes").size() == 1);
    const nlohmann::json& note = comparison.at("notes")[0];
    CHECK(note.at("code") == "nothing_held_out");
    CHECK(contains(comparisonTable(comparison), "Note: " + note.at("text").get<std::string>() + "\n"));
}

TEST_CASE("a comparison says once that cells are missing among the outlines")
{
    const nlohmann::json comparison = comparedOn({frameOf("a", false, true), frameOf("b", true, false)});
    REQUIRE(comparison.at("notes").size() == 1);
    CHECK(comparison.at("notes")[0].at("code") == "not_exhaustive");
    CHECK(comparison.at("validation").at("results").size() == 2);
    CHECK(contains(comparisonTable(comparison), "count as false detections"));
}

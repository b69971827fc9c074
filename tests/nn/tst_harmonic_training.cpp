// SPDX-License-Identifier: Apache-2.0
// Training a harmonic embedding by the real worker: folder in, model file out.
#include <doctest/doctest.h>

#include "app/train/harmonic_evaluation.h"
#include "app/train/recipe.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"
#include "tests/support/shapes.h"
#include "tests/nn/train_program.h"

using namespace blastoscope;
using nlohmann::json;
using tests::TemporaryFolder;

namespace {

/// Eight pictures of bright discs, two of them held out.
void writeDataset(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    base::Random random(5);
    std::vector<nn::DatasetFrame> frames;
    for (int i = 0; i < 8; ++i) {
        nn::DatasetFrame frame;
        frame.width = 80;
        frame.height = 64;
        frame.name = "images/" + std::to_string(i) + ".png";
        frame.embryo = std::to_string(i);
        frame.validation = i >= 6;
        for (int k = 0; k < 5; ++k)
            frame.instances.push_back(
                {1,
                 tests::disc(80, 64, random.uniform(8, 72), random.uniform(8, 56), random.uniform(5, 8)),
                 {},
                 false});
        for (int pixel = 0; pixel < 80 * 64; ++pixel) {
            bool inside = false;
            for (const auto& instance : frame.instances)
                inside = inside || instance.amodal.contains(pixel % 80, pixel / 80);
            frame.pixels.push_back(std::uint8_t((inside ? 180 : 30) + random.integer(0, 20)));
        }
        frames.push_back(std::move(frame));
    }
    REQUIRE(nn::writeDatasetFile(folder / nn::kDatasetFileName, frames));
}

json tinyHarmonicRecipe(const std::filesystem::path& dataset)
{
    return {{"name", "tiny"},
            {"version", "0.0.1"},
            {"description", "Only for the tests"},
            {"licence", "Apache-2.0"},
            {"stages", {"guides", "embedding", "export"}},
            {"dataset", dataset.string()},
            {"log_every_steps", 2},
            {"guides", {{"steps", 20}, {"batch", 3}}},
            {"embedding",
             {{"architecture", {{"widths", {4, 8}}}},
              {"class_name", "disc"},
              {"input_size", 64},
              {"overlap", 16},
              {"batch", 2},
              {"steps", 8}}},
            {"evaluation", {{"samples", 2}, {"final_samples", 3}}}};
}

int runTiny(const TemporaryFolder& folder, const json& recipe, const char* run,
            const std::vector<std::string>& more = {})
{
    const auto file = tests::written(folder.path / (std::string(run) + ".json"), recipe);
    std::vector<std::string> options = {"--config",  file.string(), "--out",    (folder.path / run).string(),
                                        "--threads", "1",           "--device", "cpu"};
    options.insert(options.end(), more.begin(), more.end());
    return tests::runProgram(options);
}

json eventOf(const std::filesystem::path& run, const std::string& event)
{
    for (const json& line : tests::linesOf(run / "progress.jsonl"))
        if (line.at("event") == event)
            return line;
    return {};
}

} // namespace

TEST_CASE("a dataset becomes a model file that says what it is, and the same recipe the same file")
{
    const TemporaryFolder folder;
    writeDataset(folder.path / "set");
    const json recipe = tinyHarmonicRecipe(folder.path / "set");
    REQUIRE(runTiny(folder, recipe, "a") == 0);
    const auto file = nn::readTensorFile(folder.path / "a" / "model.safetensors");
    REQUIRE(file);
    const auto description = nn::modelDescriptionFromMetadata(file->metadata);
    REQUIRE(description);
    CHECK(description->family() == nn::kHarmonicFamily);
    CHECK(description->classNames == std::vector<std::string>{"disc"});
    CHECK(description->inputSize == 64);
    CHECK(description->recipe.at("dataset") == "set");
    CHECK(description->datasetHash.size() == 64);
    CHECK(description->metrics.at("held_out").at("frames") == 2);
    CHECK(description->metrics.at("train").at("frames") == 3);
    CHECK(nn::harmonicModelFromJson(description->architecture, 64));
    // What was fitted is what the file holds.
    const auto guides = nn::readTensorFile(folder.path / "a" / "guides.weights.safetensors");
    REQUIRE(guides);
    CHECK(torch::equal(guides->tensors.at("wave"), file->tensors.at("harmonic.guides.wave")));
    const json fitted = eventOf(folder.path / "a", "guides");
    // That fitting keeps objects apart is tst_harmonic's; twenty steps on three pictures only show that it is measured.
    for (const char* when : {"before", "after"}) {
        CHECK(fitted.at(when).at("violation_rate") >= 0);
        CHECK(fitted.at(when).at("violation_rate") < 1);
    }
    CHECK(eventOf(folder.path / "a", "evaluation").contains("metrics"));

    REQUIRE(runTiny(folder, recipe, "b") == 0);
    const auto again = nn::readTensorFile(folder.path / "b" / "model.safetensors");
    REQUIRE(again);
    for (const auto& [name, tensor] : file->tensors) {
        CAPTURE(name);
        CHECK(torch::equal(tensor, again->tensors.at(name)));
    }
}

TEST_CASE("one look at the frames serves every bandwidth")
{
    torch::manual_seed(3);
    nn::HarmonicOptions options;
    options.widths = {4, 8};
    nn::HarmonicNetwork network(options);
    network->eval();
    nn::LabelledFrame frame{90, 70, std::vector<float>(90 * 70), std::vector<std::int32_t>(90 * 70), 2};
    for (int y = 0; y < 70; ++y) {
        for (int x = 0; x < 90; ++x) {
            const int label = y > 20 && y < 50 ? (x > 10 && x < 40) + 2 * (x > 50 && x < 80) : 0;
            frame.labels[std::size_t(90 * y + x)] = label;
            frame.pixels[std::size_t(90 * y + x)] = 0.2F + 0.3F * float(label > 0) + 0.001F * float(x);
        }
    }
    nn::TilingOptions tiling;
    tiling.tile = 64;
    tiling.overlap = 16;
    tiling.clusters.foregroundThreshold = 0.4;
    const std::vector<double> bandwidths = {0.1, 0.8};
    const auto together =
        train::HarmonicEvaluation::ofBandwidths(network, {frame, frame}, 5, tiling, bandwidths, torch::kCPU);
    REQUIRE(together.size() == 2);
    for (std::size_t b = 0; b < bandwidths.size(); ++b) {
        tiling.clusters.bandwidth = bandwidths[b];
        const train::HarmonicEvaluation alone(network, {frame, frame}, 5, tiling, torch::kCPU);
        CHECK(together[b].scores(0) == alone.scores(0));
        CHECK(together[b].scores(0).at("frames") == 2);
    }
}

TEST_CASE("without the stage guides the network keeps guides as they were drawn")
{
    const TemporaryFolder folder;
    writeDataset(folder.path / "set");
    json recipe = tinyHarmonicRecipe(folder.path / "set");
    recipe["stages"] = {"embedding", "export"};
    recipe.erase("guides");
    recipe["embedding"]["architecture"]["guides"] = {{"lowest", 35}, {"highest", 50}};
    recipe["embedding"]["architecture"]["guidance"] = "none";
    REQUIRE(runTiny(folder, recipe, "high") == 0);
    const auto file = nn::readTensorFile(folder.path / "high" / "model.safetensors");
    REQUIRE(file);
    CHECK(file->tensors.at("harmonic.guides.wave").min().item<float>() >= 35);
}

TEST_CASE("a run goes on only with the dataset with which it began")
{
    const TemporaryFolder folder;
    writeDataset(folder.path / "set");
    const json recipe = tinyHarmonicRecipe(folder.path / "set");
    REQUIRE(runTiny(folder, recipe, "a") == 0);
    CHECK(runTiny(folder, recipe, "a") == 2);
    CHECK(runTiny(folder, recipe, "a", {"--resume"}) == 0);
    auto frames = nn::readDatasetFile(folder.path / "set" / nn::kDatasetFileName);
    REQUIRE(frames);
    frames->pop_back();
    REQUIRE(nn::writeDatasetFile(folder.path / "set" / nn::kDatasetFileName, *frames));
    CHECK(runTiny(folder, recipe, "a", {"--resume"}) == 1);
}

TEST_CASE("recipes that make no sense are refused and the reason names the key")
{
    const auto message = [](const json& recipe) {
        const auto parsed = train::parseRecipe(recipe);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == base::ErrorCode::InvalidArgument);
        return parsed.error().message;
    };
    const json good = tinyHarmonicRecipe("set");
    REQUIRE(train::parseRecipe(good));
    json recipe = good;
    recipe.erase("dataset");
    CHECK(message(recipe).find("dataset") != std::string::npos);
    recipe = good;
    recipe["stages"] = {"detector", "embedding"};
    recipe["detector"] = {{"steps", 1}};
    CHECK(message(recipe).find("detector") != std::string::npos);
    recipe = good;
    recipe["stages"] = {"embedding", "guides"};
    CHECK(message(recipe).find("order") != std::string::npos);
    recipe = good;
    recipe["embedding"]["clusters"] = {{"bandwith", 1}};
    CHECK(message(recipe).find("embedding.clusters.bandwith") != std::string::npos);
}

TEST_CASE("an architecture that does not fit the tiles, and an empty dataset, are failures of the run")
{
    const TemporaryFolder folder;
    writeDataset(folder.path / "set");
    json recipe = tinyHarmonicRecipe(folder.path / "set");
    recipe["embedding"]["input_size"] = 65;
    CHECK(runTiny(folder, recipe, "odd") == 1);
    CHECK(runTiny(folder, tinyHarmonicRecipe(folder.path / "nowhere"), "nowhere") == 1);
}

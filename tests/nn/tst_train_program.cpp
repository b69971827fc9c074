// SPDX-License-Identifier: Apache-2.0
// The training worker from outside: recipes, signals, resuming, what it leaves behind.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/train/arguments.h"
#include "app/train/recipe.h"
#include "app/train/simulation_source.h"
#include "core/nn/io/checkpoint.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/io/snap_description.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/embryo_finder.h"
#include "tests/nn/train_program.h"

using namespace blastoscope;
using namespace blastoscope::tests;
using namespace blastoscope::train;

namespace {

std::string messageFor(const nlohmann::json& json)
{
    const auto recipe = parseRecipe(json);
    REQUIRE_FALSE(recipe);
    CHECK(recipe.error().code == base::ErrorCode::InvalidArgument);
    return recipe.error().message;
}

} // namespace

TEST_CASE("every shipped recipe parses")
{
    // A base is named as it is found from where the README's commands are run.
    std::filesystem::current_path(recipes().parent_path().parent_path());
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(recipes())) {
        if (entry.path().extension() != ".json")
            continue;
        const auto recipe = readRecipe(entry.path());
        CHECK_MESSAGE(recipe, entry.path().string());
        if (recipe)
            CHECK(nn::detectorOptionsFromJson(recipe->detector.architecture));
        ++count;
    }
    CHECK(count >= 3);
}

TEST_CASE("a bad recipe is refused by the name of the key")
{
    nlohmann::json json = tinyRecipe();
    json.erase("licence");
    CHECK(contains(messageFor(json), "\"licence\" is missing"));

    json = tinyRecipe();
    json["detector"]["batch"] = "four";
    CHECK(contains(messageFor(json), "\"detector.batch\" must be a whole number"));

    json = tinyRecipe();
    json["detector"]["augmentation"]["flip"] = true;
    CHECK(contains(messageFor(json), "\"detector.augmentation.flip\" is not a known option"));

    json = tinyRecipe();
    json["vq"].erase("steps");
    CHECK(contains(messageFor(json), "\"vq.steps\" is missing"));

    json = tinyRecipe();
    json["simulation"]["max_cells"] = 40;
    CHECK(contains(messageFor(json), "\"simulation.max_cells\" is 40"));

    json = tinyRecipe();
    json["stages"] = {"detector", "vq"};
    CHECK(contains(messageFor(json), "order"));

    json = tinyRecipe();
    json["stages"] = {"relation", "export"};
    json["relation"] = {{"steps", 1}};
    CHECK(contains(messageFor(json), "\"detector.architecture.relation.enabled\""));
    json["stages"] = {"depth_order", "export"};
    json.erase("relation");
    json["depth_order"] = {{"steps", 1}};
    CHECK(contains(messageFor(json), "\"detector.architecture.depthOrder.enabled\""));
    json["detector"]["architecture"]["depthOrder"] = {{"enabled", true}};
    CHECK(contains(messageFor(json), "need a detector that finds cells"));

    CHECK(contains(messageFor(nlohmann::json::array()), "must be an object"));
}

TEST_CASE("arguments are checked")
{
    CHECK(parseArguments({"--config", "a", "--out", "b", "--threads", "2", "--resume"})->resume);
    CHECK(parseArguments({"--help"})->help);
    CHECK(contains(parseArguments({"--config", "a"}).error().message, "--out"));
    CHECK(contains(parseArguments({"--config", "a", "--out", "b", "--threads", "two"}).error().message, "two"));
    CHECK(contains(parseArguments({"--speed", "9"}).error().message, "--speed"));
    CHECK(contains(parseArguments({"--config", "a", "--out", "b", "--device", "tpu"}).error().message, "tpu"));
    CHECK_FALSE(parseArguments({"--config"}));
}

TEST_CASE("a simulated frame becomes a sample whose masks fit its canvas, and the fingerprint follows the options")
{
    SimulationSourceOptions options;
    options.simulation.size = 160;
    options.canvasSize = 96;
    options.overviewSize = 64;
    options.clumpCropShare = 0;
    const SimulationSource source(options);
    int cells = 0;
    for (std::uint64_t i = 0; i < 6; ++i) {
        const nn::TrainingSample sample = source.sample(i);
        CHECK(sample.canvas.size() == 96 * 96);
        CHECK(sample.overview.size() == 64 * 64);
        for (const auto& instance : sample.instances) {
            CHECK(instance.amodal.width() == 96);
            CHECK(masks::subtracted(instance.visible, instance.amodal).isEmpty());
        }
        CHECK(sample.canvas == source.sample(i).canvas);
        cells += sample.countableCells;
    }
    CHECK(cells > 0);
    CHECK(source.fingerprint() == SimulationSource(options).fingerprint());
    options.seed = 2;
    CHECK(source.fingerprint() != SimulationSource(options).fingerprint());
}

TEST_CASE("the program refuses a wrong recipe with exit code 2 and a used folder without --resume")
{
    const TemporaryFolder folder;
    const std::string out = (folder.path / "run").string();
    CHECK(runProgram({"--config", (folder.path / "none.json").string(), "--out", out}) == 2);
    nlohmann::json json = tinyRecipe();
    json["detector"]["stepz"] = 4;
    CHECK(runProgram({"--config", written(folder.path / "bad.json", json).string(), "--out", out}) == 2);
    std::filesystem::create_directories(out);
    std::ofstream(folder.path / "run" / "recipe.json") << "{}";
    CHECK(runProgram({"--config", (recipes() / "tiny.json").string(), "--out", out}) == 2);
}

TEST_CASE("SIGINT ends a run with a checkpoint, --resume finishes it, and it equals an uninterrupted run")
{
    const TemporaryFolder folder;
    const std::string recipe = (recipes() / "tiny.json").string();
    const auto stopped = folder.path / "stopped";
    const pid_t pid = start({"--config", recipe, "--out", stopped.string(), "--threads", "1", "--device", "cpu"});
    const bool training = waitForEvent(pid, stopped / "progress.jsonl", "step");
    kill(pid, SIGINT);
    CHECK(exitCodeOf(pid) == 0);
    REQUIRE(training);
    CHECK_FALSE(hasEvent(linesOf(stopped / "progress.jsonl"), "finished"));
    const auto checkpoint = nn::readCheckpoint(stopped / "vq.checkpoint.safetensors");
    REQUIRE(checkpoint);
    CHECK(checkpoint->info.at("step").get<int>() >= 2);

    REQUIRE(runProgram(
                {"--config", recipe, "--out", stopped.string(), "--threads", "1", "--device", "cpu", "--resume"}) == 0);
    CHECK(hasEvent(linesOf(stopped / "progress.jsonl"), "finished"));

    const auto whole = folder.path / "whole";
    REQUIRE(runProgram({"--config", recipe, "--out", whole.string(), "--threads", "1", "--device", "cpu"}) == 0);
    const auto a = nn::readTensorFile(stopped / "model.safetensors");
    const auto b = nn::readTensorFile(whole / "model.safetensors");
    REQUIRE(a);
    REQUIRE(b);
    REQUIRE(a->tensors.size() == b->tensors.size());
    for (const auto& [name, tensor] : a->tensors)
        CHECK_MESSAGE(torch::equal(tensor, b->tensors.at(name)), name);
    CHECK(a->metadata == b->metadata);

    const auto description = nn::modelDescriptionFromMetadata(a->metadata);
    REQUIRE(description);
    CHECK(description->name == "tiny");
    CHECK(description->classNames.size() == 3);
    CHECK(contains(description->intendedUse, "Research use only"));
    CHECK(description->dataHash.size() == 64);
    CHECK(description->metrics.contains("ap50"));
    auto detector = nn::makeAmodalDetector(description->architecture.at("detector"));
    auto finder = nn::makeEmbryoFinder(description->architecture.at("finder"));
    REQUIRE(detector);
    REQUIRE(finder);
    CHECK(nn::loadState(**detector, a->tensors, nn::kDetectorPrefix));
    CHECK(nn::loadState(**finder, a->tensors, nn::kFinderPrefix));
}

TEST_CASE("a base gets a relation head, or a depth order head; everything else of it stays as it is")
{
    const TemporaryFolder folder;
    const auto base = folder.path / "base", related = folder.path / "related";
    const std::vector<std::string> rest = {"--threads", "1", "--device", "cpu"};
    const auto run = [&](const std::filesystem::path& recipe, const std::filesystem::path& out) {
        std::vector<std::string> options = {"--config", recipe.string(), "--out", out.string()};
        options.insert(options.end(), rest.begin(), rest.end());
        return runProgram(options);
    };
    REQUIRE(run(recipes() / "tiny.json", base) == 0);
    nlohmann::json json = tinyRecipe();
    for (const char* key : {"vq", "finder", "detector"})
        json.erase(key);
    json["stages"] = {"relation", "export"};
    json["base"] = (base / "model.safetensors").string();
    json["detector"]["architecture"]["relation"] = {{"enabled", true}, {"hidden", 8}};
    json["relation"] = {{"frames", 6}, {"batch", 3}, {"steps", 4}};
    // As run(), but with what the program says.
    const auto log = folder.path / "log.txt";
    const std::string command = std::string(BLASTOSCOPE_TRAIN) + " --config " +
                                written(folder.path / "relation.json", json).string() + " --out " + related.string() +
                                " --threads 1 --device cpu > " + log.string() + " 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    std::stringstream said;
    said << std::ifstream(log).rdbuf();
    CHECK(said.str().find("trains the part \"relation_head\" anew") != std::string::npos);
    CHECK(said.str().find("random weights") == std::string::npos); // at the export least of all

    const auto before = nn::readTensorFile(base / "model.safetensors");
    const auto after = nn::readTensorFile(related / "model.safetensors");
    REQUIRE(before);
    REQUIRE(after);
    for (const auto& [name, tensor] : before->tensors)
        CHECK_MESSAGE(torch::equal(tensor, after->tensors.at(name)), name);
    CHECK(after->tensors.size() == before->tensors.size() + 8);
    CHECK(after->tensors.at("detector.relation_head.merge2.bias").abs().sum().item<double>() > 0); // it was zero
    const auto description = nn::modelDescriptionFromMetadata(after->metadata);
    REQUIRE(description);
    CHECK(description->architecture.at("detector").at("relation").at("hidden") == 8);

    json["stages"] = {"depth_order", "export"};
    json["detector"]["architecture"] = {{"depthOrder", {{"enabled", true}, {"width", 4}}}};
    json.erase("relation");
    json["depth_order"] = {{"frames", 4}, {"batch", 4}, {"steps", 3}};
    const auto ordered = folder.path / "ordered";
    REQUIRE(run(written(folder.path / "order.json", json), ordered) == 0);
    const auto with = nn::readTensorFile(ordered / "model.safetensors");
    REQUIRE(with);
    CHECK(with->tensors.contains("detector.depth_order_head.compare2.weight"));
    for (const auto& [name, tensor] : before->tensors)
        CHECK(torch::equal(with->tensors.at(name), tensor));
    const auto was = nn::modelDescriptionFromMetadata(before->metadata),
               is = nn::modelDescriptionFromMetadata(with->metadata);
    REQUIRE(was);
    REQUIRE(is);
    CHECK(is->countRule.threshold == doctest::Approx(was->countRule.threshold)); // nothing that counts was trained
    CHECK(is->countRule.mergeIou == doctest::Approx(was->countRule.mergeIou));
    CHECK(is->countRule.countWeight == doctest::Approx(was->countRule.countWeight));
    std::stringstream diary;
    diary << std::ifstream(ordered / "progress.jsonl").rdbuf();
    CHECK(diary.str().find("\"depth_order_measured\"") != std::string::npos);
}

namespace {

nlohmann::json tinySnapRecipe()
{
    nlohmann::json json = tinyRecipe();
    json["name"] = "tiny-snap";
    json["stages"] = {"snap", "export"};
    for (const char* other : {"vq", "detector", "finder"})
        json.erase(other);
    json["snap"] = {{"steps", 4},
                    {"batch", 4},
                    {"frames", 4},
                    {"minimum_area", 20},
                    {"architecture", {{"maskSize", 16}, {"codes", 8}, {"codeSize", 4}, {"hidden", 8}}}};
    return json;
}

} // namespace

TEST_CASE("the stage that learns to mend outlines makes a model file of its own")
{
    const TemporaryFolder folder;
    const auto out = folder.path / "run";
    const std::string recipe = written(folder.path / "snap.json", tinySnapRecipe()).string();
    REQUIRE(runProgram({"--config", recipe, "--out", out.string(), "--threads", "1", "--device", "cpu"}) == 0);
    const auto file = nn::readTensorFile(out / "shape-snap.safetensors");
    REQUIRE(file);
    const auto description = nn::snapDescriptionFromMetadata(file->metadata);
    REQUIRE(description);
    CHECK(description->name == "tiny-snap");
    CHECK(description->margin == 0.3);
    CHECK(description->dataHash.size() == 64);
    CHECK(description->metrics.at("shapes") == 6);
    CHECK(description->metrics.contains("outline_ellipse_iou"));
    auto network = nn::makeSnapNetwork(*description);
    REQUIRE(network);
    CHECK(nn::loadState(**network, file->tensors, nn::kSnapPrefix));
    CHECK_FALSE(std::filesystem::exists(out / "model.safetensors"));
    CHECK(nn::modelDescriptionFromMetadata(file->metadata).error().code == base::ErrorCode::Incompatible);
}

TEST_CASE("a stage that stops early hands on the best weights that were evaluated")
{
    const TemporaryFolder folder;
    const auto out = folder.path / "run";
    nlohmann::json json = tinySnapRecipe();
    json["snap"]["steps"] = 200;
    json["snap"]["learning_rate"] = 0; // only the codebook moves, and not always for the better
    json["evaluation"]["every_steps"] = 1;
    json["evaluation"]["patience"] = 1;
    const std::string recipe = written(folder.path / "snap.json", json).string();
    REQUIRE(runProgram({"--config", recipe, "--out", out.string(), "--threads", "1", "--device", "cpu"}) == 0);
    std::vector<double> scores;
    for (const auto& line : linesOf(out / "progress.jsonl")) {
        if (line.at("event") == "evaluation")
            scores.push_back(line.at("metrics").at("iou"));
    }
    REQUIRE(scores.size() >= 2);
    REQUIRE(scores.size() < 200);
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin() + 1;
    CHECK(best < std::ssize(scores));
    const auto weights = nn::readTensorFile(out / "snap.weights.safetensors");
    REQUIRE(weights);
    CHECK(weights->metadata.at("steps") == std::to_string(best));
}

TEST_CASE("a recipe that mends outlines holds no other stage")
{
    nlohmann::json json = tinySnapRecipe();
    CHECK(parseRecipe(json));
    json["snap"]["bite"] = 1;
    CHECK(contains(messageFor(json), "\"snap.bite\" is not a known option"));
    json = tinySnapRecipe();
    json["snap"].erase("steps");
    CHECK(contains(messageFor(json), "\"snap.steps\" is missing"));
    json = tinyRecipe();
    json["stages"] = {"detector", "snap", "export"};
    json["snap"] = tinySnapRecipe()["snap"];
    CHECK(contains(messageFor(json), "no other training stage"));
}

TEST_CASE("a description survives its metadata; foreign metadata is refused")
{
    nn::ModelDescription description;
    description.name = "a";
    description.classNames = {"blastomere"};
    description.countRule = {0.55, 0.6, 2};
    description.architecture = {{"family", "amodal-detector"}};
    auto metadata = nn::toMetadata(description);
    const auto read = nn::modelDescriptionFromMetadata(metadata);
    REQUIRE(read);
    CHECK(read->countRule.threshold == 0.55);
    CHECK(read->countRule.mergeIou == 0.6);
    CHECK(read->countRule.countWeight == 2);
    CHECK(read->classNames == description.classNames);
    metadata["preprocessing"] = R"({"standardisation": "other", "input_size": 1, "field_of_view": 1})";
    CHECK(nn::modelDescriptionFromMetadata(metadata).error().code == base::ErrorCode::Incompatible);
    metadata.erase("counting");
    CHECK_FALSE(nn::modelDescriptionFromMetadata(metadata));
    CHECK_FALSE(nn::modelDescriptionFromMetadata({}));
}

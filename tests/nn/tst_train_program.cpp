// SPDX-License-Identifier: Apache-2.0
// The training worker from outside: recipes, signals, resuming, what it leaves behind.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <spawn.h>
#include <sys/wait.h>

#include <doctest/doctest.h>

#include "app/train/arguments.h"
#include "app/train/recipe.h"
#include "app/train/simulation_source.h"
#include "core/base/ids.h"
#include "core/nn/io/checkpoint.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/embryo_finder.h"

extern char** environ;

using namespace blastoscope;
using namespace blastoscope::train;

namespace {

struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("train-" + base::randomId());
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

std::filesystem::path recipes()
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE_MESSAGE(source, "BLASTOSCOPE_SOURCE_DIR is not set");
    return std::filesystem::path(source) / "models" / "recipes";
}

nlohmann::json tinyRecipe()
{
    std::ifstream stream(recipes() / "tiny.json");
    return nlohmann::json::parse(stream);
}

std::filesystem::path written(const std::filesystem::path& file, const nlohmann::json& json)
{
    std::ofstream(file) << json;
    return file;
}

pid_t start(const std::vector<std::string>& options)
{
    std::vector<std::string> words = {BLASTOSCOPE_TRAIN};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t pid = 0;
    REQUIRE(posix_spawn(&pid, BLASTOSCOPE_TRAIN, nullptr, nullptr, pointers.data(), environ) == 0);
    return pid;
}

/// The program's exit code, or -1 when a signal killed it.
int finished(pid_t pid)
{
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int runProgram(const std::vector<std::string>& options)
{
    return finished(start(options));
}

std::vector<nlohmann::json> linesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(stream, line);) {
        if (!stream.eof())
            lines.push_back(nlohmann::json::parse(line));
    }
    return lines;
}

bool hasEvent(const std::vector<nlohmann::json>& lines, const std::string& event)
{
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.at("event") == event; });
}

/// Waits until the run has written a line of that kind; false when the program ended before.
bool waitForEvent(pid_t pid, const std::filesystem::path& log, const std::string& event)
{
    using namespace std::chrono_literals;
    const auto giveUp = std::chrono::steady_clock::now() + 240s;
    while (!hasEvent(linesOf(log), event)) {
        if (kill(pid, 0) != 0 || std::chrono::steady_clock::now() > giveUp)
            return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

std::string messageFor(const nlohmann::json& json)
{
    const auto recipe = parseRecipe(json);
    REQUIRE_FALSE(recipe);
    CHECK(recipe.error().code == base::ErrorCode::InvalidArgument);
    return recipe.error().message;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every shipped recipe parses")
{
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
    CHECK(finished(pid) == 0);
    REQUIRE(training);
    CHECK_FALSE(hasEvent(linesOf(stopped / "progress.jsonl"), "finished"));
    const auto checkpoint = nn::readCheckpoint(stopped / "vq.checkpoint.safetensors");
    REQUIRE(checkpoint);
    CHECK(checkpoint->info.at("step").get<int>() >= 2);

    REQUIRE(runProgram({"--config", recipe, "--out", stopped.string(), "--threads", "1", "--device", "cpu", "--resume"}) == 0);
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

TEST_CASE("a description survives its metadata; foreign metadata is refused")
{
    nn::ModelDescription description;
    description.name = "a";
    description.classNames = {"blastomere"};
    description.countThreshold = 0.55;
    description.architecture = {{"family", "amodal-detector"}};
    auto metadata = nn::toMetadata(description);
    const auto read = nn::modelDescriptionFromMetadata(metadata);
    REQUIRE(read);
    CHECK(read->countThreshold == 0.55);
    CHECK(read->classNames == description.classNames);
    metadata["preprocessing"] = R"({"standardisation": "other", "input_size": 1, "field_of_view": 1})";
    CHECK(nn::modelDescriptionFromMetadata(metadata).error().code == base::ErrorCode::Incompatible);
    metadata.erase("counting");
    CHECK_FALSE(nn::modelDescriptionFromMetadata(metadata));
    CHECK_FALSE(nn::modelDescriptionFromMetadata({}));
}

// SPDX-License-Identifier: Apache-2.0
// From a model and a dataset to a better model: mixing, frames that list only some cells, the worker's whole run.
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <set>

#include <sys/resource.h>

#include <ATen/CPUGeneratorImpl.h>
#include <doctest/doctest.h>

#include "app/train/ancestor.h"
#include "app/train/dataset_source.h"
#include "app/train/mixed_samples.h"
#include "app/train/model_comparison.h"
#include "app/train/recipe.h"
#include "app/train/run_lock.h"
#include "core/base/sha256.h"
#include "core/nn/data/batches.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/losses/anchor_labels.h"
#include "core/nn/losses/roi_sampling.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/training/compute_threads.h"
#include "core/simulation/embryo_simulator.h"
#include "tests/nn/train_program.h"

using namespace blastoscope;
using namespace blastoscope::tests;
using namespace blastoscope::train;

namespace {

namespace fs = std::filesystem;

nn::DatasetFrame simulatedFrame(int number)
{
    simulation::SimulationOptions options;
    options.size = 160;
    options.minCells = 2;
    options.maxCells = 4;
    options.emptyFraction = options.compactedFraction = options.cavitatedFraction = 0;
    const auto rendered = simulation::simulateFrame(options, std::uint64_t(1000 + number));
    nn::DatasetFrame frame;
    frame.width = rendered.image.width;
    frame.height = rendered.image.height;
    frame.pixels.resize(rendered.image.bytes.size());
    std::memcpy(frame.pixels.data(), rendered.image.bytes.data(), frame.pixels.size());
    frame.name = "images/" + std::to_string(number) + ".png";
    frame.embryo = "embryo " + std::to_string(number / 2);
    frame.validation = number < 2;
    for (const auto& instance : rendered.instances)
        frame.instances.push_back({int(instance.objectClass), instance.amodal, std::nullopt, instance.ignore});
    return frame;
}

/// A dataset folder with six frames of three embryos, the first of which is held out.
fs::path datasetIn(const fs::path& folder)
{
    std::vector<nn::DatasetFrame> frames;
    for (int i = 0; i < 6; ++i)
        frames.push_back(simulatedFrame(i));
    fs::create_directories(folder);
    REQUIRE(nn::writeDatasetFile(folder / nn::kDatasetFileName, frames));
    return folder;
}

/// A tiny model that learned nothing, as exported; made once.
const fs::path& baseModel()
{
    static const TemporaryFolder folder;
    static const fs::path model = [] {
        nlohmann::json recipe = tinyRecipe();
        recipe["vq"]["steps"] = recipe["detector"]["steps"] = recipe["finder"]["steps"] = 1;
        recipe["evaluation"]["samples"] = recipe["evaluation"]["final_samples"] = 1;
        const auto file = written(folder.path / "base.json", recipe);
        REQUIRE(runProgram({"--config", file.string(), "--out", (folder.path / "run").string(), "--threads", "1",
                            "--device", "cpu"}) == 0);
        return folder.path / "run" / "model.safetensors";
    }();
    return model;
}

nlohmann::json tuningRecipe(const fs::path& dataset, int steps)
{
    return {{"base", baseModel().string()},
            {"dataset", dataset.string()},
            {"log_every_steps", 1},
            {"detector", {{"steps", steps}, {"batch", 2}}},
            {"samples", {{"capacity", 12}, {"initial", 4}}},
            {"evaluation", {{"samples", 1}, {"final_samples", 2}}}};
}

std::vector<std::string> words(const fs::path& recipe, const fs::path& out)
{
    return {"--config", recipe.string(), "--out", out.string(), "--threads", "1", "--device", "cpu"};
}

std::vector<std::string> resumed(std::vector<std::string> arguments)
{
    arguments.push_back("--resume");
    return arguments;
}

nlohmann::json jsonIn(const fs::path& file)
{
    std::ifstream stream(file);
    return nlohmann::json::parse(stream);
}

nlohmann::json eventIn(const fs::path& log, const std::string& event)
{
    for (const auto& line : linesOf(log)) {
        if (line.at("event") == event)
            return line;
    }
    return {};
}

/// The outlines of the held-out frames: of the truth where it was drawn, of both models on masks of their input's size.
void checkWorstFrames(const nlohmann::json& worst)
{
    REQUIRE(worst.size() == 2);
    double last = 0;
    for (const auto& frame : worst) {
        CHECK(frame.at("embryo") == "embryo 0");
        const int number = frame.at("picture") == "images/0.png" ? 0 : 1;
        const auto& truth = frame.at("truth");
        CHECK(truth.at("masks").size() == frame.at("cells"));
        const auto window = truth.at("window").get<std::vector<double>>();
        const double scale = (window[2] - window[0]) / 64;
        const auto mask = masks::RleMask::fromString(64, 64, truth.at("masks")[0].get<std::string>());
        REQUIRE(mask);
        const base::Box box = mask->boundingBox();
        const base::Box placed{window[0] + box.x1 * scale, window[1] + box.y1 * scale, window[0] + box.x2 * scale,
                               window[1] + box.y2 * scale};
        double best = 0;
        for (const auto& instance : simulatedFrame(number).instances)
            best = std::max(best, base::iou(placed, instance.amodal.boundingBox()));
        CHECK(best > 0.7); // a pixel of the mask is two to three of the picture
        REQUIRE(frame.at("results").size() == 2);
        CHECK(frame.at("results")[0].at("shapes").at("masks").size() == frame.at("results")[0].at("counted"));
        CHECK(frame.at("results")[1].at("quality") >= last);
        last = frame.at("results")[1].at("quality");
    }
}

std::string refusal(nlohmann::json recipe, const nlohmann::json& change)
{
    recipe.merge_patch(change);
    const TemporaryFolder folder;
    const auto read = readRecipe(written(folder.path / "recipe.json", recipe));
    REQUIRE_FALSE(read);
    return read.error().message;
}

} // namespace

TEST_CASE("the wanted share of the pictures is simulated, and every real frame comes up equally often")
{
    const MixedSamples mix{7, 4, 0.3, 5};
    int simulated = 0;
    std::map<std::int64_t, int> seen;
    for (std::int64_t step = 0; step < 25; ++step) {
        simulated += mix.simulatedIn(step);
        const auto real = mix.realIn(step);
        CHECK(int(real.size()) + mix.simulatedIn(step) == 4);
        for (const std::int64_t index : real)
            ++seen[index];
    }
    CHECK(simulated == 30);
    REQUIRE(seen.size() == 5);
    for (const auto& [index, times] : seen)
        CHECK(times == 14);
    CHECK(mix.realIn(17) == mix.realIn(17));
    const MixedSamples simulation{7, 4, 1, 0};
    CHECK(simulation.simulatedIn(3) == 4);
    CHECK(simulation.realIn(3).empty());
}

TEST_CASE("a frame of a dataset becomes a sample around its cells; unknown visible parts are marked")
{
    const TemporaryFolder folder;
    const auto loaded = loadDataset(datasetIn(folder.path / "data"), {2.5, 96, 48}, 3);
    REQUIRE(loaded);
    CHECK(loaded->train->size() == 4);
    CHECK(loaded->validation->size() == 2);
    CHECK(loaded->heldOutEmbryos == 1);
    CHECK(loaded->hash == *base::sha256OfFile(folder.path / "data" / nn::kDatasetFileName));
    const nn::TrainingSample sample = loaded->train->sample(0);
    CHECK(sample.canvas.size() == 96 * 96);
    CHECK(sample.overview.size() == 48 * 48);
    REQUIRE(sample.clump);
    CHECK(std::max(sample.clump->width(), sample.clump->height()) == doctest::Approx(96 / 2.5));
    CHECK(sample.countableCells > 0);
    for (const auto& instance : sample.instances)
        CHECK_FALSE(instance.visibleKnown);
    CHECK(loadDataset(folder.path / "data", {2.5, 96, 48}, 0).error().code == base::ErrorCode::Incompatible);
    CHECK(loadDataset(folder.path, {}, 3).error().code == base::ErrorCode::NotFound);
}

TEST_CASE("where not every cell is listed, only what lies inside listed ones is background")
{
    nn::Targets targets;
    targets.boxes = torch::tensor({{10.0F, 10.0F, 50.0F, 50.0F}});
    targets.labels = torch::ones({1}, torch::kLong);
    targets.ignore = torch::zeros({1}, torch::kBool);
    const auto anchors = torch::tensor(
        {{10.0F, 10.0F, 50.0F, 50.0F}, {20.0F, 20.0F, 30.0F, 30.0F}, {70.0F, 70.0F, 90.0F, 90.0F}});
    const auto labelsOf = [&] {
        const auto label = nn::labelAnchors(anchors, targets, 0.7, 0.3).label;
        return std::vector<std::int64_t>(label.data_ptr<std::int64_t>(), label.data_ptr<std::int64_t>() + 3);
    };
    CHECK(labelsOf() == std::vector<std::int64_t>{1, 0, 0});
    targets.exhaustive = false;
    CHECK(labelsOf() == std::vector<std::int64_t>{1, 0, -1});

    auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto rois = nn::sampleRois({anchors}, {targets}, {}, generator);
    CHECK(rois.labels.size(0) == 3); // the third anchor is left out; the target's own box was added
    CHECK((rois.rois.select(1, 1) < 60).all().item<bool>());
}

TEST_CASE("an unknown visible part and an unlisted overlap teach nothing")
{
    const auto options = tinyRecipe().at("detector").at("architecture");
    torch::manual_seed(3);
    auto model = nn::makeAmodalDetector(options);
    REQUIRE(model);
    nn::WindowSample window{64, std::vector<float>(64 * 64, 0.5F), {}};
    nn::WindowInstance cell;
    cell.amodal.assign(64 * 64, 0);
    for (int y = 16; y < 48; ++y)
        std::fill_n(cell.amodal.begin() + y * 64 + 16, 32, std::uint8_t(1));
    cell.visible = cell.amodal;
    cell.box = {16, 16, 48, 48};
    cell.visibleKnown = false;
    window.instances = {cell};
    window.exhaustive = false;
    const auto losses = (*model)->losses(nn::toBatch({window}), 5, nn::Precision::Fp32);
    CHECK(losses.at("mask_visible").item<double>() == 0);
    CHECK(losses.at("occlusion").item<double>() == 0);
    CHECK(losses.at("mask_amodal").item<double>() > 0);
    window.exhaustive = window.instances[0].visibleKnown = true;
    const auto known = (*model)->losses(nn::toBatch({window}), 5, nn::Precision::Fp32);
    CHECK(known.at("mask_visible").item<double>() > 0);
    CHECK(known.at("occlusion").item<double>() > 0);
}

TEST_CASE("a detector may have parts more than its base, but no part that differs")
{
    const TemporaryFolder folder;
    const auto architecture = tinyRecipe().at("detector").at("architecture");
    torch::manual_seed(3);
    auto base = nn::makeAmodalDetector(architecture);
    REQUIRE(base);
    const auto file = folder.path / "base.safetensors";
    REQUIRE(nn::writeTensorFile(file, {nn::stateOf(**base, nn::kDetectorPrefix), {}}, nn::FloatStorage::AsIs));

    auto counting = architecture;
    counting["count"] = {{"enabled", true}, {"hidden", 8}};
    auto grown = nn::makeAmodalDetector(counting);
    REQUIRE(grown);
    const auto fresh = (*grown)->named_parameters()["count_head.fc1.weight"].clone();
    const auto added = growFromAncestor(file, **grown);
    REQUIRE(added);
    CHECK(*added == std::vector<std::string>{"count_head"});
    CHECK(torch::equal((*grown)->named_parameters()["count_head.fc1.weight"], fresh));
    CHECK(torch::equal((*grown)->named_parameters()["fpn.lateral2.weight"],
                       (*base)->named_parameters()["fpn.lateral2.weight"]));

    // A part that begins anew may differ, and takes nothing of the base even where it does not.
    const auto counted = folder.path / "counted.safetensors";
    REQUIRE(nn::writeTensorFile(counted, {nn::stateOf(**grown, nn::kDetectorPrefix), {}}, nn::FloatStorage::AsIs));
    counting["count"]["hidden"] = 4;
    auto renewed = nn::makeAmodalDetector(counting);
    REQUIRE(renewed);
    CHECK(!growFromAncestor(counted, **renewed));
    const auto begun = growFromAncestor(counted, **renewed, {"count_head"});
    REQUIRE(begun);
    CHECK(*begun == std::vector<std::string>{"count_head"});

    auto other = architecture;
    other["boxHidden"] = 8;
    auto different = nn::makeAmodalDetector(other);
    REQUIRE(different);
    const auto refused = growFromAncestor(file, **different);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::ErrorCode::InvalidArgument);
    CHECK(contains(refused.error().message, "architecture"));
}

TEST_CASE("what was learned is mixed with the base's weights; new parts stay as they are")
{
    const TemporaryFolder folder;
    auto architecture = tinyRecipe().at("detector").at("architecture");
    torch::manual_seed(4);
    auto base = nn::makeAmodalDetector(architecture);
    REQUIRE(base);
    const auto file = folder.path / "base.safetensors";
    REQUIRE(nn::writeTensorFile(file, {nn::stateOf(**base, nn::kDetectorPrefix), {}}, nn::FloatStorage::AsIs));
    architecture["count"] = {{"enabled", true}, {"hidden", 8}};
    auto tuned = nn::makeAmodalDetector(architecture);
    REQUIRE(tuned);
    const auto old = (*base)->named_parameters()["fpn.lateral2.weight"];
    const auto learned = (*tuned)->named_parameters()["fpn.lateral2.weight"].clone();
    const auto added = (*tuned)->named_parameters()["count_head.fc1.weight"].clone();
    REQUIRE(blendWithAncestor(file, **tuned, 0.75));
    CHECK(torch::allclose((*tuned)->named_parameters()["fpn.lateral2.weight"], .75 * learned + .25 * old));
    CHECK(torch::equal((*tuned)->named_parameters()["count_head.fc1.weight"], added));
    CHECK_FALSE(blendWithAncestor(folder.path / "none.safetensors", **tuned, 0.5));
}

TEST_CASE("parts are frozen by name")
{
    torch::manual_seed(3);
    auto model = nn::makeAmodalDetector(tinyRecipe().at("detector").at("architecture"));
    REQUIRE(model);
    REQUIRE(freezeParts(**model, {"backbone"}));
    for (const auto& item : (*model)->named_parameters()) {
        if (!item.key().starts_with("vq_vae."))
            CHECK(item.value().requires_grad() != item.key().starts_with("backbone."));
    }
    const auto unknown = freezeParts(**model, {"backbon"});
    REQUIRE_FALSE(unknown);
    CHECK(contains(unknown.error().message, "fpn"));
    std::vector<std::string> everything;
    for (const auto& child : (*model)->named_children())
        everything.push_back(child.key());
    CHECK_FALSE(freezeParts(**model, everything));
}

TEST_CASE("a fine-tuning recipe takes from its base what it does not say, and is refused where it contradicts it")
{
    const TemporaryFolder folder;
    const auto recipe = tuningRecipe(folder.path / "data", 3);
    const auto read = readRecipe(written(folder.path / "recipe.json", recipe));
    REQUIRE(read);
    CHECK(read->name == "tiny");
    CHECK(read->version == "0.0.1-tuned");
    CHECK(read->detector.inputSize == 64);
    CHECK(read->simulation.canvasSize == 96);
    CHECK(read->fineTuning.simulatedShare == 0.5);
    CHECK(read->fineTuning.augmentation.illumination > 0);
    CHECK(read->detector.trainer.schedule.learningRate < 2e-4);
    const auto again = readRecipe(written(folder.path / "again.json", read->source));
    REQUIRE(again);
    CHECK(again->source == read->source);

    CHECK(contains(refusal(recipe, {{"stages", {"vq", "detector", "export"}}}), "stages"));
    CHECK(contains(refusal(recipe, {{"fine_tuning", {{"simulated_share", 2}}}}), "fine_tuning.simulated_share"));
    CHECK(contains(refusal(recipe, {{"dataset", nullptr}, {"fine_tuning", {{"simulated_share", 0.2}}}}), "dataset"));
    CHECK(contains(refusal(recipe, {{"base", "/none/model.safetensors"}}), "model.safetensors"));
}

TEST_CASE("fine-tuning leaves a model that names its ancestor, and a comparison of both")
{
    const TemporaryFolder folder;
    const auto dataset = datasetIn(folder.path / "data");
    nlohmann::json json = tuningRecipe(dataset, 3);
    json["fine_tuning"] = {{"freeze", {"backbone"}}};
    const auto recipe = written(folder.path / "recipe.json", json);
    const auto out = folder.path / "run";
    REQUIRE(runProgram(words(recipe, out)) == 0);

    const auto metadata = nn::readTensorFileMetadata(out / "model.safetensors");
    REQUIRE(metadata);
    const auto description = nn::modelDescriptionFromMetadata(*metadata);
    REQUIRE(description);
    CHECK(description->ancestor == *base::sha256OfFile(baseModel()));
    CHECK(description->ancestorName == "tiny 0.0.1");
    CHECK(description->datasetHash == *base::sha256OfFile(dataset / nn::kDatasetFileName));
    CHECK(description->recipe.at("dataset") == "data"); // no folders of this machine
    CHECK(description->recipe.at("base") == "model.safetensors");

    const auto before = nn::readTensorFile(baseModel()), after = nn::readTensorFile(out / "model.safetensors");
    REQUIRE(before);
    REQUIRE(after);
    bool learned = false;
    for (const auto& [name, tensor] : before->tensors) {
        const bool same = torch::equal(tensor, after->tensors.at(name));
        if (name.starts_with("detector.backbone.") || name.starts_with("finder."))
            CHECK_MESSAGE(same, name);
        learned = learned || (name.starts_with("detector.box_head.") && !same);
    }
    CHECK(learned);

    const nlohmann::json comparison = jsonIn(out / "comparison.json");
    CHECK(comparison.at("models").size() == 2);
    CHECK(comparison.at("models")[0].at("sha256") == description->ancestor);
    CHECK(comparison.at("validation").at("frames") == 2);
    CHECK(comparison.at("validation").at("results").size() == 2);
    CHECK(comparison.at("simulated").at("results")[1].contains("exact"));
    checkWorstFrames(comparison.at("validation").at("worst"));
    CHECK_FALSE(eventIn(out / "progress.jsonl", "compared").at("comparison").at("validation").contains("worst"));
    nn::setComputeThreads(1); // as the run did: sums of floats depend on it
    const auto repeated = compareModels({baseModel(), out / "model.safetensors"}, {dataset, 2, false}, {});
    REQUIRE(repeated);
    CHECK(*repeated == comparison);
    CHECK(contains(comparisonTable(comparison), "tiny 0.0.1-tuned"));
}

TEST_CASE("a run may train the finder alone and keep the detector of its base")
{
    const TemporaryFolder folder;
    nlohmann::json json = tuningRecipe(folder.path / "data", 0);
    json.erase("dataset");
    json.erase("detector");
    json["stages"] = {"finder", "export"};
    json["finder"] = {{"steps", 2}, {"batch", 2}};
    const auto out = folder.path / "run";
    REQUIRE(runProgram(words(written(folder.path / "recipe.json", json), out)) == 0);

    const auto before = nn::readTensorFile(baseModel()), after = nn::readTensorFile(out / "model.safetensors");
    REQUIRE(before);
    REQUIRE(after);
    bool learned = false;
    for (const auto& [name, tensor] : before->tensors) {
        const bool same = torch::equal(tensor, after->tensors.at(name));
        if (name.starts_with("detector."))
            CHECK_MESSAGE(same, name);
        learned = learned || (name.starts_with("finder.") && !same);
    }
    CHECK(learned);
}

TEST_CASE(
    "the file stop ends a run with a checkpoint; resumed it equals an uninterrupted one, but only on the same data")
{
    const TemporaryFolder folder;
    const auto dataset = datasetIn(folder.path / "data");
    nlohmann::json json = tuningRecipe(dataset, 6);
    json["stages"] = {"detector"};
    const auto recipe = written(folder.path / "recipe.json", json);
    const auto stopped = folder.path / "stopped", whole = folder.path / "whole";
    fs::create_directories(stopped);
    std::ofstream(stopped / "pause").put('\n'); // after the first step it waits, so that the stop falls in the middle
    const pid_t pid = start(words(recipe, stopped));
    const bool paused = waitForEvent(pid, stopped / "progress.jsonl", "paused");
    CHECK(fs::exists(stopped / "detector.checkpoint.safetensors"));
    {
        const auto second = RunLock::take(stopped);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == base::ErrorCode::PermissionDenied);
        CHECK(runProgram(resumed(words(recipe, stopped))) == 1);
    }
    std::ofstream(stopped / "stop").put('\n');
    CHECK(exitCodeOf(pid) == 0);
    REQUIRE(paused);
    CHECK_FALSE(fs::exists(stopped / "stop"));
    CHECK(hasEvent(linesOf(stopped / "progress.jsonl"), "stopped"));
    CHECK_FALSE(fs::exists(stopped / "detector.weights.safetensors"));
    CHECK(RunLock::take(stopped));

    fs::remove(stopped / "pause");
    std::ofstream(stopped / "stop").put('\n'); // left behind by somebody: must not end the next run
    REQUIRE(runProgram(resumed(words(recipe, stopped))) == 0);
    REQUIRE(runProgram(words(recipe, whole)) == 0);
    const auto a = nn::readTensorFile(stopped / "detector.weights.safetensors");
    const auto b = nn::readTensorFile(whole / "detector.weights.safetensors");
    REQUIRE(a);
    REQUIRE(b);
    for (const auto& [name, tensor] : a->tensors)
        CHECK_MESSAGE(torch::equal(tensor, b->tensors.at(name)), name);

    nn::DatasetFrame other = simulatedFrame(9);
    REQUIRE(nn::writeDatasetFile(dataset / nn::kDatasetFileName, {other}));
    CHECK(runProgram(resumed(words(recipe, whole))) == 1);
    CHECK(contains(eventIn(whole / "progress.jsonl", "failed").at("message").get<std::string>(), "dataset"));
}

TEST_CASE("the file pause makes a run wait, and the wait does not use up its minutes")
{
    const TemporaryFolder folder;
    nlohmann::json json = tuningRecipe(datasetIn(folder.path / "data"), 3);
    json["stages"] = {"detector"};
    const auto out = folder.path / "run";
    fs::create_directories(out);
    std::ofstream(out / "pause").put('\n');
    auto arguments = words(written(folder.path / "recipe.json", json), out);
    arguments.push_back("--background");
    const pid_t pid = start(arguments);
    const bool paused = waitForEvent(pid, out / "progress.jsonl", "paused");
    CHECK(getpriority(PRIO_PROCESS, id_t(pid)) >= 10);
    const auto began = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(std::chrono::milliseconds(600)); // the time that must be missing from the budget
    fs::remove(out / "pause");
    CHECK(exitCodeOf(pid) == 0);
    REQUIRE(paused);
    const double since = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    double atPause = 0, atEnd = 0;
    for (const auto& line : linesOf(out / "progress.jsonl")) {
        if (line.at("event") == "step" && line.at("step") == 1)
            atPause = line.at("seconds");
        if (line.at("event") == "stage_ended")
            atEnd = line.at("seconds");
    }
    CHECK(hasEvent(linesOf(out / "progress.jsonl"), "continued"));
    CHECK(atEnd - atPause < since - 0.5);
}

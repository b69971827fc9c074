// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/cuda.h>

#include "core/inference/model_card.h"
#include "core/inference/segmenter.h"
#include "core/inference/training_look.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/embryo_finder.h"
#include "core/nn/torch.h"
#include "tests/inference/discs.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using base::ErrorCode;
using tests::softPictureOf;

namespace {

/// A small untrained model file in a folder of its own, in parts that a test can spoil.
class ModelFile {
public:
    ModelFile()
    {
        torch::manual_seed(1);
        description.name = "tiny";
        description.version = "1";
        description.licence = "research use only";
        description.classNames = {"blastomere", "fragment", "polar_body"};
        description.countRule.threshold = 0.2;
        description.inputSize = 64;
        description.architecture = {{"family", "amodal-detector"},
                                    {"finder", {{"inputSize", 64}, {"widths", {8, 8}}}},
                                    {"detector",
                                     {{"classes", 3},
                                      {"backbone", {{"depth", 18}, {"width", 8}}},
                                      {"pyramidChannels", 16},
                                      {"boxHidden", 32},
                                      {"mask", {{"kind", "fcn"}, {"hidden", 16}}}}}};
        auto finder = nn::makeEmbryoFinder(description.architecture["finder"]).value();
        auto detector = nn::makeAmodalDetector(description.architecture["detector"]).value();
        file.tensors = nn::stateOf(*finder, nn::kFinderPrefix);
        file.tensors.merge(nn::stateOf(*detector, nn::kDetectorPrefix));
        // An untrained finder sees nothing; this one sees an embryo as large as the frame.
        file.tensors["finder.head.bias"] = torch::full({2}, 5.0f);
    }

    std::filesystem::path path() const { return m_folder / "tiny.safetensors"; }

    void write()
    {
        file.metadata = nn::toMetadata(description);
        REQUIRE(nn::writeTensorFile(path(), file));
    }

    base::Error loadError()
    {
        const auto result = inference::loadSegmenter(path(), {.device = inference::DeviceChoice::Cpu});
        REQUIRE(!result);
        return result.error();
    }

    nn::ModelDescription description;
    nn::TensorFile file;

private:
    tests::TemporaryFolder m_folder;
};

bool says(const base::Error& error, const char* text)
{
    INFO(error.message);
    return error.message.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a model file runs from end to end and repeats exactly")
{
    ModelFile model;
    model.write();
    const auto info = inference::readModelInfo(model.path());
    REQUIRE(info);
    CHECK(info->name == "tiny");
    CHECK(info->classNames.size() == 3);
    CHECK(info->sha256.size() == 64);
    const auto card = inference::readModelCard(model.path());
    REQUIRE(card);
    CHECK(card->title() == "tiny " + info->version);
    CHECK(card->sha256 == info->sha256);
    CHECK(card->classNames == info->classNames);
    CHECK_FALSE(card->metrics); // the file has none, and is a good model all the same

    auto segmenter = inference::loadSegmenter(
        model.path(), {.device = inference::DeviceChoice::Cpu, .threads = 1, .allowBf16 = false});
    REQUIRE(segmenter);
    CHECK((*segmenter)->model().sha256 == info->sha256);
    CHECK((*segmenter)->device().name == "CPU");
    CHECK(!(*segmenter)->device().reason.empty());
    CHECK(!(*segmenter)->device().bf16);
    const auto picture = softPictureOf({{90, 80, 30}, {130, 80, 30}}, 220, 160);
    const auto first = (*segmenter)->segment(picture, {});
    REQUIRE(first);
    REQUIRE(!first->detections.empty());
    CHECK(first->embryoBoxes.size() == 1);
    for (std::size_t i = 0; i < first->detections.size(); ++i) {
        const auto& detection = first->detections[i];
        CHECK(detection.amodal.width() == 220);
        CHECK(detection.amodal.height() == 160);
        CHECK(!detection.amodal.isEmpty());
        CHECK(masks::subtracted(detection.visible, detection.amodal).isEmpty());
        CHECK(detection.classId >= 1);
        CHECK(detection.classId <= 3);
        CHECK((i == 0 || first->detections[i - 1].score >= detection.score));
    }
    for (const int index : first->counted)
        CHECK(first->detections[std::size_t(index)].score >= 0.2f);
    auto prompted = (*segmenter)->prepare(picture, {});
    REQUIRE(prompted);
    const auto answers = (*prompted)->proposeAt({{{90, 80}}, {}, std::nullopt}, {});
    REQUIRE(answers);
    CHECK(answers->size() <= 8);
    for (const auto& answer : *answers)
        CHECK(answer.amodal.contains(90, 80));
    const auto again = (*segmenter)->segment(picture, {});
    REQUIRE(again);
    REQUIRE(again->detections.size() == first->detections.size());
    for (std::size_t i = 0; i < first->detections.size(); ++i)
        CHECK(again->detections[i].amodal == first->detections[i].amodal);
}

TEST_CASE("files that are no model, or another one than they say, are refused by name")
{
    ModelFile model;
    CHECK((model.loadError().code == ErrorCode::NotFound));
    CHECK((inference::readModelInfo(model.path()).error().code == ErrorCode::NotFound));
    std::ofstream(model.path()) << "not a model";
    CHECK((model.loadError().code != ErrorCode::NotFound));
    REQUIRE(nn::writeTensorFile(model.path(), {{}, {{"format", "something"}}}));
    CHECK((model.loadError().code == ErrorCode::Incompatible));
    CHECK(says(model.loadError(), "tiny.safetensors"));
    CHECK(!inference::readModelInfo(model.path()));
    CHECK((inference::readModelCard(model.path()).error().code == ErrorCode::Incompatible));
}

TEST_CASE("weights and descriptions that do not fit are refused with the reason")
{
    SUBCASE("a missing tensor")
    {
        ModelFile model;
        model.file.tensors.erase("finder.head.bias");
        model.write();
        CHECK(says(model.loadError(), "missing: finder.head.bias"));
    }
    SUBCASE("another shape")
    {
        ModelFile model;
        model.file.tensors["finder.head.bias"] = torch::zeros({3});
        model.write();
        CHECK(says(model.loadError(), "finder.head.bias ([3] instead of [2])"));
    }
    SUBCASE("an unexpected tensor")
    {
        ModelFile model;
        model.file.tensors["detector.more"] = torch::zeros({3});
        model.write();
        CHECK(says(model.loadError(), "unexpected: detector.more"));
    }
    SUBCASE("a tensor of no network")
    {
        ModelFile model;
        model.file.tensors["optimiser.state"] = torch::zeros({3});
        model.write();
        CHECK(says(model.loadError(), "optimiser.state"));
    }
    SUBCASE("a weight that is not a number")
    {
        ModelFile model;
        model.file.tensors["finder.head.bias"] = torch::full({2}, NAN);
        model.write();
        CHECK((model.loadError().code == ErrorCode::Corrupt));
    }
    SUBCASE("an architecture of another size")
    {
        ModelFile model;
        model.description.architecture["detector"]["boxHidden"] = 48;
        model.write();
        CHECK((model.loadError().code == ErrorCode::Incompatible));
    }
    SUBCASE("an unknown option")
    {
        ModelFile model;
        model.description.architecture["finder"]["depth"] = 3;
        model.write();
        CHECK(says(model.loadError(), "depth"));
    }
    SUBCASE("a missing part")
    {
        ModelFile model;
        model.description.architecture.erase("finder");
        model.write();
        CHECK(says(model.loadError(), "finder"));
    }
    SUBCASE("another family")
    {
        ModelFile model;
        model.description.architecture["family"] = "embedding";
        model.write();
        CHECK((model.loadError().code == ErrorCode::Incompatible));
    }
    SUBCASE("fewer class names than classes")
    {
        ModelFile model;
        model.description.classNames.pop_back();
        model.write();
        CHECK(says(model.loadError(), "classes"));
    }
    SUBCASE("an impossible threshold")
    {
        ModelFile model;
        model.description.countRule.threshold = 1.5;
        model.write();
        CHECK(says(model.loadError(), "out of range"));
    }
}

TEST_CASE("asking for a GPU that is not there is an error with a reason")
{
    if (torch::cuda::is_available())
        return;
    ModelFile model;
    model.write();
    const auto result = inference::loadSegmenter(model.path(), {.device = inference::DeviceChoice::Cuda});
    REQUIRE(!result);
    CHECK((result.error().code == ErrorCode::Unsupported));
    CHECK(says(result.error(), "GPU"));
    const auto automatic = inference::loadSegmenter(model.path(), {});
    REQUIRE(automatic);
    CHECK(!(*automatic)->device().isCuda);
}

TEST_CASE("specks that the segmenter tones down do not make a picture unlike the training ones")
{
    base::Image clean(640, 640, 1, base::PixelType::U16);
    for (int y = 0; y < clean.height; ++y)
        for (int x = 0; x < clean.width; ++x)
            clean.row<std::uint16_t>(y)[x] = std::uint16_t(200 + x / 8 + y / 8);
    base::Image specked = clean;
    for (int y = 3; y < specked.height; y += 14)
        for (int x = 3; x < specked.width; x += 14)
            specked.row<std::uint16_t>(y)[x] = 65535;
    const auto look = nn::statisticsOf(base::toGrayFloats(clean), 640, 640);
    ModelFile model;
    model.description.look =
        nn::TrainingLook::fromJson({{"brightness", {look.brightness - .1, look.brightness + .1}},
                                    {"spread", {look.spread - .05, look.spread + .05}},
                                    {"detail", {0, 100}}});
    model.write();
    CHECK_FALSE(
        inference::differencesFromTraining(model.description, base::toGrayFloats(specked), 640, 640).empty());
    const auto judge = inference::readLookJudge(model.path());
    REQUIRE(judge);
    REQUIRE(*judge);
    CHECK((*judge)(specked).empty());
    CHECK((*judge)(base::Image()).empty());
    CHECK_FALSE((*judge)(base::Image(1, 1, 1, base::PixelType::U8)).empty()); // no spread
}

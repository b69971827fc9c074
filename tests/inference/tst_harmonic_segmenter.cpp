// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/base/object_class.h"
#include "core/inference/embedding_confidence.h"
#include "core/inference/harmonic_segmenter.h"
#include "core/inference/segmented_frame.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"
#include "core/nn/torch.h"
#include "tests/inference/discs.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using base::ErrorCode;
using tests::Disc;

namespace {

base::Image pictureOf(const std::vector<Disc>& discs, int width, int height)
{
    base::Image image(width, height, 1, base::PixelType::U8);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            bool inside = false;
            for (const Disc& disc : discs)
                inside = inside || std::hypot(x + 0.5 - disc.x, y + 0.5 - disc.y) <= disc.radius;
            image.row<std::uint8_t>(y)[x] = inside ? 200 : 30;
        }
    }
    return image;
}

/// Takes everything brighter than the middle for objects, all at one place of the embedding: pieces are told apart by
/// not touching. Whatever goes wrong then is geometry.
class BrightNetwork : public inference::EmbeddingNetwork {
public:
    BrightNetwork()
    {
        m_tiling.tile = 64;
        m_tiling.overlap = 24;
        m_tiling.trim = 3;
    }

    const nn::ModelDescription& description() const override { return m_description; }
    const inference::DeviceInfo& device() const override { return m_device; }
    const nn::TilingOptions& tiling() const override { return m_tiling; }

    base::Result<nn::PixelEmbedding> embed(const std::vector<float>& tile) override
    {
        ++calls;
        CHECK(tile.size() == 64 * 64);
        if (calls > failAfter)
            return base::fail(ErrorCode::OutOfMemory, "There is not enough memory.");
        nn::PixelEmbedding embedding{64, 64, 1, std::vector<float>(tile.size(), offset), {}};
        for (const float value : tile)
            embedding.foreground.push_back(value > 1 ? 1.0F : 0.0F);
        afterEmbed();
        return embedding;
    }

    int calls = 0;
    int failAfter = 1000;
    float offset = 0;
    std::function<void()> afterEmbed = [] {};

private:
    nn::ModelDescription m_description;
    inference::DeviceInfo m_device{"CPU", "a test", false, false};
    nn::TilingOptions m_tiling;
};

struct BrightSegmenter {
    explicit BrightSegmenter(double countThreshold = .5)
    {
        auto owned = std::make_unique<BrightNetwork>();
        network = owned.get();
        inference::ModelInfo info;
        info.classNames = {"nucleus"};
        info.countThreshold = countThreshold;
        segmenter = std::make_unique<inference::HarmonicSegmenter>(info, std::move(owned));
    }
    BrightNetwork* network;
    std::unique_ptr<inference::HarmonicSegmenter> segmenter;
    base::CancellationToken cancel;
};

/// A file with a small network of random weights.
class ModelFile {
public:
    ModelFile()
    {
        torch::manual_seed(1);
        nn::HarmonicModelOptions options;
        options.network.widths = {4, 8, 8};
        options.tiling.tile = 64;
        options.tiling.overlap = 16;
        nn::HarmonicNetwork network(options.network);
        description.name = "test";
        description.version = "1";
        description.classNames = {"nucleus"};
        description.countRule.threshold = .05;
        description.architecture = nn::toJson(options);
        description.inputSize = 64;
        tensors = nn::stateOf(*network, nn::kHarmonicPrefix);
    }

    base::Result<std::unique_ptr<inference::Segmenter>> load() const
    {
        REQUIRE(nn::writeTensorFile(path, {tensors, nn::toMetadata(description)}));
        return inference::loadSegmenter(path, {.device = inference::DeviceChoice::Cpu});
    }

    tests::TemporaryFolder folder;
    std::filesystem::path path = folder / "harmonic.safetensors";
    nn::ModelDescription description;
    nn::TensorMap tensors;
};

} // namespace

TEST_CASE("objects come back whole and where they are, for any size and pixel type")
{
    struct Case {
        int width, height;
        std::vector<Disc> discs;
    };
    for (const Case& c : {Case{64, 64, {{20, 20, 8}, {44, 40, 10}}}, Case{30, 40, {{15, 22, 7}}},
                          Case{300, 150, {{60, 60, 12}, {110, 40, 15}, {250, 100, 30}, {5, 140, 9}}}}) {
        CAPTURE(c.width);
        BrightSegmenter bright;
        const auto result = bright.segmenter->segment(pictureOf(c.discs, c.width, c.height), bright.cancel);
        REQUIRE(result);
        REQUIRE(result->counted.size() == c.discs.size());
        for (const Disc& disc : c.discs) {
            double best = 0;
            for (const auto& detection : result->detections)
                best = std::max(best, masks::iou(detection.amodal, tests::maskOf(disc, c.width, c.height)));
            CHECK(best > .97);
        }
        for (const auto& detection : result->detections) {
            CHECK(detection.visible == detection.amodal);
            CHECK(detection.box == detection.amodal.boundingBox());
            CHECK(detection.score == doctest::Approx(1));
        }
        CHECK(result->order.empty());
    }
    BrightSegmenter bright;
    const base::Image gray = pictureOf({{30, 30, 9}}, 64, 64);
    base::Image real(64, 64, 1, base::PixelType::F32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            real.row<float>(y)[x] = float(gray.row<std::uint8_t>(y)[x]) * 1000;
    real.row<float>(0)[0] = NAN;
    CHECK(bright.segmenter->segment(real, bright.cancel)->detections.size() == 1);
}

TEST_CASE("a picture without objects has none; one that is too small is refused")
{
    BrightSegmenter bright;
    const auto empty = bright.segmenter->segment(pictureOf({}, 80, 80), bright.cancel);
    REQUIRE(empty);
    CHECK(empty->detections.empty());
    CHECK(bright.segmenter->segment(pictureOf({}, 8, 80), bright.cancel).error().code == ErrorCode::InvalidArgument);
    CHECK(bright.segmenter->segment(pictureOf({}, 1, 1), bright.cancel).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("cancelling and failures of the network end it between tiles")
{
    BrightSegmenter bright;
    bright.network->afterEmbed = [&] { bright.cancel.cancel(); };
    const auto cancelled = bright.segmenter->segment(pictureOf({{50, 50, 20}}, 200, 200), bright.cancel);
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(bright.network->calls == 1);
    BrightSegmenter failing;
    failing.network->failAfter = 1;
    const auto failed = failing.segmenter->segment(pictureOf({{50, 50, 20}}, 200, 200), failing.cancel);
    CHECK(failed.error().code == ErrorCode::OutOfMemory);
    CHECK(failing.network->calls == 2);
    BrightSegmenter full;
    full.network->afterEmbed = [] { throw std::bad_alloc(); };
    const auto caught = full.segmenter->segment(pictureOf({{50, 50, 20}}, 200, 200), full.cancel);
    CHECK(caught.error().code == ErrorCode::OutOfMemory);
}

TEST_CASE("confidence does not shrink with the channels of the embedding and keeps the order of objects")
{
    using inference::embeddingConfidence;
    CHECK(embeddingConfidence(.3, 1) == .3);
    const double perChannel = .9;
    for (const int channels : {2, 12, 32})
        CHECK(embeddingConfidence(std::pow(perChannel, channels), channels) == doctest::Approx(perChannel));
    CHECK(embeddingConfidence(.2, 12) < embeddingConfidence(.21, 12));
    CHECK(embeddingConfidence(0, 12) == 0);
    CHECK(embeddingConfidence(1.0000001, 12) == 1);
}

TEST_CASE("the only class of a model counts as what the product counts")
{
    BrightSegmenter bright;
    const auto result = bright.segmenter->segment(pictureOf({{30, 30, 9}}, 64, 64), bright.cancel);
    const auto frame = inference::toSegmentedFrame(*result, bright.segmenter->model());
    REQUIRE(frame.instances.size() == 1);
    CHECK(frame.instances[0].classId == int(base::ObjectClass::Blastomere));
    inference::ModelInfo two;
    two.classNames = {"nucleus", "debris"};
    CHECK_FALSE(inference::objectClassOf(two, 1));
}

TEST_CASE("the shipped model finds bright nuclei, touching ones as well")
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE(source);
    const auto segmenter = inference::loadSegmenter(
        std::filesystem::path(source) / "models/nuclei-harmonic.safetensors", {.device = inference::DeviceChoice::Cpu});
    REQUIRE_MESSAGE(segmenter, segmenter.error().message);
    const std::vector<Disc> nuclei = {{40, 40, 8}, {55.5, 40, 8}, {120, 60, 9}, {70, 130, 8}, {160, 150, 10}};
    const auto result = (*segmenter)->segment(pictureOf(nuclei, 200, 180), {});
    REQUIRE(result);
    CHECK(result->counted.size() == nuclei.size());
    for (const int index : result->counted)
        CHECK(result->detections[std::size_t(index)].score > .7F); // a number that a person can read
    CHECK((*segmenter)->model().countThreshold == doctest::Approx(std::pow(.001, 1. / 12)));
    CHECK(inference::readModelInfo(std::filesystem::path(source) / "models/nuclei-harmonic.safetensors")->countThreshold
          == (*segmenter)->model().countThreshold);
    for (const Disc& nucleus : nuclei) {
        double best = 0;
        for (const inference::Detection& found : result->detections)
            best = std::max(best, masks::iou(found.amodal, tests::maskOf(nucleus, 200, 180)));
        CHECK(best > 0.7);
    }
}

TEST_CASE("a model of this family is loaded like any other, and is repeatable")
{
    const ModelFile file;
    const auto segmenter = file.load();
    REQUIRE_MESSAGE(segmenter, segmenter.error().message);
    CHECK((*segmenter)->model().name == "test");
    CHECK((*segmenter)->model().classNames == std::vector<std::string>{"nucleus"});
    const base::Image picture = pictureOf({{30, 30, 9}, {90, 50, 14}}, 130, 90);
    const auto first = (*segmenter)->segment(picture, {}), second = (*segmenter)->segment(picture, {});
    REQUIRE(first);
    REQUIRE(first->detections.size() == second->detections.size());
    for (std::size_t i = 0; i < first->detections.size(); ++i)
        CHECK(first->detections[i].amodal == second->detections[i].amodal);
    CHECK(inference::readModelInfo(file.path)->name == "test");
}

TEST_CASE("model files that do not fit are refused with a reason")
{
    const auto refusal = [](const ModelFile& file) {
        const auto segmenter = file.load();
        REQUIRE_FALSE(segmenter);
        CHECK(segmenter.error().code == ErrorCode::Incompatible);
        CHECK(segmenter.error().message.find(file.path.filename().string()) != std::string::npos);
        return segmenter.error().message;
    };
    ModelFile other;
    other.description.architecture["network"]["widths"] = {4, 8, 12};
    CHECK(refusal(other).find("down3") != std::string::npos);
    ModelFile alien;
    alien.tensors["detector.x"] = torch::zeros({1});
    CHECK(refusal(alien).find("detector.x") != std::string::npos);
    ModelFile tile;
    tile.description.inputSize = 66;
    CHECK(refusal(tile).find("multiple of 4") != std::string::npos);
    ModelFile family;
    family.description.architecture["family"] = "something-else";
    CHECK(refusal(family).find("something-else") != std::string::npos);
    ModelFile classes;
    classes.description.classNames = {"a", "b"};
    refusal(classes);
}

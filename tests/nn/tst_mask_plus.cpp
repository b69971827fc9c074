// SPDX-License-Identifier: Apache-2.0
// The switches of the mask branch: MaskPlus and ASN, their parts one by one and in every combination.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/amodal_detector.h"
#include "tests/nn/disc_scene.h"
#include "tests/nn/gradient_check.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using nlohmann::json;

namespace {

constexpr int kSide = 64;
constexpr int kChannels = 8;
const std::vector<tests::Disc> kScene = {{22, 26, 14}, {38, 30, 13}, {52, 52, 6, 2}};

AmodalDetector tinyDetector(const json& mask, std::uint64_t seed = 1)
{
    torch::set_num_threads(1);
    torch::manual_seed(seed);
    auto architecture = json::parse(R"({
        "backbone": {"width": 8}, "pyramidChannels": 8, "boxHidden": 16, "canonicalSize": 28,
        "occlusion": {"hidden": 4},
        "rpn": {"anchors": {"sizes": [12, 24, 36, 48, 72]}, "fineSizes": [], "samplesPerImage": 16,
                "trainPreNms": 50, "trainPostNms": 20, "testPreNms": 50, "testPostNms": 10},
        "roiSampling": {"perImage": 8, "positiveShare": 0.5},
        "mask": {"hidden": 8, "vqVae": {"codes": 8, "codeSize": 4, "hidden": 8, "residualHidden": 4}}
    })");
    architecture["mask"].merge_patch(mask);
    auto model = makeAmodalDetector(architecture);
    REQUIRE_MESSAGE(model.has_value(), (model ? "" : model.error().message + model.error().detail));
    return *model;
}

DetectorOutput detectionsOf(AmodalDetector& model, const torch::Tensor& images)
{
    model->eval();
    DetectOptions options;
    options.scoreThreshold = 0;
    options.maxDetections = 3;
    return model->detect(images, options).front();
}

/// Every second switch, then a round: bit k of `combination` turns switch k on.
json combinedSwitches(int combination)
{
    json plus = json::object();
    if (combination & 1)
        plus["context"] = {12, kChannels};
    if (combination & 2)
        plus["pyramid"] = true;
    if (combination & 4)
        plus["boundary"] = "improved";
    if (combination & 8)
        plus["auxiliaryScales"] = {0.5, 2};
    if (combination & 16)
        plus["earlyWeight"] = 1.5;
    return plus;
}

/// Losses and their gradients at one step; every weight that is trained must get a gradient.
void trainsOnce(AmodalDetector& model, const std::set<std::string>& expected)
{
    model->train();
    const auto losses = model->losses(tests::discBatch(kSide, {kScene, {}}), 3, Precision::Fp32);
    std::set<std::string> names;
    for (const auto& [name, loss] : losses) {
        CAPTURE(name);
        CHECK(std::isfinite(loss.item<double>()));
        names.insert(name);
    }
    for (const std::string& name : expected)
        CHECK_MESSAGE(names.contains(name), name);
    model->totalLoss(losses, 0).backward();
    for (const auto& item : model->named_parameters()) {
        CAPTURE(item.key());
        CHECK(item.value().grad().defined() == item.value().requires_grad());
    }
}

std::vector<torch::Tensor> doubleLeaves(torch::nn::Module& module)
{
    module.to(torch::kDouble);
    const torch::NoGradGuard noGrad;
    for (auto& parameter : module.parameters()) // away from the zeros that some layers start with
        parameter.add_(torch::rand_like(parameter) * 0.2 - 0.1);
    return module.parameters();
}

void checkGradients(const std::function<torch::Tensor()>& f, std::vector<torch::Tensor> leaves,
                    const torch::Tensor& input)
{
    leaves.push_back(input);
    tests::GradientCheckOptions options;
    options.maxElements = 12;
    options.step = 1e-6;
    const auto check = tests::checkGradient(f, leaves, options);
    CHECK_MESSAGE(check.worst < 1e-3, check.where);
}

} // namespace

TEST_CASE("contextual fusion adds the same map to all RoIs of a picture, and nothing at first")
{
    torch::manual_seed(1);
    ContextualFusion fusion(4, std::vector<int>{6, 4});
    const auto level = torch::rand({2, 4, 3, 5});
    const auto features = torch::rand({3, 4, 14, 14});
    const auto rois =
        torch::tensor({0.f, 1.f, 1.f, 9.f, 9.f, 1.f, 0.f, 0.f, 5.f, 5.f, 0.f, 2.f, 2.f, 8.f, 8.f}).reshape({3, 5});
    CHECK(torch::equal(fusion(features, rois, level), features));
    const auto leaves = doubleLeaves(*fusion);
    const auto x = features.to(torch::kDouble), l = level.to(torch::kDouble);
    const auto added = fusion(x, rois, l) - x;
    CHECK(torch::allclose(added[0], added[2]));
    CHECK_FALSE(torch::allclose(added[0], added[1]));
    checkGradients([&] { return fusion(x, rois, l); }, leaves, l);
    CHECK_THROWS_AS(ContextualFusion(4, std::vector<int>{6, 5}), c10::Error);
    CHECK_THROWS_AS(ContextualFusion(4, std::vector<int>{}), c10::Error);
}

TEST_CASE("the deconvolutional pyramid keeps the shape, and its gradients are right")
{
    torch::manual_seed(2);
    DeconvolutionalPyramid pyramid(4, 8);
    CHECK(pyramid(torch::rand({2, 4, 14, 14})).sizes() == torch::IntArrayRef({2, 4, 14, 14}));
    const auto leaves = doubleLeaves(*pyramid);
    const auto x = torch::rand({1, 4, 4, 4}, torch::kDouble);
    checkGradients([&] { return pyramid(x); }, leaves, x);
}

TEST_CASE("boundary refinement changes nothing at first, and its gradients are right")
{
    for (const auto kind : {BoundaryRefinementKind::Original, BoundaryRefinementKind::Improved}) {
        torch::manual_seed(3);
        BoundaryRefinement refinement(kind, 2);
        const auto logits = torch::randn({2, 2, 28, 28});
        CHECK(torch::equal(refinement(logits), logits));
        const auto leaves = doubleLeaves(*refinement);
        const auto x = torch::randn({1, 2, 6, 6}, torch::kDouble);
        CHECK_FALSE(torch::allclose(refinement(x), x));
        checkGradients([&] { return refinement(x); }, leaves, x);
    }
    // Four modules of 16 and 4 maps: 2, 6, 10 and 14 channels come in, 18 go into the join.
    BoundaryRefinement improved(BoundaryRefinementKind::Improved, 2);
    CHECK(improved->named_parameters()["module4.conv1.weight"].sizes() == torch::IntArrayRef({16, 14, 1, 1}));
    CHECK(improved->named_parameters()["module4.conv2.weight"].sizes() == torch::IntArrayRef({4, 16, 3, 3}));
    CHECK(improved->named_parameters()["join.weight"].sizes() == torch::IntArrayRef({2, 18, 1, 1}));
}

TEST_CASE("auxiliary heads predict masks of half and of twice the size")
{
    for (const auto& [scale, side] : {std::pair{0.5, 14}, std::pair{2.0, 56}}) {
        AuxiliaryMaskHead head(AuxiliaryMaskHeadOptions{.in = 4, .hidden = 4, .outputs = 3, .scale = scale});
        CHECK(head->size() == side);
        const auto logits = head(torch::rand({2, 4, 14, 14}));
        CHECK(logits.amodal.sizes() == torch::IntArrayRef({2, 3, side, side}));
        CHECK(logits.visible.sizes() == torch::IntArrayRef({2, 3, side, side}));
    }
}

TEST_CASE("the ASN branch mixes three feature maps, and its gradients are right")
{
    torch::manual_seed(4);
    AsnBranch branch(AsnOptions{.enabled = true, .hidden = 4, .convolutions = 2, .fcHidden = 4}, 3);
    const auto leaves = doubleLeaves(*branch);
    const auto small = torch::rand({2, 3, 7, 7}, torch::kDouble), box = torch::rand({2, 3, 7, 7}, torch::kDouble);
    const auto large = torch::rand({2, 3, 14, 14}, torch::kDouble);
    const auto output = branch(small, box, large);
    CHECK(output.features.sizes() == torch::IntArrayRef({2, 4, 14, 14}));
    CHECK(output.occlusionLogits.sizes() == torch::IntArrayRef({2, 2}));
    const auto everything = [&] {
        const auto o = branch(small, box, large);
        return torch::cat({o.features.flatten(), o.occlusionLogits.flatten()});
    };
    checkGradients(everything, leaves, small);
    checkGradients(everything, {box}, large);
    CHECK_THROWS_AS(branch(small, box, small), c10::Error);
}

TEST_CASE("something is hidden where the visible part is smaller, and what is not known is not learned")
{
    const auto truth = tests::discTargets(kSide, {{20, 20, 10}, {28, 20, 10}}); // the second lies below the first
    const auto known = torch::tensor({1, 1}).to(torch::kBool), none = torch::tensor({0, 0}).to(torch::kBool);
    const auto instance = torch::tensor({0, 1}, torch::kLong);
    const auto right = torch::tensor({9.f, -9.f, -9.f, 9.f}).reshape({2, 2});
    const auto loss = [&](const torch::Tensor& logits, const torch::Tensor& mask) {
        return instanceOcclusionLoss(logits, truth.amodal, truth.visible, mask, instance).item<double>();
    };
    CHECK(loss(right, known) < 1e-3);
    CHECK(loss(-right, known) > 10);
    CHECK(loss(-right, none) == 0);
    // A hidden instance that is overlooked weighs six times one that is seen too much.
    const auto allVisible = torch::tensor({1.f, 0.f, 1.f, 0.f}).reshape({2, 2});
    CHECK(loss(allVisible, known) == doctest::Approx((0.31326 + 6 * 1.31326) / 7).epsilon(1e-3));
}

TEST_CASE("all combinations of the switches train and detect, with either mask head")
{
    const auto images = tests::discBatch(kSide, {kScene}).images;
    for (const char* kind : {"fcn", "vq"}) {
        for (int combination = 0; combination < 32; ++combination) {
            CAPTURE(kind);
            CAPTURE(combination);
            auto model = tinyDetector({{"kind", kind}, {"maskPlus", combinedSwitches(combination)}});
            std::set<std::string> expected = {"mask_amodal", "mask_visible"};
            if (combination & 8)
                expected.insert({"mask_half", "mask_double"});
            trainsOnce(model, expected);
            const auto output = detectionsOf(model, images);
            CHECK(output.amodal.sizes() == torch::IntArrayRef({3, 28, 28}));
            CHECK(torch::isfinite(output.amodal).all().item<bool>());
        }
    }
}

TEST_CASE("ASN trains and detects with every kind of mask branch")
{
    const auto images = tests::discBatch(kSide, {kScene}).images;
    const std::vector<std::pair<json, std::set<std::string>>> variants = {
        {R"({"kind": "fcn"})"_json, {"mask_amodal", "mask_visible", "instance_occlusion"}},
        {R"({"kind": "vq", "scoring": true})"_json,
         {"mask_amodal", "mask_visible", "code", "mask_score", "instance_occlusion"}},
        {R"({"kind": "vq", "refinement": false})"_json, {"mask_visible", "code", "instance_occlusion"}},
        {{{"kind", "fcn"}, {"classAgnostic", false}, {"maskPlus", combinedSwitches(31)}},
         {"mask_amodal", "mask_visible", "mask_half", "mask_double", "instance_occlusion"}},
    };
    for (auto [mask, expected] : variants) {
        mask["asn"] = {{"enabled", true}, {"hidden", 12}, {"fcHidden", 8}};
        const auto text = mask.dump();
        CAPTURE(text);
        auto model = tinyDetector(mask);
        trainsOnce(model, expected);
        const auto output = detectionsOf(model, images);
        CHECK_FALSE(torch::equal(output.amodal, output.visible)); // heads of their own
        auto other = tinyDetector(mask, 2);
        REQUIRE(loadState(*other, stateOf(*model)).has_value());
        CHECK(torch::equal(detectionsOf(other, images).visible, output.visible));
    }
}

TEST_CASE("pictures without any object have mask losses of zero")
{
    for (const char* text : {R"({"kind": "fcn", "maskPlus": {"auxiliaryScales": [2, 0.5]}, "asn": {"enabled": true}})",
                             R"({"kind": "vq", "refinement": false, "asn": {"enabled": true}})"}) {
        auto model = tinyDetector(json::parse(text));
        const auto losses = model->losses(tests::discBatch(kSide, {{}, {}}), 3, Precision::Fp32);
        CHECK(losses.at("mask_visible").item<double>() == 0);
        CHECK(losses.at("instance_occlusion").item<double>() == 0);
        model->totalLoss(losses).backward();
    }
}

TEST_CASE("with all switches on, weights and architecture survive the file, and training parts can be left out")
{
    auto model = tinyDetector({{"maskPlus", combinedSwitches(31)}});
    const auto again = makeAmodalDetector(json::parse(toJson(model->options).dump()));
    REQUIRE(again.has_value());
    auto other = *again;
    REQUIRE(loadState(*other, stateOf(*model)).has_value());
    const auto images = tests::discBatch(kSide, {kScene}).images;
    const auto expected = detectionsOf(model, images);
    CHECK(torch::equal(detectionsOf(other, images).amodal, expected.amodal));

    model->dropTrainingParts();
    CHECK(torch::equal(detectionsOf(model, images).amodal, expected.amodal));
    for (const auto& [key, tensor] : stateOf(*model))
        CHECK_MESSAGE(!key.starts_with("auxiliary"), key);
    auto shipped = makeAmodalDetector(toJson(model->options));
    REQUIRE(shipped.has_value());
    REQUIRE(loadState(**shipped, stateOf(*model)).has_value());
    CHECK(torch::equal(detectionsOf(*shipped, images).amodal, expected.amodal));
    model->dropTrainingParts(); // again: nothing left to do
}

TEST_CASE("switches that are off leave weights and losses as they were")
{
    const auto batch = tests::discBatch(kSide, {kScene, kScene});
    for (const char* kind : {"fcn", "vq"}) {
        auto plain = tinyDetector({{"kind", kind}});
        auto off = tinyDetector({{"kind", kind},
                                 {"maskPlus", {{"context", json::array()}, {"pyramid", false}, {"boundary", "none"},
                                               {"auxiliaryScales", json::array()}, {"earlyWeight", 1}}},
                                 {"asn", {{"enabled", false}}}});
        const auto weights = stateOf(*plain), others = stateOf(*off);
        REQUIRE(weights.size() == others.size());
        for (const auto& [key, tensor] : weights)
            CHECK_MESSAGE(torch::equal(tensor, others.at(key)), key);
        const auto a = plain->losses(batch, 5, Precision::Fp32), b = off->losses(batch, 5, Precision::Fp32);
        for (const auto& [name, loss] : a)
            CHECK_MESSAGE(loss.item<float>() == b.at(name).item<float>(), name);
        CHECK(plain->totalLoss(a, 0).item<float>() == plain->totalLoss(a, 1).item<float>());
        // A fresh context or boundary refinement changes nothing either, and shared weights start alike.
        auto fresh = tinyDetector({{"kind", kind}, {"maskPlus", {{"context", {kChannels}}, {"boundary", "improved"}}}});
        for (const auto& [key, tensor] : weights)
            CHECK_MESSAGE(torch::equal(tensor, stateOf(*fresh).at(key)), key);
        const auto c = fresh->losses(batch, 5, Precision::Fp32);
        CHECK(c.at("mask_amodal").item<double>() == doctest::Approx(a.at("mask_amodal").item<double>()).epsilon(1e-5));
    }
}

TEST_CASE("biased training weighs the losses of masks in its first part alone")
{
    auto model = tinyDetector(json::parse(
        R"({"maskPlus": {"earlyWeight": 1.5, "earlyShare": 0.25, "auxiliaryScales": [0.5]}})"));
    const auto losses = model->losses(tests::discBatch(kSide, {kScene}), 5, Precision::Fp32);
    const auto at = [&](const char* name) { return losses.at(name).item<double>(); };
    const double masks = at("mask_amodal") + at("mask_visible") + at("mask_half") + at("code");
    const double late = model->totalLoss(losses).item<double>();
    CHECK(model->totalLoss(losses, 0.24).item<double>() == doctest::Approx(late + 0.5 * masks).epsilon(1e-5));
    CHECK(model->totalLoss(losses, 0.25).item<double>() == doctest::Approx(late).epsilon(1e-6));
}

TEST_CASE("impossible switches are refused by name")
{
    const auto refused = [](const char* mask, const std::string& part) {
        const auto model = makeAmodalDetector({{"pyramidChannels", 16}, {"mask", json::parse(mask)}});
        REQUIRE_FALSE(model.has_value());
        CHECK(model.error().code == base::ErrorCode::Incompatible);
        CHECK_MESSAGE(model.error().message.find(part) != std::string::npos, model.error().message);
    };
    refused(R"({"maskPlus": {"context": [16, 8]}})", "context");
    refused(R"({"maskPlus": {"context": [0, 16]}})", "positive");
    refused(R"({"maskPlus": {"auxiliaryScales": [4]}})", "auxiliaryScales");
    refused(R"({"maskPlus": {"auxiliaryScales": [2, 2]}})", "auxiliaryScales");
    refused(R"({"maskPlus": {"boundary": "sharp"}})", "boundary");
    refused(R"({"maskPlus": {"earlyShare": 2}})", "earlyShare");
    refused(R"({"maskPlus": {"earlyWeigth": 2}})", "earlyWeigth");
    refused(R"({"refinement": false, "maskPlus": {"pyramid": true}})", "refinement");
    refused(R"({"asn": {"enabled": true, "convolutions": 0}})", "positive");
}

TEST_CASE("bf16 runs through all switches")
{
    auto model = tinyDetector({{"maskPlus", combinedSwitches(31)}, {"asn", {{"enabled", true}, {"hidden", 8}}}});
    const auto losses = model->losses(tests::discBatch(kSide, {kScene}), 3, Precision::Bf16);
    for (const auto& [name, loss] : losses) {
        CAPTURE(name);
        CHECK((loss.scalar_type() == torch::kFloat32));
        CHECK(std::isfinite(loss.item<double>()));
    }
    model->totalLoss(losses, 0).backward();
}

TEST_CASE("the shipped detector has no switch on, and its weights load")
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE(source);
    const auto file = readTensorFile(std::filesystem::path(source) / "models" / "blastomere-amodal.safetensors");
    REQUIRE(file.has_value());
    const auto description = modelDescriptionFromMetadata(file->metadata);
    REQUIRE(description.has_value());
    auto model = makeAmodalDetector(description->architecture.at("detector"));
    REQUIRE(model.has_value());
    CHECK(loadState(**model, file->tensors, kDetectorPrefix).has_value());
    const auto children = (*model)->named_children();
    for (const char* part : {"context", "asn", "visible_mask_head", "auxiliary_half", "auxiliary_double"})
        CHECK_FALSE(children.contains(part));
}

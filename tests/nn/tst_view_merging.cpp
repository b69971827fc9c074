// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/view_merging.h"
#include "core/nn/torch.h"

using namespace blastoscope::nn;

namespace {

constexpr int kCell = 1, kFragment = 2;

struct Seen {
    std::vector<float> box;
    float score = 0;
    int label = kCell;
};

DetectorOutput outputOf(const std::vector<Seen>& seen, const std::vector<float>& counts = {})
{
    const auto n = std::int64_t(seen.size());
    DetectorOutput output{torch::zeros({n, 4}), torch::zeros({n}), torch::zeros({n}, torch::kLong), {}, {}, {}, {}, {}, {}};
    for (std::int64_t i = 0; i < n; ++i) {
        output.boxes[i] = torch::tensor(seen[std::size_t(i)].box);
        output.scores[i] = seen[std::size_t(i)].score;
        output.labels[i] = seen[std::size_t(i)].label;
    }
    output.maskBoxes = output.boxes.clone();
    output.amodal = torch::tensor({1.F, 0.F, 0.F, 0.5F}).reshape({1, 2, 2}).repeat({n, 1, 1});
    output.visible = output.amodal.clone();
    if (!counts.empty())
        output.counts = torch::tensor(counts);
    return output;
}

} // namespace

TEST_CASE("a mirror exchanges left and right, twice it is no mirror")
{
    const auto output = outputOf({{{10, 20, 30, 50}, 0.5F}});
    const auto mirror = mirrored(output, 100);
    CHECK(torch::equal(mirror.boxes, torch::tensor({{70.F, 20.F, 90.F, 50.F}})));
    CHECK(torch::equal(mirror.amodal[0], torch::tensor({{0.F, 1.F}, {0.5F, 0.F}})));
    const auto again = mirrored(mirror, 100);
    CHECK(torch::equal(again.boxes, output.boxes));
    CHECK(torch::equal(again.amodal, output.amodal));
}

TEST_CASE("upside down exchanges top and bottom, twice it is the picture again")
{
    const auto output = outputOf({{{10, 20, 30, 50}, 0.5F}});
    const auto turned = upsideDown(output, 100);
    CHECK(torch::equal(turned.boxes, torch::tensor({{10.F, 50.F, 30.F, 80.F}})));
    CHECK(torch::equal(turned.amodal[0], torch::tensor({{0.F, 0.5F}, {1.F, 0.F}})));
    const auto again = upsideDown(turned, 100);
    CHECK(torch::equal(again.boxes, output.boxes));
    CHECK(torch::equal(again.amodal, output.amodal));
}

TEST_CASE("views are merged object by object; what one view misses counts less")
{
    const auto merged =
        mergedViews({outputOf({{{0, 0, 10, 10}, 0.9F}, {{50, 50, 60, 60}, 0.8F}}, {0.2F, 0.8F}),
                     outputOf({{{0, 0, 10, 12}, 0.3F}, {{0, 0, 10, 10}, 0.2F, kFragment}}, {0.6F, 0.4F})});
    REQUIRE(merged.scores.size(0) == 3);
    CHECK(merged.scores[0].item<double>() == doctest::Approx(0.6));
    CHECK(merged.boxes[0][3].item<double>() == doctest::Approx(10.5)); // weighted by score
    CHECK(merged.amodal[0][0][0].item<double>() == doctest::Approx(1));
    CHECK(merged.scores[1].item<double>() == doctest::Approx(0.4));
    CHECK(merged.boxes[1][0].item<double>() == doctest::Approx(50));
    CHECK(merged.labels[2].item<std::int64_t>() == kFragment);
    CHECK(merged.counts[0].item<double>() == doctest::Approx(0.4));
}

TEST_CASE("two detections of one view stay two objects, and nothing is nothing")
{
    const auto merged =
        mergedViews({outputOf({{{0, 0, 10, 10}, 0.9F}, {{0, 0, 10, 11}, 0.8F}}), outputOf(std::vector<Seen>())});
    CHECK(merged.scores.size(0) == 2);
    const auto nothing = mergedViews({outputOf({}), outputOf({})});
    CHECK(nothing.scores.size(0) == 0);
    CHECK(nothing.boxes.sizes() == torch::IntArrayRef({0, 4}));
}

TEST_CASE("in four views a picture and the same one upside down look alike")
{
    torch::manual_seed(3);
    auto model = makeAmodalDetector(nlohmann::json::parse(R"({
        "backbone": {"width": 16}, "pyramidChannels": 32, "boxHidden": 64, "canonicalSize": 42,
        "occlusion": {"enabled": false}, "mask": {"kind": "fcn", "hidden": 32}, "count": {"enabled": true}})"));
    REQUIRE(model.has_value());
    (*model)->eval();
    DetectOptions options;
    options.scoreThreshold = 0;
    options.maxDetections = 5;
    options.views = 4;
    const auto picture = torch::rand({1, 1, 64, 64});
    const auto upright = (*model)->detect(picture, options).front();
    const auto turned = (*model)->detect(picture.flip(2), options).front();
    CHECK(torch::allclose(upright.scores, turned.scores, 1e-4, 1e-5));
    CHECK(torch::allclose(upright.counts, turned.counts, 1e-4, 1e-5));
    options.views = 3;
    CHECK_THROWS((*model)->detect(picture, options));
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/nn/data/label_samples.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/models/harmonic_model.h"
#include "core/nn/torch.h"
#include "core/nn/training/adamw.h"
#include "core/nn/training/schedule.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using nlohmann::json;

namespace {

/// Discs that do not overlap, labelled 1, 2, ...
torch::Tensor blobs(int size, int count, double radius, std::uint64_t seed)
{
    base::Random random(seed);
    torch::Tensor labels = torch::zeros({size, size}, torch::kLong);
    auto pixels = labels.accessor<std::int64_t, 2>();
    std::vector<std::pair<double, double>> centers;
    for (int tries = 0; int(centers.size()) < count && tries < 100000; ++tries) {
        const double cx = random.uniform(radius, size - radius), cy = random.uniform(radius, size - radius);
        bool free = true;
        for (const auto& [x, y] : centers)
            free = free && std::hypot(cx - x, cy - y) > 2 * radius + 1;
        if (!free)
            continue;
        centers.push_back({cx, cy});
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                if (std::hypot(x + .5 - cx, y + .5 - cy) <= radius)
                    pixels[y][x] = std::int64_t(centers.size());
    }
    REQUIRE(int(centers.size()) == count);
    return labels;
}

/// Adam steps on the separation loss over the same pictures.
void fit(HarmonicGuides& guides, const torch::Tensor& labels, int steps, double learningRate)
{
    AdamW optimiser(guides->named_parameters(), {.weightDecay = 0});
    for (int step = 0; step < steps; ++step) {
        optimiser.zeroGrad();
        guides->separationLoss(labels, false).backward();
        optimiser.step(nn::learningRate({learningRate, 0, .02}, step, double(step) / steps));
    }
}

DatasetFrame frameWith(std::vector<DatasetInstance> instances, int width = 40, int height = 30)
{
    DatasetFrame frame;
    frame.width = width;
    frame.height = height;
    for (int i = 0; i < width * height; ++i)
        frame.pixels.push_back(std::uint8_t(i * 7 % 251));
    frame.instances = std::move(instances);
    return frame;
}

HarmonicOptions smallOptions()
{
    HarmonicOptions options;
    options.widths = {8, 8, 8};
    options.guides.count = 4;
    return options;
}

} // namespace

TEST_CASE("guide maps are sine waves over the frame whose ends lie on its edges")
{
    HarmonicGuides guides(GuideOptions{.count = 2});
    {
        const torch::NoGradGuard noGrad;
        guides->wave.copy_(torch::tensor({{3.0F, 0.0F}, {0.0F, 5.0F}}));
        guides->phase.copy_(torch::tensor({0.5F, 0.25F}));
    }
    const auto maps = guides->maps(5, 9);
    REQUIRE(maps.sizes() == torch::IntArrayRef({2, 5, 9}));
    CHECK(maps[0][3][0].item<float>() == doctest::Approx(std::sin(.5)));
    CHECK(maps[0][0][8].item<float>() == doctest::Approx(std::sin(3.5)));
    CHECK(maps[0][2][4].item<float>() == doctest::Approx(std::sin(2.0)));
    CHECK(maps[1][4][7].item<float>() == doctest::Approx(std::sin(5.25)));
    // The same place at another resolution.
    CHECK(guides->maps(9, 17)[0][2][8].item<float>() == doctest::Approx(maps[0][1][4].item<float>()));
}

TEST_CASE("embeddings are means of the guides over objects; ignored pixels and absent labels take no part")
{
    torch::manual_seed(3);
    HarmonicGuides guides(GuideOptions{.count = 3});
    auto labels = torch::zeros({6, 8}, torch::kLong);
    labels.slice(0, 0, 2).slice(1, 0, 3).fill_(1);
    labels.slice(0, 3, 6).slice(1, 4, 8).fill_(4);
    labels[5][7] = kIgnoredLabel;
    const auto maps = guides->maps(6, 8);
    const auto embeddings = guides->embeddings(labels, false);
    REQUIRE(embeddings.sizes() == torch::IntArrayRef({2, 3}));
    CHECK(torch::allclose(embeddings[0], maps.slice(1, 0, 2).slice(2, 0, 3).mean(torch::IntArrayRef{1, 2})));
    const auto four = maps.slice(1, 3, 6).slice(2, 4, 8).flatten(1).slice(1, 0, 11).mean(1);
    CHECK(torch::allclose(embeddings[1], four, 1e-5, 1e-6));
    CHECK(guides->embeddings(labels, true).size(0) == 3);
    const auto targets = guides->targets(labels.unsqueeze(0), false);
    CHECK(torch::allclose(targets[0].select(1, 1).select(1, 1), embeddings[0]));
    CHECK(targets[0].select(1, 5).select(1, 7).abs().sum().item<float>() == 0);
    CHECK(targets[0].select(1, 0).select(1, 7).abs().sum().item<float>() == 0);
    CHECK(guides->targets(labels.unsqueeze(0), true)[0].select(1, 0).select(1, 7).abs().sum().item<float>() > 0);
}

TEST_CASE("the separation loss is the mean hinge over pairs, in both metrics, and its gradient is right")
{
    torch::manual_seed(5);
    for (const auto metric : {GuideMetric::SquaredL2, GuideMetric::L1}) {
        HarmonicGuides guides(GuideOptions{.count = 3, .highest = 9, .metric = metric, .margin = 4});
        const auto labels = blobs(48, 4, 5, 8);
        const auto e = guides->embeddings(labels, false);
        double sum = 0;
        for (int a = 0; a < 4; ++a)
            for (int b = 0; b < a; ++b) {
                const auto difference = e[a] - e[b];
                const auto distance = metric == GuideMetric::L1 ? difference.abs().sum() : difference.square().sum();
                sum += std::max(0.0, 4 - distance.item<double>());
            }
        const auto two = torch::stack({labels, (labels == 1).to(torch::kLong)});
        // The second picture has one object only and is left out.
        CHECK(guides->separationLoss(two, false).item<double>() == doctest::Approx(sum / 6).epsilon(1e-4));
        guides->separationLoss(two, false).backward();
        const double analytic = guides->wave.grad()[1][0].item<double>();
        const auto at = [&](double shift) {
            const torch::NoGradGuard noGrad;
            guides->wave[1][0].add_(shift);
            const double value = guides->separationLoss(two, false).item<double>();
            guides->wave[1][0].sub_(shift);
            return value;
        };
        CHECK(analytic == doctest::Approx((at(1e-2) - at(-1e-2)) / 2e-2).epsilon(.03));
    }
    HarmonicGuides guides(GuideOptions{});
    CHECK(guides->separationLoss(torch::zeros({1, 8, 8}, torch::kLong), false).item<double>() == 0);
}

TEST_CASE("fitting keeps 30 to 80 objects of a picture apart")
{
    torch::manual_seed(1);
    std::vector<torch::Tensor> train, others;
    for (int i = 0; i < 6; ++i) {
        train.push_back(blobs(256, 30 + 10 * i, 9, 20 + std::uint64_t(i)));
        others.push_back(blobs(256, 30 + 10 * i, 9, 90 + std::uint64_t(i)));
    }
    // Half a wave over the frame tells hardly anything apart.
    HarmonicGuides guides(GuideOptions{.highest = 3});
    const auto labels = torch::stack(train), heldOut = torch::stack(others);
    const double before = guides->violations(labels, false).rate();
    fit(guides, labels, 150, .2);
    const auto after = guides->violations(labels, false);
    CHECK(after.pairs == 30 * 29 / 2 + 40 * 39 / 2 + 50 * 49 / 2 + 60 * 59 / 2 + 70 * 69 / 2 + 80 * 79 / 2);
    CHECK(before > .05);
    CHECK(after.rate() <= .01);
    CHECK(guides->violations(heldOut, false).rate() <= .02);
    MESSAGE("violation rate before " << before << ", after " << after.rate());
}

TEST_CASE("guides as the paper draws them, and waves that are too short")
{
    torch::manual_seed(2);
    const auto labels = torch::stack({blobs(256, 30, 9, 40), blobs(256, 80, 9, 41)});
    HarmonicGuides drawn{GuideOptions{}};
    const double before = drawn->violations(labels, false).rate();
    fit(drawn, labels, 150, .2);
    CHECK(drawn->violations(labels, false).rate() <= .01);
    MESSAGE("violation rate before " << before << ", after " << drawn->violations(labels, false).rate());
    // 7.7 sides / diameter is 110 here: means over the discs vanish beyond.
    HarmonicGuides high(GuideOptions{.lowest = 200, .highest = 300});
    CHECK(high->violations(labels, false).rate() > .9);
}

TEST_CASE("the guided convolution is one convolution over features and maps together")
{
    torch::manual_seed(4);
    GuidedConv layer(3, 5, 3, 2);
    const auto x = torch::randn({2, 3, 7, 6}), maps = torch::randn({1, 2, 7, 6});
    const auto state = stateOf(*layer);
    const auto weight = torch::cat({state.at("conv.weight"), state.at("guide_conv.weight")}, 1);
    const auto expected =
        torch::conv2d(torch::cat({x, maps.expand({2, 2, 7, 6})}, 1), weight, state.at("conv.bias"), 1, 1);
    CHECK(torch::allclose(layer(x, maps), expected, 1e-4, 1e-5));
    CHECK(stateOf(*GuidedConv(3, 5, 3, 0)).size() == 2);
}

TEST_CASE("the network predicts at the resolution of its input, whatever guides it")
{
    for (const auto guidance : {Guidance::Sine, Guidance::Coordinates, Guidance::None}) {
        HarmonicOptions options = smallOptions();
        options.guidance = guidance;
        HarmonicNetwork network(options);
        CHECK(network->multiple() == 4);
        const auto output = network->forward(torch::randn({2, 1, 24, 16}));
        CHECK(output.embedding.sizes() == torch::IntArrayRef({2, 4, 24, 16}));
        CHECK(output.foreground.sizes() == torch::IntArrayRef({2, 1, 24, 16}));
        CHECK_THROWS(network->forward(torch::randn({1, 1, 22, 16})));
        options.foreground = false;
        CHECK_FALSE(HarmonicNetwork(options)->forward(torch::randn({1, 1, 8, 8})).foreground.defined());
    }
}

TEST_CASE("losses: L1 over objects, cross-entropy over everything known; the guides stay as they are")
{
    torch::manual_seed(6);
    HarmonicNetwork network(smallOptions());
    LabelBatch batch{torch::randn({1, 1, 16, 16}), torch::zeros({1, 16, 16}, torch::kLong)};
    batch.labels[0].slice(0, 2, 8).slice(1, 3, 9).fill_(1);
    batch.labels[0].slice(0, 12, 16).fill_(kIgnoredLabel);
    const auto losses = network->losses(batch);
    const auto output = network->forward(batch.images);
    HarmonicGuides guides(network->options.guides);
    const auto state = stateOf(*network);
    {
        const torch::NoGradGuard noGrad;
        guides->wave.copy_(state.at("guides.wave"));
        guides->phase.copy_(state.at("guides.phase"));
    }
    const auto target = guides->embeddings(batch.labels[0], false)[0];
    const auto inside = output.embedding[0].slice(1, 2, 8).slice(2, 3, 9);
    CHECK(losses.at("embedding").item<double>() ==
          doctest::Approx((inside - target.view({4, 1, 1})).abs().mean().item<double>()).epsilon(1e-4));
    const auto truth = (batch.labels > 0).to(torch::kFloat).slice(1, 0, 12);
    const auto logits = output.foreground.squeeze(1).slice(1, 0, 12);
    const double known = torch::binary_cross_entropy_with_logits(logits, truth).item<double>() * 12 / 16;
    CHECK(losses.at("foreground").item<double>() == doctest::Approx(known).epsilon(1e-4));
    weightedSum(losses, {}).backward();
    for (const auto& parameter : network->named_parameters()) {
        CAPTURE(parameter.key());
        CHECK(parameter.value().grad().defined() == !parameter.key().starts_with("guides."));
    }
}

TEST_CASE("displaced waves: the mean over a disc is the wave at its middle, damped")
{
    torch::manual_seed(8);
    HarmonicGuides guides(GuideOptions{.count = 3, .highest = 12});
    const auto still = guides->displacedMaps(torch::zeros({1, 2, 33, 33}));
    CHECK(torch::allclose(still[0], guides->maps(33, 33)));
    // Every pixel of a disc about (20, 14) is sent to its middle.
    const auto steps = torch::arange(33).to(torch::kFloat);
    const auto x = steps.view({1, 33}).expand({33, 33}), y = steps.view({33, 1}).expand({33, 33});
    const auto disc = (x - 20).square() + (y - 14).square() <= 36;
    const auto displacement = (torch::stack({20 - x, 14 - y}) / 32).unsqueeze(0);
    const auto moved = guides->displacedMaps(displacement)[0].masked_select(disc).view({3, -1});
    CHECK((moved.amax(1) - moved.amin(1)).max().item<float>() < 1e-4F);
    const auto mean = guides->embeddings(disc.to(torch::kLong), false)[0];
    const auto factor = mean / moved.select(1, 0);
    CHECK(factor.min().item<float>() > .4F);
    CHECK(factor.max().item<float>() < 1);
    auto leaf = displacement.clone().requires_grad_(true);
    guides->displacedMaps(leaf)[0][1][5][7].backward();
    auto right = displacement.clone(), left = displacement.clone();
    right[0][0][5][7] += 1e-2;
    left[0][0][5][7] -= 1e-2;
    const auto difference = (guides->displacedMaps(right) - guides->displacedMaps(left))[0][1][5][7].item<float>();
    CHECK(leaf.grad()[0][0][5][7].item<float>() == doctest::Approx(difference / 2e-2).epsilon(.02));
}

TEST_CASE("a network with a displacement starts with the guides and is saved as such")
{
    torch::manual_seed(9);
    HarmonicOptions options = smallOptions();
    options.displacement = true;
    HarmonicNetwork network(options);
    const auto output = network->forward(torch::randn({2, 1, 16, 16}));
    HarmonicGuides guides(options.guides);
    const auto state = stateOf(*network);
    {
        const torch::NoGradGuard noGrad;
        guides->wave.copy_(state.at("guides.wave"));
        guides->phase.copy_(state.at("guides.phase"));
    }
    CHECK(torch::allclose(output.embedding[1], guides->maps(16, 16), 1e-4, 1e-5));
    CHECK(output.foreground.sizes() == torch::IntArrayRef({2, 1, 16, 16}));
    const auto read = harmonicOptionsFromJson(toJson(options));
    REQUIRE(read);
    CHECK(read->displacement);
    CHECK_FALSE(harmonicOptionsFromJson({{"displacement", true}, {"guidance", "none"}}));
}

TEST_CASE("bf16 gives nearly what fp32 gives, in fp32")
{
    torch::manual_seed(10);
    HarmonicOptions options = smallOptions();
    options.displacement = true;
    HarmonicNetwork network(options);
    LabelBatch batch{torch::randn({1, 1, 64, 64}), blobs(64, 3, 8, 5).unsqueeze(0)};
    const auto fine = network->losses(batch), coarse = network->losses(batch, Precision::Bf16);
    for (const auto& [name, loss] : fine) {
        CAPTURE(name);
        CHECK((coarse.at(name).scalar_type() == torch::kFloat32));
        CHECK(coarse.at(name).item<float>() == doctest::Approx(loss.item<float>()).epsilon(.05));
    }
    weightedSum(coarse, {}).backward();
    CHECK((network->forward(batch.images, Precision::Bf16).embedding.scalar_type() == torch::kFloat32));
}

TEST_CASE("a few steps on one picture tell its objects apart")
{
    torch::manual_seed(7);
    HarmonicOptions options;
    options.widths = {8, 16};
    HarmonicNetwork network(options);
    const auto labels = blobs(64, 6, 8, 3).unsqueeze(0);
    const LabelBatch batch{(labels > 0).to(torch::kFloat).unsqueeze(1), labels};
    AdamW optimiser(network->named_parameters(), {});
    double first = 0, last = 0;
    for (int step = 0; step < 120; ++step) {
        optimiser.zeroGrad();
        const auto loss = weightedSum(network->losses(batch), {});
        loss.backward();
        optimiser.step(5e-3);
        (step == 0 ? first : last) = loss.item<double>();
    }
    CHECK(last < .3 * first);
    network->eval();
    std::vector<float> picture(64 * 64);
    std::copy_n(batch.images.contiguous().data_ptr<float>(), picture.size(), picture.begin());
    const auto map = clusterEmbedding(embedPicture(network, picture, 64, torch::kCPU), {});
    CHECK(map.segments.size() == 6);
}

TEST_CASE("architectures survive the way through a file, and impossible ones are refused")
{
    HarmonicModelOptions options;
    options.network = smallOptions();
    options.network.guidance = Guidance::Coordinates;
    options.network.guides.metric = GuideMetric::L1;
    options.tiling.tile = 64;
    options.tiling.overlap = 20;
    options.tiling.clusters.splitPieces = false;
    const json good = toJson(options);
    CHECK(good.at("family") == kHarmonicFamily);
    const auto read = harmonicModelFromJson(good, 64);
    REQUIRE(read);
    CHECK(toJson(*read) == good);
    CHECK(makeHarmonicNetwork(good.at("network")));
    const auto refused = [&](const char* pointer, const json& value) {
        json bad = good;
        bad[json::json_pointer(pointer)] = value;
        const auto result = harmonicModelFromJson(bad, 64);
        return !result && result.error().code == base::ErrorCode::Incompatible;
    };
    CHECK(refused("/network/widths", json::array({8})));
    CHECK(refused("/network/widths", json::array({8, -1})));
    CHECK(refused("/network/guided_kernel", 4));
    CHECK(refused("/network/guidance", "magic"));
    CHECK(refused("/network/guides/count", 0));
    CHECK(refused("/network/guides/metric", "l3"));
    CHECK(refused("/network/depth", 3));
    CHECK(refused("/clusters/bandwidth", 0));
    CHECK(refused("/clusters", 7));
    CHECK(refused("/overlap", 60));
    CHECK(refused("/family", "another"));
    CHECK_FALSE(harmonicModelFromJson(good, 66));
}

TEST_CASE(
    "overlapping silhouettes: the visible part decides, else the smaller one is on top; uncertain ones are ignored")
{
    const auto big = tests::rectangle(40, 30, 2, 2, 20, 20), small = tests::rectangle(40, 30, 15, 15, 10, 10);
    LabelledFrame frame = toLabelledFrame(frameWith({{1, small, {}, false}, {1, big, {}, false}}));
    CHECK(frame.objects == 2);
    CHECK(frame.labels[16 * 40 + 16] == frame.labels[23 * 40 + 23]);
    CHECK(frame.labels[3 * 40 + 3] != frame.labels[16 * 40 + 16]);
    CHECK(frame.labels[0] == kBackgroundLabel);
    frame = toLabelledFrame(frameWith({{1, small, masks::subtracted(small, big), false}, {1, big, big, false}}));
    CHECK(frame.labels[3 * 40 + 3] == frame.labels[16 * 40 + 16]);
    frame = toLabelledFrame(frameWith({{1, small, {}, true}, {1, big, {}, false}}));
    CHECK(frame.objects == 1);
    CHECK(frame.labels[16 * 40 + 16] == kIgnoredLabel);
    DatasetFrame some = frameWith({{1, small, {}, false}});
    some.exhaustive = false;
    CHECK(toLabelledFrame(some).labels[0] == kIgnoredLabel);
}

TEST_CASE("windows: picture and labels move together, and the outside is ignored")
{
    DatasetFrame data = frameWith({{1, tests::rectangle(40, 30, 10, 8, 12, 9), {}, false}});
    for (int i = 0; i < 40 * 30; ++i)
        data.pixels[std::size_t(i)] = data.instances[0].amodal.contains(i % 40, i / 40) ? 200 : 20;
    const LabelledFrame frame = toLabelledFrame(data);
    const LabelWindow plain = plainLabelWindow(frame, -4, 0, 32);
    CHECK(plain.labels[3] == kIgnoredLabel);
    CHECK(plain.labels[4] == kBackgroundLabel);
    CHECK(plain.labels[8 * 32 + 14] == 1);
    CHECK(plain.labels[31 * 32 + 31] == kIgnoredLabel);
    LabelWindowOptions options;
    options.disturbance.maxNoise = options.disturbance.maxBlur = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        const LabelWindow window = randomLabelWindow(frame, 24, options, base::Random(seed));
        const LabelWindow again = randomLabelWindow(frame, 24, options, base::Random(seed));
        CHECK(window.image == again.image);
        CHECK(window.labels == again.labels);
        const auto [low, high] = std::minmax_element(window.image.begin(), window.image.end());
        int wrong = 0;
        for (std::size_t i = 0; i < window.labels.size(); ++i)
            wrong += window.labels[i] >= 0 && (window.image[i] > (*low + *high) / 2) != (window.labels[i] == 1);
        CHECK(wrong <= 24); // along the edges, where pixels are mixed
    }
    const LabelBatch batch = toLabelBatch({plain, plain});
    CHECK(batch.images.sizes() == torch::IntArrayRef({2, 1, 32, 32}));
    CHECK(batch.labels[1][8][14].item<int>() == 1);
}

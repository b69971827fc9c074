// SPDX-License-Identifier: Apache-2.0
// StyleGAN2: layers against slow references, first and second derivatives, augmentation, one pair of networks.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "core/base/random.h"
#include "core/nn/gan/gan_step.h"
#include "core/nn/gan/style_interpreter.h"
#include "tests/nn/gradient_check.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using tests::checkGradient;

namespace {

torch::Tensor randomDoubles(torch::IntArrayRef sizes)
{
    return torch::randn(sizes, torch::kDouble);
}

/// The gradient of a random projection of `f` in `input`, as a function that can be differentiated again.
torch::Tensor gradientOf(const torch::Tensor& value, const torch::Tensor& input)
{
    const auto weights = torch::linspace(0.5, 1.5, value.numel(), torch::kDouble).view(value.sizes());
    return torch::autograd::grad({(value.square() * weights).sum()}, {input}, {}, true, true)[0];
}

/// Checks first and second derivatives of `f` in all inputs.
void checkTwice(const std::function<torch::Tensor()>& f, const std::vector<torch::Tensor>& inputs)
{
    const auto first = checkGradient(f, inputs);
    CAPTURE(first.where);
    CHECK(first.worst < 1e-5);
    for (const auto& input : inputs) {
        const auto second = checkGradient(
            [&] {
                const torch::AutoGradMode on(true);
                return gradientOf(f(), input);
            },
            inputs, {.step = 1e-5, .absolute = 1e-2, .maxElements = 60});
        CAPTURE(second.where);
        CHECK(second.worst < 1e-4);
    }
}

double sample(const torch::Tensor& x, std::int64_t n, std::int64_t c, std::int64_t row, std::int64_t column)
{
    const bool inside = row >= 0 && column >= 0 && row < x.size(2) && column < x.size(3);
    return inside ? x[n][c][row][column].item<double>() : 0;
}

/// Every picture with weights of its own, pixel by pixel; `up` puts zeros between the pixels first.
torch::Tensor slowModulatedConv(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& style,
                                bool demodulate, bool up)
{
    const auto n = x.size(0), out = weight.size(0), in = weight.size(1), k = weight.size(2);
    const auto side = up ? 2 * x.size(2) + 1 : x.size(2);
    auto result = torch::zeros({n, out, side, side}, torch::kDouble);
    for (std::int64_t i = 0; i < n; ++i) {
        auto own = weight * style[i].view({1, in, 1, 1});
        if (demodulate)
            own = own / (own.square().sum({1, 2, 3}, true) + 1e-8).sqrt();
        for (std::int64_t o = 0; o < out; ++o)
            for (std::int64_t row = 0; row < side; ++row)
                for (std::int64_t column = 0; column < side; ++column) {
                    double sum = 0;
                    for (std::int64_t c = 0; c < in; ++c)
                        for (std::int64_t a = 0; a < k; ++a)
                            for (std::int64_t b = 0; b < k; ++b) {
                                const double w = own[o][c][a][b].item<double>();
                                if (!up)
                                    sum += w * sample(x, i, c, row + a - k / 2, column + b - k / 2);
                                else if ((row - a) % 2 == 0 && (column - b) % 2 == 0)
                                    sum += w * sample(x, i, c, (row - a) / 2, (column - b) / 2);
                            }
                    result[i][o][row][column] = sum;
                }
    }
    return up ? lowPass(result, 1) * 4 : result;
}

StyleGanOptions tinyNetworks()
{
    return {.resolution = 16, .channels = 1, .channelBase = 64, .channelMax = 6, .latentSize = 5, .styleSize = 4,
            .mappingLayers = 2};
}

std::int64_t parameterCount(const torch::nn::Module& module)
{
    std::int64_t sum = 0;
    for (const auto& parameter : module.parameters())
        sum += parameter.numel();
    return sum;
}

PictureDisturbance moved(const PictureAffine& affine)
{
    return {affine, {}};
}

} // namespace

TEST_CASE("modulated convolution equals convolving every picture with weights of its own")
{
    torch::manual_seed(1);
    const auto x = randomDoubles({2, 3, 4, 4}), style = randomDoubles({2, 3}) + 1;
    const auto weight = randomDoubles({2, 3, 3, 3}), point = randomDoubles({2, 3, 1, 1});
    for (const bool demodulate : {true, false}) {
        for (const bool up : {true, false}) {
            CAPTURE(demodulate);
            CAPTURE(up);
            const auto fast = modulatedConv(x, weight, style, demodulate, up);
            CHECK(fast.size(2) == (up ? 8 : 4));
            CHECK(torch::allclose(fast, slowModulatedConv(x, weight, style, demodulate, up), 1e-9, 1e-9));
        }
        CHECK(torch::allclose(modulatedConv(x, point, style, demodulate, false),
                              slowModulatedConv(x, point, style, demodulate, false), 1e-9, 1e-9));
    }
    CHECK_THROWS_AS(modulatedConv(x, weight, randomDoubles({2, 4}), true, false), c10::Error);
}

TEST_CASE("modulated convolution has right first and second derivatives")
{
    torch::manual_seed(2);
    const auto x = randomDoubles({2, 2, 3, 3}), style = randomDoubles({2, 2}) + 1, weight = randomDoubles({2, 2, 3, 3});
    for (const bool up : {true, false})
        checkTwice([&] { return modulatedConv(x, weight, style, true, up); }, {x, weight, style});
}

TEST_CASE("a class that no pixel had is never an answer")
{
    torch::manual_seed(3);
    const auto features = torch::rand({200, 5}) * 2 - 1;
    const auto labels = features.select(1, 0).gt(0).to(torch::kLong) * 2; // of four classes only 0 and 2
    PixelEnsemble ensemble(PixelEnsembleOptions{.features = 5, .classes = 4, .hidden = {8}, .classifiers = 3});
    REQUIRE(trainEnsemble(ensemble, {features, labels}, {.epochs = 20}, {}, {}));
    const auto farOff = torch::randn({500, 5}) * 100;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto answers = ensemble->logits(i, farOff).argmax(1);
        CHECK((answers.eq(0) | answers.eq(2)).all().item<bool>());
    }
}

TEST_CASE("smoothing keeps constants and up-sampling keeps the mean")
{
    const auto flat = torch::full({1, 2, 8, 8}, 3.0);
    CHECK(torch::allclose(lowPass(flat, 0), torch::full({1, 2, 5, 5}, 3.0)));
    CHECK(lowPass(flat, 1, 2).size(2) == 4);
    const auto up = upsampleSmooth(flat);
    CHECK(up.size(2) == 16);
    CHECK(torch::allclose(up.slice(2, 1, 15).slice(3, 1, 15), torch::full({1, 2, 14, 14}, 3.0)));
}

TEST_CASE("the deviation channel is zero in a group of equal pictures and a group divides the batch")
{
    const auto same = torch::randn({1, 3, 4, 4}).repeat({4, 1, 1, 1});
    const auto with = appendGroupDeviation(same, 4);
    CHECK(with.size(1) == 4);
    CHECK(with.select(1, 3).abs().max().item<double>() < 1e-3);
    CHECK(appendGroupDeviation(torch::randn({6, 3, 4, 4}), 4).size(0) == 6);
    // Two pictures that differ by 2 everywhere deviate by 1.
    const auto two = torch::cat({torch::zeros({1, 1, 4, 4}), torch::full({1, 1, 4, 4}, 2.0)});
    CHECK(appendGroupDeviation(two, 4)[0][1][0][0].item<double>() == doctest::Approx(1));
}

TEST_CASE("networks have the sizes of the paper")
{
    const StyleGanOptions paper{256, 3, 16384, 512, 512, 512, 8};
    CHECK(paper.layerStyles() == 14);
    CHECK(parameterCount(*StyleGenerator(paper)) / 1e6 == doctest::Approx(24.77).epsilon(0.002));
    CHECK(parameterCount(*StyleDiscriminator(paper)) / 1e6 == doctest::Approx(24.0).epsilon(0.002));
}

TEST_CASE("a generator gives the maps of every convolution, fixed noise repeats and truncation pulls to the mean")
{
    torch::manual_seed(3);
    StyleGenerator generator(tinyNetworks());
    const auto z = torch::randn({2, 5});
    const auto ws = generator->styles(z);
    std::vector<torch::Tensor> maps;
    const auto picture = generator->synthesis(ws, NoiseMode::Fixed, &maps);
    CHECK(picture.sizes() == torch::IntArrayRef({2, 1, 16, 16}));
    REQUIRE(maps.size() == 6); // the start, one map at 4 x 4, two at 8 x 8 and 16 x 16
    CHECK(maps[1].sizes() == torch::IntArrayRef({2, 6, 4, 4}));
    CHECK(maps[5].sizes() == torch::IntArrayRef({2, 4, 16, 16}));
    CHECK(torch::equal(picture, generator->synthesis(ws, NoiseMode::Fixed)));
    generator->mixedStyles(z, 0.5); // moves the mean style
    const auto mean = generator->mapping->wAverage;
    CHECK(mean.abs().max().item<double>() > 0);
    const auto none = generator->styles(z, {.psi = 0});
    CHECK(torch::allclose(none[1][3], mean));
    const auto coarse = generator->styles(z, {.psi = 0, .layers = 2});
    CHECK(torch::allclose(coarse[0][1], mean));
    CHECK(torch::equal(coarse[0][2], ws[0][2]));
    CHECK(torch::equal(latentOf(7, 3, 5), latentOf(7, 3, 5)));
    CHECK_FALSE(torch::equal(latentOf(7, 3, 5), latentOf(7, 4, 5)));
}

TEST_CASE("a generator file comes back, and what is none is refused")
{
    const tests::TemporaryFolder folder;
    torch::manual_seed(4);
    StyleGenerator generator(tinyNetworks());
    REQUIRE(writeGenerator(folder / "g.safetensors", generator, {{"name", "test"}}));
    auto read = readGenerator(folder / "g.safetensors");
    REQUIRE(read);
    CHECK(read->metadata.at("name") == "test");
    const auto z = torch::randn({1, 5});
    CHECK(torch::equal(read->generator(z, NoiseMode::Fixed), generator(z, NoiseMode::Fixed)));
    REQUIRE(writeTensorFile(folder / "other.safetensors", {{{"a", torch::zeros({1})}}, {{"format", "x"}}}));
    const auto other = readGenerator(folder / "other.safetensors");
    REQUIRE_FALSE(other);
    CHECK(other.error().code == base::ErrorCode::Incompatible);
}

TEST_CASE("R1 through the augmentation and the path length have right gradients in the weights")
{
    torch::manual_seed(5);
    GanPair pair(tinyNetworks(), GanTrainingOptions{});
    pair->to(torch::kDouble);
    const auto disturbances = drawDisturbances(2, 1, 16, 0.8, 3);
    auto weight = pair->discriminator->named_parameters()["blocks.0.first.weight"];
    const auto real = randomDoubles({2, 1, 16, 16}).requires_grad_(true);
    const auto r1 = [&] {
        const torch::AutoGradMode on(true);
        return gradientPenalty(pair->discriminator(disturb(real, disturbances)), real);
    };
    const auto penalty = checkGradient(r1, {weight}, {.step = 1e-5, .absolute = 1e-3, .maxElements = 40});
    CAPTURE(penalty.where);
    CHECK(penalty.worst < 1e-3);

    const auto z = randomDoubles({2, 5});
    const auto lengths = [&] {
        const torch::AutoGradMode on(true);
        torch::manual_seed(6); // the same projection each time
        const auto ws = pair->generator->styles(z);
        return pathLengths(pair->generator->synthesis(ws, NoiseMode::Fixed), ws);
    };
    for (const char* name : {"synthesis.convs.1.weight", "synthesis.convs.2.affine.weight", "mapping.layers.1.bias"}) {
        CAPTURE(name);
        auto own = pair->generator->named_parameters()[name];
        const auto path = checkGradient(lengths, {own}, {.step = 1e-5, .absolute = 1e-3, .maxElements = 40});
        CAPTURE(path.where);
        CHECK(path.worst < 1e-3);
    }
}

TEST_CASE("at p = 0 the augmentation changes nothing, and at p = 1 nearly everything")
{
    torch::manual_seed(7);
    const auto pictures = torch::rand({6, 3, 16, 16});
    CHECK(torch::equal(disturb(pictures, drawDisturbances(6, 3, 16, 0, 1)), pictures));
    for (const auto& disturbance : drawDisturbances(50, 3, 16, 1, 2)) {
        CHECK(disturbance.movesPixels());
        CHECK_FALSE(disturbance.colour.isIdentity());
    }
    int moved = 0, coloured = 0;
    const auto some = drawDisturbances(2000, 1, 16, 0.1, 3);
    for (const auto& disturbance : some) {
        moved += disturbance.movesPixels();
        coloured += !disturbance.colour.isIdentity();
    }
    // Flip and turn show in 1/2 and 3/4 of their draws; inversion in 1/2.
    const double still = 0.95 * 0.925 * std::pow(0.9, 4) * 0.9; // about: the two turns are one of the four
    CHECK(moved / 2000.0 == doctest::Approx(1 - still).epsilon(0.1));
    CHECK(coloured / 2000.0 == doctest::Approx(1 - 0.9 * 0.9 * 0.95).epsilon(0.15));
}

TEST_CASE("flips, turns and whole shifts move pixels exactly, with the picture mirrored beyond its edge")
{
    torch::manual_seed(8);
    const auto x = torch::rand({1, 1, 8, 8}, torch::kDouble);
    const auto at = [&](const PictureAffine& affine) { return disturb(x, {moved(affine)}); };
    CHECK(torch::allclose(at({-1, 0, 0, 0, 1, 0}), x.flip({3}), 1e-9, 1e-9));
    CHECK(torch::allclose(at({0, -1, 0, 1, 0, 0}), x.rot90(1, {2, 3}), 1e-9, 1e-9));
    const auto shifted = at({1, 0, -2, 0, 1, 0}); // two pixels to the right
    CHECK(torch::allclose(shifted.slice(3, 2), x.slice(3, 0, 6), 1e-9, 1e-9));
    CHECK(torch::allclose(shifted.slice(3, 0, 2), x.slice(3, 0, 2).flip({3}), 1e-9, 1e-9));
}

TEST_CASE("colour: grey pictures get contrast and brightness, and inversion mirrors at the middle")
{
    PictureDisturbance disturbance;
    disturbance.colour.matrix[0] = -2;
    disturbance.colour.offset[0] = 0.5;
    const auto x = torch::rand({1, 1, 4, 4});
    CHECK(torch::allclose(disturb(x, {disturbance}), x * -2 + 0.5));
    // Hue and saturation leave grey as it is: only brightness, contrast and inversion move it, and all channels alike.
    const auto grey = torch::full({40, 3, 4, 4}, 0.25);
    const auto out = disturb(grey, drawDisturbances(40, 3, 4, 1, 5));
    CHECK(torch::allclose(out.select(1, 0), out.select(1, 1), 1e-5, 1e-5));
    CHECK(torch::allclose(out.select(1, 0), out.select(1, 2), 1e-5, 1e-5));
}

TEST_CASE("the augmentation has right first and second derivatives")
{
    torch::manual_seed(9);
    const auto x = randomDoubles({3, 1, 6, 6}), rgb = randomDoubles({2, 3, 4, 4});
    const auto some = drawDisturbances(3, 1, 6, 0.7, 11), more = drawDisturbances(2, 3, 4, 1, 12);
    checkTwice([&] { return disturb(x, some); }, {x});
    checkTwice([&] { return disturb(rgb, more); }, {rgb});
}

TEST_CASE("the strength rises while real pictures are recognised too well, falls else, and stays in its range")
{
    const AdaptiveStrength strength;
    CHECK(strength.next(0.2, 0.7, 64) == doctest::Approx(0.2 + 64 / 5e5));
    CHECK(strength.next(0.2, 0.5, 64) == doctest::Approx(0.2 - 64 / 5e5));
    CHECK(strength.next(0.2, 0.6, 64) == doctest::Approx(0.2));
    CHECK(strength.next(0, 0.1, 64) == 0);
    CHECK(strength.next(1, 0.9, 64) == 1);
}

TEST_CASE("steps train both networks, strengthen the augmentation and go on from their state")
{
    torch::manual_seed(10);
    GanTrainingOptions options;
    options.batch = 4;
    options.strength.picturesToFull = 64;
    options.startStrength = 0.5;
    const auto real = torch::rand({4, 1, 16, 16}) * 2 - 1;
    GanPair pair(tinyNetworks(), options);
    GanStep step(pair, options, 1, [&](std::int64_t) { return real; });
    const auto g = pair->generator->named_parameters()["synthesis.start"].clone();
    const auto d = pair->discriminator->named_parameters()["last.weight"].clone();
    LossMap losses;
    for (int i = 0; i < 4; ++i)
        losses = step.run(i, 2.5e-3);
    for (const char* name : {"generator", "discriminator", "r1", "path", "strength", "real_sign"}) {
        CAPTURE(name);
        REQUIRE(losses.contains(name));
        CHECK(std::isfinite(losses.at(name).item<double>()));
    }
    CHECK_FALSE(torch::equal(g, pair->generator->named_parameters()["synthesis.start"]));
    CHECK_FALSE(torch::equal(d, pair->discriminator->named_parameters()["last.weight"]));
    CHECK(losses.at("path").item<double>() > 0);

    options.r1Weight = options.pathWeight = 0; // penalties that weigh nothing are not computed
    GanStep free(GanPair(tinyNetworks(), options), options, 1, [&](std::int64_t) { return real; });
    losses = free.run(0, 2.5e-3);
    CHECK(losses.at("r1").item<double>() == 0);
    CHECK(losses.at("path").item<double>() == 0);
    CHECK(std::abs(pair->strength.item<double>() - 0.5) == doctest::Approx(16 / 64.0));
    CHECK(pair->signCount.item<double>() == 0);
    const auto state = step.state();
    GanStep other(pair, options, 1, [&](std::int64_t) { return real; });
    REQUIRE(other.restore(state));
    CHECK(torch::equal(other.state().at("discriminator.last.weight.v"), state.at("discriminator.last.weight.v")));
    CHECK_FALSE(other.restore({}));
}

// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "core/inference/segmenter.h"
#include "core/inference/shape_snap.h"
#include "core/masks/ellipse.h"
#include "core/nn/data/snap_pairs.h"
#include "core/nn/io/safetensors.h"
#include "core/nn/io/snap_description.h"
#include "core/nn/models/shape_snap.h"
#include "core/nn/torch.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using base::ErrorCode;

namespace {

nn::VqVaeOptions tinyOptions()
{
    return {.maskSize = 16, .codes = 16, .codeSize = 8, .hidden = 16, .residualHidden = 8, .residualBlocks = 1};
}

/// A small untrained snap file in a folder of its own, in parts that a test can spoil.
class SnapFile {
public:
    SnapFile()
    {
        torch::manual_seed(3);
        nn::VqVae network(tinyOptions());
        // An untrained decoder sees nothing; this one fills the window.
        description.name = "tiny";
        description.version = "1";
        description.licence = "Apache-2.0";
        description.architecture = nn::snapArchitecture(network->options);
        file.tensors = nn::stateOf(*network, nn::kSnapPrefix);
        file.tensors["snap.decoder.up2.bias"] = torch::full({1}, 20.0f);
    }

    std::filesystem::path path() const { return m_folder / "tiny.safetensors"; }

    void write()
    {
        file.metadata = nn::toMetadata(description);
        REQUIRE(nn::writeTensorFile(path(), file));
    }

    base::Error loadError()
    {
        const auto result = inference::loadShapeSnap(path());
        REQUIRE(!result);
        CHECK(result.error().message.find("tiny.safetensors") != std::string::npos);
        return result.error();
    }

    nn::SnapDescription description;
    nn::TensorFile file;

private:
    tests::TemporaryFolder m_folder;
};

masks::RleMask disc(double x, double y, double radius, int size = 200)
{
    return masks::ellipseMask(size, size, {{x, y}, radius, radius, 0});
}

} // namespace

TEST_CASE("the window is a square around the larger pieces with room on every side")
{
    const base::Box window = nn::snapWindow(disc(100, 90, 40), .3);
    CHECK(window.width() == doctest::Approx(80 * 1.6));
    CHECK(window.height() == doctest::Approx(window.width()));
    CHECK(window.center() == base::Point{100, 90});
    const auto withSpeck = masks::united(disc(100, 90, 40), disc(5, 5, 3));
    CHECK(nn::snapWindow(withSpeck, .3) == window);
    const auto twoHalves = masks::united(disc(60, 90, 25), disc(120, 90, 25));
    CHECK(nn::snapWindow(twoHalves, .3).width() == doctest::Approx(110 * 1.6));
    CHECK(nn::snapWindow(masks::RleMask(20, 20), .3).isEmpty());
}

TEST_CASE("training pairs are functions of the seed, whole silhouettes fit their windows")
{
    nn::SnapPairOptions options;
    options.cropSize = 24;
    const auto pairs = nn::snapPairs({}, 12, options, base::Random(5));
    CHECK(pairs.damaged.sizes() == torch::IntArrayRef({12, 1, 24, 24}));
    CHECK(pairs.whole.sizes() == pairs.damaged.sizes());
    CHECK(pairs.whole.min().item<float>() >= 0);
    CHECK(pairs.whole.max().item<float>() <= 1.001f);
    CHECK(torch::equal(pairs.damaged, nn::snapPairs({}, 12, options, base::Random(5)).damaged));
    CHECK_FALSE(torch::equal(pairs.damaged, nn::snapPairs({}, 12, options, base::Random(6)).damaged));
    // The truth is next to never cut off by the window of what is left of it.
    const auto border = pairs.whole.select(2, 0).sum() + pairs.whole.select(2, 23).sum();
    CHECK(border.item<float>() < 6);
}

TEST_CASE("silhouettes of samples are taken, those at the border are not")
{
    auto sample = std::make_shared<nn::TrainingSample>();
    sample->instances.push_back({1, disc(100, 100, 40), disc(100, 100, 40)});
    sample->instances.push_back({1, disc(0, 0, 40), disc(0, 0, 40)});
    nn::SnapPairOptions options;
    options.inventedShare = 0;
    const auto pairs = nn::snapPairs({sample}, 16, options, base::Random(1));
    // A disc stays a nearly round thing however it is turned and stretched; a quarter of one would not.
    const auto area = pairs.whole.flatten(1).sum(1);
    const auto span = (pairs.whole >= .5).flatten(1, 2).any(1).sum(1).to(torch::kFloat32);
    CHECK((area / span.square() > .55).all().item<bool>());
}

TEST_CASE("learning from damaged to whole differs from reproducing, and the decoder's gradient is right")
{
    torch::manual_seed(1);
    nn::VqVae model(tinyOptions());
    nn::SnapPairOptions options;
    options.cropSize = 16;
    const auto pairs = nn::snapPairs({}, 8, options, base::Random(2));
    model->eval();
    const auto same = model->losses(pairs.damaged, 1), mending = model->losses(pairs.damaged, pairs.whole, 1);
    CHECK(torch::allclose(same.at("vq_commitment"), mending.at("vq_commitment")));
    CHECK_FALSE(torch::allclose(same.at("vq_reconstruction"), mending.at("vq_reconstruction")));
    CHECK_THROWS_AS(model->losses(pairs.damaged, pairs.whole.narrow(0, 0, 4), 1), c10::Error);

    // Central difference of the loss along one bias.
    mending.at("vq_reconstruction").backward();
    torch::Tensor bias;
    for (const auto& item : model->named_parameters())
        if (item.key() == "decoder.up2.bias")
            bias = item.value();
    REQUIRE(bias.defined());
    const double analytic = bias.grad().item<double>();
    const torch::NoGradGuard noGrad;
    const auto lossAt = [&](double shift) {
        bias.add_(shift);
        const double loss = model->losses(pairs.damaged, pairs.whole, 1).at("vq_reconstruction").item<double>();
        bias.sub_(shift);
        return loss;
    };
    CHECK((lossAt(.01) - lossAt(-.01)) / .02 == doctest::Approx(analytic).epsilon(.01));
}

TEST_CASE("a snap file runs from end to end and repeats exactly")
{
    SnapFile model;
    model.write();
    auto snap = inference::loadShapeSnap(model.path());
    REQUIRE(snap);
    CHECK((*snap)->model().name == "tiny");
    CHECK((*snap)->model().sha256.size() == 64);
    const auto whole = (*snap)->snap(disc(100, 100, 30));
    REQUIRE(whole);
    CHECK(whole->width() == 200);
    CHECK(whole->area() > 90 * 90); // the window
    CHECK(*(*snap)->snap(disc(100, 100, 30)) == *whole);
    const auto atBorder = (*snap)->snap(disc(0, 0, 30));
    REQUIRE(atBorder);
    CHECK(atBorder->height() == 200);
    CHECK(((*snap)->snap(masks::RleMask(50, 50)).error().code == ErrorCode::InvalidArgument));
}

TEST_CASE("a network that sees nothing gives an error, not an empty silhouette")
{
    SnapFile model;
    model.file.tensors["snap.decoder.up2.bias"] = torch::full({1}, -20.0f);
    model.write();
    auto snap = inference::loadShapeSnap(model.path());
    REQUIRE(snap);
    CHECK(((*snap)->snap(disc(100, 100, 30)).error().code == ErrorCode::Unsupported));
}

TEST_CASE("files that are no snap model are refused by name and with the reason")
{
    SnapFile model;
    CHECK((inference::loadShapeSnap(model.path()).error().code == ErrorCode::NotFound));
    std::ofstream(model.path()) << "no weights at all";
    CHECK(!inference::loadShapeSnap(model.path()));

    model.file.tensors.erase("snap.codebook");
    model.write();
    CHECK((model.loadError().code == ErrorCode::Incompatible));

    SnapFile extra;
    extra.file.tensors["detector.weight"] = torch::zeros({1});
    extra.write();
    CHECK(extra.loadError().message.find("belong to no network") != std::string::npos);

    SnapFile huge;
    huge.description.architecture["vq_vae"]["hidden"] = 1 << 30;
    huge.write();
    CHECK(huge.loadError().message.find("out of range") != std::string::npos);

    SnapFile odd;
    odd.description.architecture["vq_vae"]["maskSize"] = 18;
    odd.write();
    CHECK((odd.loadError().code == ErrorCode::Incompatible));

    SnapFile margin;
    margin.description.margin = -1;
    margin.write();
    CHECK(margin.loadError().message.find("out of range") != std::string::npos);

    SnapFile broken;
    broken.file.tensors["snap.decoder.up2.bias"] = torch::full({1}, NAN);
    broken.write();
    CHECK((broken.loadError().code == ErrorCode::Corrupt));
}

TEST_CASE("neither kind of model passes for the other")
{
    SnapFile model;
    model.write();
    const auto segmenter = inference::readModelInfo(model.path());
    REQUIRE(!segmenter);
    CHECK(segmenter.error().message.find("family") != std::string::npos);
    model.description.architecture["family"] = "amodal-detector";
    model.write();
    CHECK(model.loadError().message.find("family") != std::string::npos);
}

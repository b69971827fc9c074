// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/optim/adam.h>

#include "core/nn/models/embryo_finder.h"
#include "core/nn/models/finder_boxes.h"

using namespace blastoscope;

namespace {

struct Disc {
    double x, y, radius;
};

/// Share of every cell of a size x size map that the disc covers, `cell` pixels per cell.
torch::Tensor coverage(const Disc& disc, int size, int cell)
{
    const int fine = size * cell;
    const auto centers = torch::arange(fine, torch::kFloat) + 0.5;
    const auto inside = ((centers.unsqueeze(0) - disc.x).square() + (centers.unsqueeze(1) - disc.y).square())
                            .le(disc.radius * disc.radius)
                            .to(torch::kFloat);
    return torch::avg_pool2d(inside.reshape({1, 1, fine, fine}), cell)[0][0].contiguous();
}

std::span<const float> cells(const torch::Tensor& map)
{
    return {map.data_ptr<float>(), std::size_t(map.numel())};
}

/// Grey pictures with a bright disc (embryo) around a dark one (cells), and the truth.
nn::FinderBatch syntheticBatch(int64_t images, int size)
{
    nn::FinderBatch batch;
    std::vector<torch::Tensor> pictures, clumps, embryos;
    for (int64_t b = 0; b < images; ++b) {
        const auto r = torch::rand({3});
        const Disc embryo{size * (0.35 + 0.3 * r[0].item<double>()), size * (0.35 + 0.3 * r[1].item<double>()),
                          size * (0.15 + 0.1 * r[2].item<double>())};
        const Disc clump{embryo.x, embryo.y, embryo.radius * 0.6};
        const auto picture = 0.5 + 0.4 * coverage(embryo, size, 1) - 0.8 * coverage(clump, size, 1);
        pictures.push_back((picture + 0.05 * torch::randn({size, size})).unsqueeze(0));
        clumps.push_back(coverage({clump.x, clump.y, clump.radius}, size / 4, 4).unsqueeze(0));
        embryos.push_back(coverage(embryo, size / 4, 4).unsqueeze(0));
    }
    return {torch::stack(pictures), {torch::stack(clumps), torch::stack(embryos)}};
}

} // namespace

TEST_CASE("the network is small and gives two logits per four pixels, for any sides that are multiples of four")
{
    torch::manual_seed(1);
    nn::EmbryoFinder finder{nn::EmbryoFinderOptions{}};
    int64_t parameters = 0;
    for (const auto& p : finder->parameters())
        parameters += p.numel();
    CHECK(parameters <= 300'000);
    CHECK(finder(torch::randn({2, 1, 192, 144})).sizes() == torch::IntArrayRef({2, 2, 48, 36}));
    CHECK(finder(torch::randn({1, 1, 100, 36})).sizes() == torch::IntArrayRef({1, 2, 25, 9}));
    CHECK_THROWS_AS(finder(torch::randn({1, 1, 190, 192})), c10::Error);
    CHECK_THROWS_AS(finder(torch::randn({1, 3, 192, 192})), c10::Error);
}

TEST_CASE("losses vanish for the truth and need targets of the maps' size")
{
    torch::manual_seed(1);
    nn::EmbryoFinder finder{nn::EmbryoFinderOptions{.inputSize = 64, .widths = {8, 8}}};
    auto batch = syntheticBatch(1, 64);
    const auto untrained = finder->losses(batch);
    CHECK(untrained.at("finder_bce").item<double>() > 0.05);
    CHECK(untrained.at("finder_dice").item<double>() > 0.3);
    batch.targets.clump = torch::zeros({1, 1, 15, 16});
    CHECK_THROWS_AS(finder->losses(batch), c10::Error);
}

TEST_CASE("it learns discs, in bf16 as in fp32, and the boxes come out finer than a cell")
{
    torch::manual_seed(2);
    nn::EmbryoFinder finder{nn::EmbryoFinderOptions{.inputSize = 96, .widths = {8, 16, 16, 24}}};
    torch::optim::Adam optimiser(finder->parameters(), torch::optim::AdamOptions(5e-3));
    for (int step = 0; step < 120; ++step) {
        const auto losses = finder->losses(syntheticBatch(4, 96));
        optimiser.zero_grad();
        nn::weightedSum(losses, {}).backward();
        optimiser.step();
    }
    const auto batch = syntheticBatch(6, 96);
    const auto maps = finder->find(batch.images);
    const auto rough = finder->find(batch.images, nn::Precision::Bf16);
    CHECK((maps.clump - rough.clump).abs().mean().item<double>() < 0.02);
    for (int64_t b = 0; b < 6; ++b) {
        const auto found = nn::embryosFromMaps(cells(maps.clump[b]), cells(maps.embryo[b]), 24, 24);
        const auto truth = nn::embryosFromMaps(cells(batch.targets.clump[b]), cells(batch.targets.embryo[b]), 24, 24);
        REQUIRE(truth.size() == 1);
        REQUIRE(found.size() == 1);
        CHECK(base::iou(*found[0].embryo, *truth[0].embryo) > 0.85);
        CHECK(base::iou(*found[0].clump, *truth[0].clump) > 0.75);
    }
}

TEST_CASE("the architecture survives JSON, and JSON that says nonsense is refused")
{
    const nn::EmbryoFinderOptions options{.inputSize = 128, .widths = {8, 16, 24}};
    const auto back = nn::embryoFinderOptionsFromJson(nn::toJson(options));
    REQUIRE(back);
    CHECK(back->inputSize == 128);
    CHECK(back->widths == options.widths);
    CHECK(nn::makeEmbryoFinder(nlohmann::json::object()));
    for (const char* bad :
         {R"([])", R"({"width":[8,8]})", R"({"widths":[8]})", R"({"widths":[8,-1]})", R"({"widths":"8"})",
          R"({"inputSize":191})", R"({"inputSize":0})", R"({"widths":[8,1e9]})"}) {
        CAPTURE(bad);
        const auto result = nn::embryoFinderOptionsFromJson(nlohmann::json::parse(bad));
        REQUIRE(!result);
        CHECK((result.error().code == base::ErrorCode::Incompatible));
    }
}

TEST_CASE("boxes of covered discs are right to a fraction of a cell")
{
    for (const Disc& disc : {Disc{50, 50, 20}, Disc{51.3, 47.9, 22.6}, Disc{30.7, 60.2, 13.1}}) {
        const auto map = coverage(disc, 25, 4);
        const auto regions = nn::connectedRegions(cells(map), 25, 25, 0.5f, 4);
        REQUIRE(regions.size() == 1);
        const base::Box& box = regions[0].box;
        CHECK(std::abs(box.x1 * 4 - (disc.x - disc.radius)) < 1.4);
        CHECK(std::abs(box.y1 * 4 - (disc.y - disc.radius)) < 1.4);
        CHECK(std::abs(box.x2 * 4 - (disc.x + disc.radius)) < 1.4);
        CHECK(std::abs(box.y2 * 4 - (disc.y + disc.radius)) < 1.4);
        CHECK(regions[0].area * 16 == doctest::Approx(M_PI * disc.radius * disc.radius).epsilon(0.1));
    }
}

TEST_CASE("regions at the border end there; small ones and empty maps give nothing")
{
    auto map = torch::zeros({6, 8});
    map.slice(0, 0, 3).slice(1, 5, 8).fill_(1);
    map[5][0] = 1;
    const auto regions = nn::connectedRegions(cells(map), 8, 6, 0.5f, 2);
    REQUIRE(regions.size() == 1);
    CHECK(regions[0].box == base::Box{5, 0, 8, 3});
    CHECK(regions[0].confidence == doctest::Approx(1));
    const auto empty = torch::zeros({6, 8});
    CHECK(nn::connectedRegions(cells(empty), 8, 6, 0.5f, 0).empty());
}

TEST_CASE("several embryos, each with its own cells; a clump without an embryo stands alone")
{
    auto embryo = torch::zeros({20, 40});
    auto clump = torch::zeros({20, 40});
    embryo.slice(0, 2, 12).slice(1, 2, 12).fill_(1);
    embryo.slice(0, 2, 10).slice(1, 15, 23).fill_(1);
    clump.slice(0, 4, 7).slice(1, 4, 7).fill_(1); // two parts of the first embryo
    clump.slice(0, 8, 11).slice(1, 7, 10).fill_(1);
    clump.slice(0, 14, 18).slice(1, 30, 36).fill_(0.8f);
    const auto found = nn::embryosFromMaps(cells(clump), cells(embryo), 40, 20);
    REQUIRE(found.size() == 3);
    CHECK(*found[0].embryo == base::Box{2, 2, 12, 12});
    CHECK(*found[0].clump == base::Box{4, 4, 10, 11});
    CHECK(*found[1].embryo == base::Box{15, 2, 23, 10});
    CHECK(!found[1].clump);
    CHECK(!found[2].embryo);
    CHECK(found[2].confidence == doctest::Approx(0.8));
}

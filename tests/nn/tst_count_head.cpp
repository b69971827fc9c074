// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <doctest/doctest.h>
#include <torch/optim/adam.h>

#include "core/nn/models/count_head.h"
#include "core/nn/torch.h"
#include "tests/nn/disc_scene.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

constexpr int kSide = 128;
constexpr int kChannels = 8;

/// Pyramid levels that show the picture itself, in every channel.
std::vector<torch::Tensor> levelsOf(const torch::Tensor& images)
{
    std::vector<torch::Tensor> levels;
    for (const int stride : {4, 8, 16, 32})
        levels.push_back(torch::avg_pool2d(images, stride).expand({-1, kChannels, -1, -1}).contiguous());
    return levels;
}

std::vector<tests::Disc> someDiscs(int count)
{
    const std::vector<tests::Disc> all = {{30, 30, 20}, {80, 40, 24}, {60, 90, 20}, {100, 100, 18}};
    return {all.begin(), all.begin() + count};
}

} // namespace

TEST_CASE("the count head learns how many discs there are")
{
    torch::set_num_threads(1);
    torch::manual_seed(3);
    std::vector<torch::Tensor> images;
    std::vector<Targets> targets;
    for (int count = 0; count <= 4; ++count) {
        images.push_back(tests::discImage(kSide, someDiscs(count)));
        targets.push_back(tests::discTargets(kSide, someDiscs(count)));
    }
    const auto levels = levelsOf(torch::stack(images));
    CountHead head(CountHeadOptions{.enabled = true, .hidden = 16, .maxCount = 6}, kChannels);
    torch::optim::Adam optimizer(head->parameters(), torch::optim::AdamOptions(3e-3));
    const double before = countLoss(head(levels), targets).item<double>();
    CHECK(before == doctest::Approx(std::log(7)).epsilon(0.1));
    for (int step = 0; step < 150; ++step) {
        optimizer.zero_grad();
        countLoss(head(levels), targets).backward();
        optimizer.step();
    }
    const auto counts = head(levels).argmax(1);
    for (int count = 0; count <= 4; ++count)
        CHECK(counts[count].item<int64_t>() == count);
}

TEST_CASE("a doubtful object may count or not, other classes and incomplete pictures do not matter")
{
    auto discs = someDiscs(3);
    discs[1].ignore = true;
    discs.push_back({20, 110, 6, 2});
    const auto targets = tests::discTargets(kSide, discs);
    const auto shares = torch::tensor({{0.1, 0.2, 0.3, 0.25, 0.15}});
    const auto logits = shares.log();
    CHECK(countLoss(logits, {targets}).item<double>() == doctest::Approx(-std::log(0.3 + 0.25)));

    auto incomplete = targets;
    incomplete.exhaustive = false;
    CHECK(countLoss(logits, {incomplete}).item<double>() == 0);
    const auto both = torch::cat({logits, logits});
    CHECK(countLoss(both, {targets, incomplete}).item<double>() == doctest::Approx(-std::log(0.55)));
}

TEST_CASE("the last count stands for all larger ones")
{
    const auto targets = tests::discTargets(kSide, someDiscs(4));
    const auto logits = torch::tensor({{0.5, 0.3, 0.2}}).log();
    CHECK(countLoss(logits, {targets}).item<double>() == doctest::Approx(-std::log(0.2)));
}

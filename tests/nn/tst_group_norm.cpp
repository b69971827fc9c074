// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/nn/ops/group_norm.h"
#include "tests/nn/gradient_check.h"

using namespace blastoscope;

namespace {

double worstDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
}

} // namespace

TEST_CASE("agrees with LibTorch in double and float for all layouts and sizes")
{
    torch::manual_seed(1);
    for (const int64_t channels : {4, 24, 70}) {
        for (const int64_t side : {1, 7, 40}) {
            const auto weight = torch::rand({channels}) + 0.5, bias = torch::randn({channels});
            const auto x = torch::randn({3, channels, side, side + 1}) * 2 + 3;
            const auto expected =
                torch::group_norm(x.to(torch::kDouble), 2, weight.to(torch::kDouble), bias.to(torch::kDouble), 1e-5);
            CHECK(worstDifference(nn::groupNorm(x.to(torch::kDouble), 2, weight, bias), expected) < 1e-9);
            CHECK(worstDifference(nn::groupNorm(x, 2, weight, bias), expected) < 2e-4);
            const auto last = x.contiguous(torch::MemoryFormat::ChannelsLast);
            CHECK(worstDifference(nn::groupNorm(last, 2, weight, bias), expected) < 2e-4);
        }
    }
}

TEST_CASE("bf16 maps of every size are normalised within their rounding")
{
    torch::manual_seed(2);
    for (const int64_t side : {6, 48, 128}) {
        const auto x = (torch::randn({2, 32, side, side}) * 2 + 0.5).to(torch::kBFloat16);
        const auto expected = torch::group_norm(x.to(torch::kDouble), 8);
        const auto actual = nn::groupNorm(x, 8, torch::ones({32}), torch::zeros({32}));
        CHECK((actual.scalar_type() == torch::kBFloat16));
        CHECK(((actual.to(torch::kDouble) - expected).abs() / (expected.abs() + 0.1)).max().item<double>() < 1.0 / 200);
    }
}

TEST_CASE("gradients agree with finite differences")
{
    torch::manual_seed(3);
    const auto x = torch::randn({2, 6, 4, 3}, torch::kDouble);
    const auto weight = torch::rand({6}, torch::kDouble) + 0.5, bias = torch::randn({6}, torch::kDouble);
    const auto check = tests::checkGradient([&] { return nn::groupNorm(x, 3, weight, bias).sin(); }, {x, weight, bias});
    CHECK_MESSAGE(check.worst < 1e-5, check.where);
}

TEST_CASE("float and bf16 gradients agree with double's")
{
    torch::manual_seed(4);
    const auto x = torch::randn({2, 16, 33, 20}, torch::kBFloat16).to(torch::kDouble);
    const auto upstream = torch::randn({2, 16, 33, 20}, torch::kBFloat16).to(torch::kDouble);
    const auto gradients = [&](torch::ScalarType type) {
        auto input = x.to(type).contiguous(torch::MemoryFormat::ChannelsLast).detach().requires_grad_(true);
        auto weight = torch::linspace(0.5, 1.5, 16).requires_grad_(true),
             bias = torch::zeros({16}).requires_grad_(true);
        nn::groupNorm(input, 4, weight, bias).backward(upstream.to(type));
        CHECK((weight.grad().scalar_type() == torch::kFloat));
        return std::vector<torch::Tensor>{input.grad(), weight.grad(), bias.grad()};
    };
    const auto exact = gradients(torch::kDouble), single = gradients(torch::kFloat),
               rough = gradients(torch::kBFloat16);
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const double scale = exact[i].abs().max().item<double>();
        CHECK(worstDifference(single[i], exact[i]) < 1e-4 * scale);
        CHECK(worstDifference(rough[i], exact[i]) < 1e-2 * scale);
    }
}

TEST_CASE("results repeat bit for bit whatever the number of threads")
{
    torch::manual_seed(5);
    const auto x = torch::randn({2, 32, 50, 50});
    const int threads = torch::get_num_threads();
    torch::set_num_threads(1);
    const auto one = nn::groupNorm(x, 8, torch::ones({32}), torch::zeros({32}));
    torch::set_num_threads(2);
    const auto two = nn::groupNorm(x, 8, torch::ones({32}), torch::zeros({32}));
    torch::set_num_threads(threads);
    CHECK(torch::equal(one, two));
}

TEST_CASE("wrong arguments are refused")
{
    const auto x = torch::ones({1, 6, 2, 2});
    CHECK_THROWS_AS(nn::groupNorm(x, 4, torch::ones({6}), torch::ones({6})), c10::Error);
    CHECK_THROWS_AS(nn::groupNorm(x, 3, torch::ones({5}), torch::ones({5})), c10::Error);
    CHECK_THROWS_AS(nn::groupNorm(x[0], 3, torch::ones({6}), torch::ones({6})), c10::Error);
}

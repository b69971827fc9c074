// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include <torch/optim/adam.h>

#include "core/nn/losses/mask_losses.h"
#include "core/nn/losses/mask_targets.h"
#include "core/nn/models/refinement_head.h"
#include "core/nn/models/vq_vae.h"
#include "tests/nn/disc_scene.h"
#include "tests/nn/gradient_check.h"

using namespace blastoscope;
using namespace blastoscope::nn;

namespace {

VqVaeOptions smallOptions()
{
    return {.codes = 16, .codeSize = 8, .hidden = 16, .residualHidden = 8, .residualBlocks = 1};
}

/// Crops of pairs of discs of many sizes.
torch::Tensor discCrops(std::uint64_t seed, double jitter = 0.1)
{
    std::vector<tests::Disc> discs;
    for (int i = 0; i < 16; ++i)
        discs.push_back({double(24 + 4 * i), 60, double(8 + i)});
    return shapeCrops(tests::discBatch(120, {discs}), 28, jitter, 0, seed);
}

} // namespace

TEST_CASE("quantisation picks the nearest code and passes gradients straight through")
{
    torch::manual_seed(1);
    VqVae model(smallOptions());
    model->to(torch::kFloat64);
    model->codebook.normal_();
    auto latents = torch::randn({2, 8, 7, 7}, torch::kFloat64).requires_grad_(true);
    const auto quantized = model->quantize(latents);
    const auto distances = torch::cdist(latents.permute({0, 2, 3, 1}).reshape({-1, 8}), model->codebook);
    CHECK(torch::equal(quantized.codes.flatten(), distances.argmin(1)));
    CHECK(torch::allclose(straightThrough(latents, quantized.embedded), quantized.embedded));

    // Finite differences of the decoder at the codes are what must arrive at the latents.
    const auto embedded = quantized.embedded.detach().contiguous();
    const auto check =
        tests::checkGradient([&] { return torch::sigmoid(model->decode(embedded).logits); }, {embedded});
    CHECK_MESSAGE(check.worst < 1e-4, check.where);
    auto leaf = embedded.detach().clone().requires_grad_(true);
    torch::sigmoid(model->decode(leaf).logits).square().sum().backward();
    torch::sigmoid(model->decode(straightThrough(latents, quantized.embedded)).logits).square().sum().backward();
    CHECK(torch::allclose(latents.grad(), leaf.grad()));
}

TEST_CASE("the refinement head's gradients agree with finite differences")
{
    torch::manual_seed(2);
    RefinementHead head(RefinementHeadOptions{.shapeFeature = 4, .mask = {.in = 3, .hidden = 5}});
    head->to(torch::kFloat64);
    // The initial predictor is so small that gradients vanish, and zero biases put dead pixels on the kink of ReLU.
    for (const auto& parameter : head->named_parameters()) {
        const torch::NoGradGuard noGrad;
        if (parameter.key() == "head.predictor.weight" || parameter.value().dim() == 1)
            parameter.value().normal_();
    }
    const auto features = torch::randn({2, 3, 14, 14}, torch::kFloat64);
    const auto shape = torch::randn({2, 4, 14, 14}, torch::kFloat64);
    const auto logits = torch::randn({2, 1, 28, 28}, torch::kFloat64);
    const auto run = [&] {
        const auto masks = head(features, DecodedMask{shape, logits});
        return torch::cat({masks.amodal, masks.visible}, 1);
    };
    std::vector<torch::Tensor> inputs = {features, shape, logits};
    for (const auto& parameter : head->parameters())
        inputs.push_back(parameter);
    const auto check = tests::checkGradient(run, inputs, {.step = 1e-6, .maxElements = 40});
    CHECK_MESSAGE(check.worst < 1e-3, check.where);
}

TEST_CASE("the codebook follows moving averages and re-seeds unused codes")
{
    torch::manual_seed(3);
    VqVae model(smallOptions());
    const auto masks = discCrops(1);
    model->eval();
    const auto untouched = model->codebook.clone();
    model->losses(masks, 5);
    CHECK(torch::equal(model->codebook, untouched));

    model->train();
    model->losses(masks, 5);
    const auto count = model->named_buffers()["ema_count"];
    CHECK(count.min().item<float>() > 0);
    // A code far from everything is not used; its count decays until it is put onto a current latent.
    {
        const torch::NoGradGuard noGrad;
        model->codebook[3].fill_(1e3);
        model->named_buffers()["ema_sum"][3].fill_(1e3);
        count[3] = 1e-3;
    }
    model->losses(masks, 6);
    CHECK(model->codebook[3].abs().max().item<float>() < 100);

    // One step by hand: new mean of a used code.
    const auto codes = model->codesOf(masks).flatten();
    const auto latents = model->encode(masks).detach().permute({0, 2, 3, 1}).reshape({-1, 8});
    const auto used = codes.mode();
    const int64_t k = std::get<0>(used).item<int64_t>();
    const double decay = model->options.emaDecay;
    const auto own = latents.index_select(0, (codes == k).nonzero().flatten());
    const auto countBefore = count[k].item<double>();
    const auto sumBefore = model->named_buffers()["ema_sum"][k].clone();
    model->losses(masks, 7);
    const auto expected = (decay * sumBefore + (1 - decay) * own.sum(0))
                          / (decay * countBefore + (1 - decay) * double(own.size(0)));
    CHECK(torch::allclose(model->codebook[k], expected, 1e-3, 1e-4));
}

TEST_CASE("a batch that is not finite leaves the codebook as it is, be it the first one or a later one")
{
    torch::manual_seed(5);
    VqVae model(smallOptions());
    const auto masks = discCrops(1);
    const auto broken = masks * std::nan("");
    const auto state = [&] {
        std::vector<torch::Tensor> buffers;
        for (const torch::Tensor& buffer : model->buffers())
            buffers.push_back(buffer.clone());
        return buffers;
    };
    const auto unchanged = [&](const std::vector<torch::Tensor>& before) {
        const auto now = state();
        return std::equal(now.begin(), now.end(), before.begin(), before.end(), torch::equal);
    };
    const auto fresh = state();
    CHECK_FALSE(std::isfinite(weightedSum(model->losses(broken, 1), {}).item<double>()));
    CHECK(unchanged(fresh));

    model->losses(masks, 2);
    const auto learned = state();
    CHECK_FALSE(unchanged(fresh));
    model->losses(broken, 3);
    model->losses(masks, broken, 4); // finite latents, but not what they are compared with
    CHECK(unchanged(learned));
}

TEST_CASE("the auto-encoder learns disc silhouettes, and repeats with its seeds")
{
    const auto train = [](CodebookUpdate update, int steps) {
        torch::manual_seed(4);
        auto options = smallOptions();
        options.hidden = 32;
        options.codebookUpdate = update;
        VqVae model(options);
        torch::optim::Adam optimizer(model->parameters(), torch::optim::AdamOptions(3e-3));
        for (int step = 0; step < steps; ++step) {
            const auto losses = model->losses(discCrops(std::uint64_t(step % 8)), std::uint64_t(step));
            optimizer.zero_grad();
            weightedSum(losses, {}).backward();
            optimizer.step();
        }
        return model;
    };
    const auto test = discCrops(99);
    for (const auto update : {CodebookUpdate::Ema, CodebookUpdate::Gradient}) {
        auto model = train(update, 150);
        model->eval();
        const double iou = binaryMaskIou(model->reconstruct(test) >= 0.5, test).mean().item<double>();
        CAPTURE(int(update));
        CHECK(iou > 0.93);
    }
    auto a = train(CodebookUpdate::Ema, 5), b = train(CodebookUpdate::Ema, 5);
    CHECK(torch::equal(a->codebook, b->codebook));
    for (const auto& item : a->named_parameters())
        CHECK(torch::equal(item.value(), b->named_parameters()[item.key()]));
}

TEST_CASE("the auto-encoder refuses masks of another size")
{
    VqVae model(smallOptions());
    CHECK_THROWS_AS(model->encode(torch::zeros({1, 1, 32, 32})), c10::Error);
    CHECK_THROWS_AS(VqVae(VqVaeOptions{.maskSize = 30}), c10::Error);
}

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/vq_vae.h"

#include <ATen/CPUGeneratorImpl.h>

namespace blastoscope::nn {

namespace {

constexpr double kInitialNoise = 1e-3;

/// [R, D, M, M] -> [R * M * M, D].
torch::Tensor asVectors(const torch::Tensor& latents)
{
    return latents.permute({0, 2, 3, 1}).reshape({-1, latents.size(1)});
}

torch::Tensor drawRows(const torch::Tensor& vectors, int64_t count, at::Generator& generator)
{
    const auto rows = torch::randint(vectors.size(0), {count}, generator, torch::kLong);
    return vectors.index_select(0, rows.to(vectors.device()));
}

torch::Tensor throughResiduals(std::vector<VqResidual>& blocks, torch::Tensor x)
{
    for (auto& block : blocks)
        x = block(x);
    return torch::relu(x);
}

} // namespace

VqResidualImpl::VqResidualImpl(int channels, int hidden)
{
    conv1 = register_module("conv1", Conv2d(Conv2dOptions{.in = channels, .out = hidden}));
    conv2 = register_module("conv2", Conv2d(Conv2dOptions{.in = hidden, .out = channels, .kernel = 1}));
}

torch::Tensor VqResidualImpl::forward(const torch::Tensor& x)
{
    return x + conv2(torch::relu(conv1(torch::relu(x))));
}

VqEncoderImpl::VqEncoderImpl(const VqVaeOptions& o)
{
    const Conv2dOptions first{.in = 1, .out = o.hidden / 2, .kernel = 4, .stride = 2, .padding = 1};
    const Conv2dOptions second{.in = o.hidden / 2, .out = o.hidden, .kernel = 4, .stride = 2, .padding = 1};
    down1 = register_module("down1", Conv2d(first));
    down2 = register_module("down2", Conv2d(second));
    conv = register_module("conv", Conv2d(Conv2dOptions{.in = o.hidden, .out = o.hidden}));
    for (int i = 0; i < o.residualBlocks; ++i)
        m_residual.push_back(
            register_module("residual" + std::to_string(i + 1), VqResidual(o.hidden, o.residualHidden)));
    project = register_module("project", Conv2d(Conv2dOptions{.in = o.hidden, .out = o.codeSize, .kernel = 1}));
}

torch::Tensor VqEncoderImpl::forward(const torch::Tensor& masks)
{
    const auto x = torch::relu(down2(torch::relu(down1(masks))));
    return project(throughResiduals(m_residual, conv(x)));
}

VqDecoderImpl::VqDecoderImpl(const VqVaeOptions& o)
{
    conv = register_module("conv", Conv2d(Conv2dOptions{.in = o.codeSize, .out = o.hidden}));
    for (int i = 0; i < o.residualBlocks; ++i)
        m_residual.push_back(
            register_module("residual" + std::to_string(i + 1), VqResidual(o.hidden, o.residualHidden)));
    up1 = register_module(
        "up1", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden, .kernel = 4}));
    up2 = register_module("up2",
                          ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = 1, .kernel = 4}));
}

DecodedMask VqDecoderImpl::forward(const torch::Tensor& embedded)
{
    const auto x = throughResiduals(m_residual, conv(embedded));
    const auto feature = torch::relu(up1(x));
    return {feature, up2(feature)};
}

torch::Tensor straightThrough(const torch::Tensor& latents, const torch::Tensor& embedded)
{
    return latents + (embedded - latents).detach();
}

VqVaeImpl::VqVaeImpl(const VqVaeOptions& o) : options(o)
{
    TORCH_CHECK(o.maskSize > 0 && o.maskSize % 4 == 0, "VqVae: mask size must be a multiple of 4, got ", o.maskSize);
    TORCH_CHECK(o.codes >= 2 && o.codeSize >= 1 && o.hidden >= 2, "VqVae: codes, code size and channels too small");
    encoder = register_module("encoder", VqEncoder(o));
    decoder = register_module("decoder", VqDecoder(o));
    const auto initial = torch::empty({o.codes, o.codeSize}).uniform_(-1.0 / o.codes, 1.0 / o.codes);
    if (o.codebookUpdate == CodebookUpdate::Gradient) {
        codebook = register_parameter("codebook", initial);
        return;
    }
    codebook = register_buffer("codebook", initial);
    ema_count = register_buffer("ema_count", torch::zeros({o.codes}));
    ema_sum = register_buffer("ema_sum", torch::zeros({o.codes, o.codeSize}));
}

torch::Tensor VqVaeImpl::encode(const torch::Tensor& masks)
{
    TORCH_CHECK(masks.dim() == 4 && masks.size(1) == 1 && masks.size(2) == options.maskSize
                    && masks.size(3) == options.maskSize,
                "VqVae: masks must be [R, 1, ", options.maskSize, ", ", options.maskSize, "], got ", masks.sizes());
    return encoder(masks);
}

Quantized VqVaeImpl::quantize(const torch::Tensor& latents)
{
    torch::Tensor codes;
    {
        const torch::NoGradGuard noGrad;
        const auto vectors = asVectors(latents);
        // The squared norm of the vector itself does not change which code is nearest.
        const auto distance = codebook.square().sum(1).unsqueeze(0) - 2 * torch::mm(vectors, codebook.t());
        codes = distance.argmin(1).reshape({latents.size(0), latents.size(2), latents.size(3)});
    }
    return {codes, embed(codes)};
}

torch::Tensor VqVaeImpl::embed(const torch::Tensor& codes)
{
    return torch::embedding(codebook, codes).permute({0, 3, 1, 2});
}

DecodedMask VqVaeImpl::decode(const torch::Tensor& embedded)
{
    return decoder(embedded);
}

torch::Tensor VqVaeImpl::codesOf(const torch::Tensor& masks)
{
    const torch::NoGradGuard noGrad;
    return quantize(encode(masks)).codes;
}

LossMap VqVaeImpl::losses(const torch::Tensor& masks, std::uint64_t seed)
{
    return losses(masks, masks, seed);
}

LossMap VqVaeImpl::losses(const torch::Tensor& masks, const torch::Tensor& targets, std::uint64_t seed)
{
    TORCH_CHECK(masks.size(0) > 0, "VqVae: no masks");
    TORCH_CHECK(targets.sizes() == masks.sizes(), "VqVae: masks are ", masks.sizes(), ", targets ", targets.sizes());
    const bool ema = options.codebookUpdate == CodebookUpdate::Ema;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    const auto latents = encode(masks);
    if (ema && is_training())
        initialiseCodebook(asVectors(latents.detach()), generator);
    const auto quantized = quantize(latents);
    const auto decoded = decode(straightThrough(latents, quantized.embedded));
    LossMap losses;
    losses["vq_reconstruction"] = options.reconstruction == Reconstruction::Bce
                                      ? torch::binary_cross_entropy_with_logits(decoded.logits, targets)
                                      : torch::mse_loss(torch::sigmoid(decoded.logits), targets);
    losses["vq_commitment"] = options.commitment * torch::mse_loss(latents, quantized.embedded.detach());
    if (!ema)
        losses["vq_codebook"] = torch::mse_loss(quantized.embedded, latents.detach());
    else if (is_training() && torch::isfinite(weightedSum(losses, {})).item<bool>())
        updateCodebook(asVectors(latents.detach()), quantized.codes.flatten(), generator);
    return losses;
}

torch::Tensor VqVaeImpl::reconstruct(const torch::Tensor& masks)
{
    const torch::NoGradGuard noGrad;
    return torch::sigmoid(decode(quantize(encode(masks)).embedded).logits);
}

void VqVaeImpl::initialiseCodebook(const torch::Tensor& vectors, at::Generator& generator)
{
    const torch::NoGradGuard noGrad;
    if (ema_count.sum().item<float>() > 0 || !torch::isfinite(vectors).all().item<bool>())
        return;
    const auto noise = torch::randn(codebook.sizes(), generator, torch::kFloat32).to(vectors.device());
    codebook.copy_(drawRows(vectors, options.codes, generator) + kInitialNoise * noise);
    ema_count.fill_(1);
    ema_sum.copy_(codebook);
}

void VqVaeImpl::updateCodebook(const torch::Tensor& vectors, const torch::Tensor& codes, at::Generator& generator)
{
    const torch::NoGradGuard noGrad;
    const auto ones = torch::ones({codes.size(0)}, vectors.options());
    const auto count = torch::zeros_like(ema_count).index_add_(0, codes, ones);
    const auto sum = torch::zeros_like(ema_sum).index_add_(0, codes, vectors);
    ema_count.mul_(options.emaDecay).add_(count, 1 - options.emaDecay);
    ema_sum.mul_(options.emaDecay).add_(sum, 1 - options.emaDecay);
    const auto total = ema_count.sum();
    const auto unused = (ema_count < options.reseedShare * total / options.codes).unsqueeze(1);
    const auto fresh = drawRows(vectors, options.codes, generator);
    ema_sum.copy_(torch::where(unused, fresh, ema_sum));
    ema_count.masked_fill_(unused.squeeze(1), 1);
    const auto smoothed = (ema_count + options.emaEpsilon) / (total + options.codes * options.emaEpsilon) * total;
    codebook.copy_(torch::where(unused, fresh, ema_sum / smoothed.unsqueeze(1)));
}

} // namespace blastoscope::nn

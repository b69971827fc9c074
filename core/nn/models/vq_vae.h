// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

enum class Reconstruction { Bce, Mse };     ///< Bce on logits, or squared error on probabilities
enum class CodebookUpdate { Ema, Gradient }; ///< moving averages of the assigned latents, or the codebook term of eq. 1

struct VqVaeOptions {
    int maskSize = 28;   ///< side N of a mask crop, a multiple of 4
    int codes = 64;      ///< size K of the codebook
    int codeSize = 32;   ///< length D of a code
    int hidden = 64;
    int residualHidden = 32;
    int residualBlocks = 2;
    double commitment = 0.25; ///< beta of eq. 1
    Reconstruction reconstruction = Reconstruction::Bce;
    CodebookUpdate codebookUpdate = CodebookUpdate::Ema;
    double emaDecay = 0.99;
    double emaEpsilon = 1e-5;
    double reseedShare = 0.003; ///< a code used less than this share of the uniform rate is re-seeded

    int gridSize() const { return maskSize / 4; } ///< side M of the code grid
};

/// x + conv1x1(relu(conv3x3(relu(x)))).
class VqResidualImpl : public torch::nn::Module {
public:
    VqResidualImpl(int channels, int hidden);
    /// [N, channels, H, W] -> the same.
    torch::Tensor forward(const torch::Tensor& x);

private:
    Conv2d conv1{nullptr}, conv2{nullptr};
};
TORCH_MODULE(VqResidual);

struct Quantized {
    torch::Tensor codes;    ///< [R, M, M] int64 in [0, K)
    torch::Tensor embedded; ///< [R, D, M, M] the chosen codes, no gradient to the latents
};

struct DecodedMask {
    torch::Tensor feature; ///< [R, hidden, N / 2, N / 2], the map before the last layer
    torch::Tensor logits;  ///< [R, 1, N, N]
};

/// Binary mask [R, 1, N, N] -> latents [R, D, N / 4, N / 4]. Keys down1, down2, conv, residual1 ..., project.
class VqEncoderImpl : public torch::nn::Module {
public:
    explicit VqEncoderImpl(const VqVaeOptions& options);
    torch::Tensor forward(const torch::Tensor& masks);

private:
    Conv2d down1{nullptr}, down2{nullptr}, conv{nullptr}, project{nullptr};
    std::vector<VqResidual> m_residual;
};
TORCH_MODULE(VqEncoder);

/// Embedded codes [R, D, M, M] -> mask. Keys conv, residual1 ..., up1, up2.
class VqDecoderImpl : public torch::nn::Module {
public:
    explicit VqDecoderImpl(const VqVaeOptions& options);
    DecodedMask forward(const torch::Tensor& embedded);

private:
    Conv2d conv{nullptr};
    std::vector<VqResidual> m_residual;
    ConvTranspose2d up1{nullptr}, up2{nullptr};
};
TORCH_MODULE(VqDecoder);

/// `latents` with the values of `embedded` and, in the backward pass, the gradient of the latents themselves.
torch::Tensor straightThrough(const torch::Tensor& latents, const torch::Tensor& embedded);

/// Vector-quantised auto-encoder of binary masks (Jang et al., VQ shape code, sec. 3; van den Oord et al. 2017).
///
/// Keys: encoder.*, decoder.*, codebook [K, D] (a buffer with Ema, a parameter with Gradient), and with Ema the buffers
/// ema_count [K] and ema_sum [K, D]. An all-zero ema_count means that the codebook is initialised from the first batch.
class VqVaeImpl : public torch::nn::Module {
public:
    explicit VqVaeImpl(const VqVaeOptions& options);

    /// [R, 1, N, N] masks in {0, 1}, fp32 -> latents [R, D, M, M].
    torch::Tensor encode(const torch::Tensor& masks);
    /// Nearest code of every latent vector; no gradient.
    Quantized quantize(const torch::Tensor& latents);
    /// [R, M, M] int64 -> [R, D, M, M].
    torch::Tensor embed(const torch::Tensor& codes);
    /// [R, D, M, M] fp32 or bf16 -> the mask, of the same type.
    DecodedMask decode(const torch::Tensor& embedded);
    /// masks -> codes [R, M, M], no gradient: the classification target of a shape-code head.
    torch::Tensor codesOf(const torch::Tensor& masks);

    /// Losses of eq. 1 as means over elements: "vq_reconstruction", "vq_commitment" and, with Gradient, "vq_codebook".
    /// In training mode with Ema this also updates the codebook, drawing from `seed`; a batch whose losses are not
    /// finite leaves the codebook and its averages as they are, for they would never forget it.
    LossMap losses(const torch::Tensor& masks, std::uint64_t seed);
    /// The same for learning to map `masks` to other ones, e.g. damaged silhouettes to whole ones; both may hold shares
    /// in [0, 1].
    LossMap losses(const torch::Tensor& masks, const torch::Tensor& targets, std::uint64_t seed);
    /// Probabilities [R, 1, N, N] of masks passed through encoder, quantiser and decoder; no gradient.
    torch::Tensor reconstruct(const torch::Tensor& masks);

    VqVaeOptions options;
    torch::Tensor codebook;

private:
    /// Once, from the first finite batch; `vectors` [n, D], `codes` [n].
    void initialiseCodebook(const torch::Tensor& vectors, at::Generator& generator);
    void updateCodebook(const torch::Tensor& vectors, const torch::Tensor& codes, at::Generator& generator);

    VqEncoder encoder{nullptr};
    VqDecoder decoder{nullptr};
    torch::Tensor ema_count, ema_sum;
};
TORCH_MODULE(VqVae);

} // namespace blastoscope::nn

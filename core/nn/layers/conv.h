// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// An fp32 parameter as a tensor of the type that a forward pass computes in.
///
/// With gradients enabled every call casts anew, so that gradients reach the fp32 master; without, the cast is kept
/// until the master changes (in place, or by moving to another device). Not thread-safe.
class CastWeight {
public:
    torch::Tensor as(const torch::Tensor& master, torch::ScalarType type);
    void clear() { m_cached.reset(); }

private:
    torch::Tensor m_cached;
    const void* m_source = nullptr;
    std::uint32_t m_version = 0;
};

struct Conv2dOptions {
    int in = 1;
    int out = 1;
    int kernel = 3; ///< odd; the padding keeps the size at stride 1 unless given
    int stride = 1;
    int padding = -1; ///< -1: (kernel - 1) / 2
    bool bias = true;
};

/// Convolution whose weights follow the type of the input (fp32 or bf16) while the parameters stay fp32.
/// Keys: weight [out, in, k, k], bias [out]. Kaiming-normal weights (fan-out, ReLU), zero bias.
class Conv2dImpl : public torch::nn::Module {
public:
    explicit Conv2dImpl(const Conv2dOptions& options);
    /// [N, in, H, W] fp32 or bf16 -> [N, out, H', W'] of the same type.
    torch::Tensor forward(const torch::Tensor& x);
    void train(bool on = true) override;

    Conv2dOptions options;
    torch::Tensor weight, bias;

private:
    CastWeight m_weight, m_bias;
};
TORCH_MODULE(Conv2d);

struct ConvTranspose2dOptions {
    int in = 1;
    int out = 1;
    int kernel = 2; ///< 2 (no padding) or 4 (padding 1)
};

/// Transposed convolution that doubles the size (stride 2); keys weight [in, out, k, k], bias [out], in the meaning of
/// torch::nn::ConvTranspose2d. Kaiming-normal weights, zero bias.
///
/// Computed as one plain convolution that yields the four sub-pixels of every input pixel, which are then interleaved:
/// faster on the CPU, and the transposed convolution of LibTorch 1.13 is wrong for bf16 there (oneDNN is handed the
/// forward convolution of the same weights).
class ConvTranspose2dImpl : public torch::nn::Module {
public:
    explicit ConvTranspose2dImpl(const ConvTranspose2dOptions& options);
    /// [N, in, H, W] -> [N, out, 2H, 2W], channels-last.
    torch::Tensor forward(const torch::Tensor& x);
    void train(bool on = true) override;

    ConvTranspose2dOptions options;
    torch::Tensor weight, bias;

private:
    /// The weights of the plain convolution, [4 * out, in, k', k'] with k' = 1 or 3, sub-pixel (row, column) outermost.
    torch::Tensor subPixelWeight(const torch::Tensor& own) const;

    CastWeight m_weight, m_bias;
};
TORCH_MODULE(ConvTranspose2d);

struct LinearOptions {
    int in = 1;
    int out = 1;
};

/// Fully connected layer; keys weight [out, in], bias [out]. Kaiming-uniform (a = 1) weights, zero bias.
class LinearImpl : public torch::nn::Module {
public:
    explicit LinearImpl(const LinearOptions& options);
    /// [N, in] -> [N, out], type of the input.
    torch::Tensor forward(const torch::Tensor& x);
    void train(bool on = true) override;

    LinearOptions options;
    torch::Tensor weight, bias;

private:
    CastWeight m_weight, m_bias;
};
TORCH_MODULE(Linear);

struct GroupNormOptions {
    int channels = 32;
};

/// Group normalisation (Wu and He 2018) with at most 32 groups and at least 4 channels per group; independent of the
/// batch size. Keys weight [channels] (ones), bias [channels] (zeros).
class GroupNormImpl : public torch::nn::Module {
public:
    explicit GroupNormImpl(const GroupNormOptions& options);
    /// [N, channels, H, W] fp32 or bf16 -> the same type and shape.
    torch::Tensor forward(const torch::Tensor& x);

    GroupNormOptions options;
    int groups = 1;
    torch::Tensor weight, bias;
};
TORCH_MODULE(GroupNorm);

/// Convolution without bias, group normalisation, ReLU: what heads are made of that are trained from scratch (He et al.
/// 2019, "Rethinking ImageNet pre-training"). Keys conv.weight, norm.weight, norm.bias.
class ConvNormReluImpl : public torch::nn::Module {
public:
    /// `options.bias` is ignored.
    explicit ConvNormReluImpl(const Conv2dOptions& options);
    /// As Conv2d.
    torch::Tensor forward(const torch::Tensor& x);

private:
    Conv2d conv{nullptr};
    GroupNorm norm{nullptr};
};
TORCH_MODULE(ConvNormRelu);

} // namespace blastoscope::nn

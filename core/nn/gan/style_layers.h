// SPDX-License-Identifier: Apache-2.0
// The building blocks of StyleGAN2 (Karras et al. 2020, "Analyzing and improving the image quality of StyleGAN").
// Everything here is differentiable twice, on every device, because R1 and path-length regularisation need it.
#pragma once

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// max(x, x / 5) * sqrt(2): keeps the variance of a standard normal input.
torch::Tensor scaledLeakyRelu(const torch::Tensor& x);

/// Low-pass [1, 3, 3, 1] along both axes, normalised to sum 1, on [N, C, H, W]. `padding` zeros are added on every
/// side; every `stride`-th output is kept. -> [N, C, (H + 2 padding - 4) / stride + 1, ...].
torch::Tensor lowPass(const torch::Tensor& x, int padding, int stride = 1);

/// [N, C, H, W] -> [N, C, 2H, 2W]: zeros between the pixels, then the same low-pass with the gain that keeps the mean.
torch::Tensor upsampleSmooth(const torch::Tensor& x);

/// Appends one channel that says how much the pictures of a group differ (Karras et al. 2018, section 3): the standard
/// deviation over the group, averaged over everything. Groups have the largest size <= `groupSize` that divides N.
torch::Tensor appendGroupDeviation(const torch::Tensor& x, int groupSize);

struct EqualLinearOptions {
    int in = 1;
    int out = 1;
    double learningRateFactor = 1; ///< the layer learns that much slower
    double biasStart = 0;
    bool activate = false;         ///< scaledLeakyRelu behind it
};

/// Fully connected layer with equalised learning rate: weights drawn from N(0, 1) / factor and scaled by
/// factor / sqrt(in) when used. Keys weight [out, in], bias [out].
class EqualLinearImpl : public torch::nn::Module {
public:
    explicit EqualLinearImpl(const EqualLinearOptions& options);
    /// [N, in] -> [N, out]
    torch::Tensor forward(const torch::Tensor& x);

    EqualLinearOptions options;
    torch::Tensor weight, bias;
};
TORCH_MODULE(EqualLinear);

struct EqualConvOptions {
    int in = 1;
    int out = 1;
    int kernel = 3;       ///< 1 or 3
    bool down = false;    ///< low-pass, then every second pixel
    bool bias = true;
    bool activate = true; ///< scaledLeakyRelu behind it
    double gain = 1;      ///< of the output
};

/// Convolution with equalised learning rate, as the discriminator uses it. Keys weight [out, in, k, k], bias [out].
class EqualConvImpl : public torch::nn::Module {
public:
    explicit EqualConvImpl(const EqualConvOptions& options);
    /// [N, in, H, W] -> [N, out, H, W], or half the size with `down`.
    torch::Tensor forward(const torch::Tensor& x);

    EqualConvOptions options;
    torch::Tensor weight, bias;
};
TORCH_MODULE(EqualConv);

/// Convolution whose input channels are scaled per picture and whose output is normalised as if it were white noise
/// (StyleGAN2, equations 1 to 3). x [N, in, H, W], weight [out, in, k, k] with k = 1 or 3, style [N, in]
/// -> [N, out, H, W], or [N, out, 2H, 2W] with `up` (transposed convolution, then low-pass; k = 3 only).
///
/// Activations are scaled before and behind a convolution that all pictures share; equal to convolving every picture
/// with weights of its own. Throws c10::Error on shapes that do not fit.
torch::Tensor modulatedConv(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& style,
                            bool demodulate, bool up);

struct StyleConvOptions {
    int in = 1;
    int out = 1;
    int styleSize = 512;
    int resolution = 4; ///< of the output
    bool up = false;
};

/// What noise a synthesis adds: new one at every call, the maps that are stored with the weights, or none.
enum class NoiseMode { Random, Fixed, None };

/// Modulated convolution, noise, bias, scaledLeakyRelu. Keys affine.*, weight, bias, noise_strength [1] and the buffer
/// noise [resolution, resolution].
class StyleConvImpl : public torch::nn::Module {
public:
    explicit StyleConvImpl(const StyleConvOptions& options);
    /// x [N, in, H, W], w [N, styleSize] -> [N, out, resolution, resolution]
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& w, NoiseMode noiseMode);

    StyleConvOptions options;
    torch::Tensor weight, bias, noiseStrength, noise;

private:
    EqualLinear affine{nullptr};
};
TORCH_MODULE(StyleConv);

/// Modulated 1 x 1 convolution to the picture's channels, without normalisation. Keys affine.*, weight, bias.
class ToPictureImpl : public torch::nn::Module {
public:
    ToPictureImpl(int in, int pictureChannels, int styleSize);
    /// x [N, in, H, W], w [N, styleSize] -> [N, pictureChannels, H, W]
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& w);

    torch::Tensor weight, bias;

private:
    EqualLinear affine{nullptr};
};
TORCH_MODULE(ToPicture);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/data/label_batch.h"
#include "core/nn/layers/conv.h"
#include "core/nn/layers/conv_pair.h"
#include "core/nn/layers/precision.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/models/harmonic_guides.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// What tells a convolution where it is: the guide functions, x and y (CoordConv, Liu et al. 2018), or nothing.
enum class Guidance { Sine, Coordinates, None };

struct HarmonicOptions {
    std::vector<int> widths = {16, 24, 48, 96, 96}; ///< channels at strides 1, 2, 4, ...; at least two
    int guidedKernel = 3;                           ///< of the guided convolutions; odd
    Guidance guidance = Guidance::Sine;
    bool foreground = true; ///< also predicts what belongs to any object; otherwise the background is one more object
    /// The network says where the middle of a pixel's object lies; the embedding is the waves there, damped, and a
    /// rest. The mean of a wave over an object that is symmetric about its middle is exactly that: the wave at the
    /// middle times a factor. Not in the paper, whose network must form these products of position and wave itself.
    /// Needs sine waves.
    bool displacement = false;
    GuideOptions guides;
};

/// Convolution that also sees position maps of its own resolution (SinConv, CoordConv): the sum of a convolution of the
/// features and one of the maps, which is that of both together, but computed once a batch for the maps.
/// Keys conv, and guide_conv with maps.
class GuidedConvImpl : public torch::nn::Module {
public:
    GuidedConvImpl(int in, int out, int kernel, int maps);
    /// `x` [B, in, H, W], `maps` [1, maps, H, W] (not looked at without maps).
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& maps);

    /// Sets the weights so that the first `count` outputs are the first `count` maps.
    void passMaps(std::int64_t count);

private:
    Conv2d conv{nullptr}, guide_conv{nullptr};
};
TORCH_MODULE(GuidedConv);

struct HarmonicOutput {
    torch::Tensor embedding;  ///< [B, N, H, W]
    torch::Tensor foreground; ///< [B, 1, H, W] logits; undefined without a foreground mask
};

/// A U-Net that predicts for every pixel the harmonic embedding of the object it belongs to (Kulikov and Lempitsky
/// 2020, sec. 3.2), with group normalisation. Keys: guides, down1 ... downN, mixN-1 ... mix1 (guided convolutions),
/// upN-1 ... up1, head_mix, head. The guides are fitted before (HarmonicGuides) and stay as they are here.
class HarmonicNetworkImpl : public torch::nn::Module {
public:
    explicit HarmonicNetworkImpl(const HarmonicOptions& options);

    /// [B, 1, H, W] fp32, standardised; H and W multiples of multiple(). Positions refer to this input: it must cover a
    /// field of the size that the network was trained on. The output is fp32.
    HarmonicOutput forward(const torch::Tensor& images, Precision precision = Precision::Fp32);

    /// "embedding": eq. 5, L1, mean over the pixels of objects and channels (over all that are not ignored without a
    /// foreground mask); "foreground": binary cross-entropy.
    LossMap losses(const LabelBatch& batch, Precision precision = Precision::Fp32);

    /// Copies fitted guides. They need equal options.
    void setGuides(const HarmonicGuides& fitted);

    int multiple() const { return 1 << (int(options.widths.size()) - 1); }

    HarmonicOptions options;

private:
    /// Initial weights with which the embedding is the guides themselves, so that what is learned is how the middle of
    /// an object differs from the pixel.
    void startWithGuides();
    void startUndisplaced(); ///< the same with a displacement
    /// [1, maps, H, W] as the options say; undefined without guidance.
    torch::Tensor positionMaps(std::int64_t height, std::int64_t width, torch::ScalarType type) const;
    /// The embedding of what the head says.
    torch::Tensor embeddingOf(const torch::Tensor& predicted) const;

    HarmonicGuides guides{nullptr};
    std::vector<ConvPair> m_down;
    std::vector<GuidedConv> m_mix; ///< coarsest first
    std::vector<ConvPair> m_up;    ///< coarsest first
    GuidedConv head_mix{nullptr};
    Conv2d head{nullptr};
};
TORCH_MODULE(HarmonicNetwork);

nlohmann::json toJson(const HarmonicOptions& options);

/// Absent keys keep their defaults; an unknown key, a wrong type or an impossible value is Incompatible.
base::Result<HarmonicOptions> harmonicOptionsFromJson(const nlohmann::json& architecture);

/// A freshly initialised network. Draw from a seeded torch::manual_seed for reproducible weights.
base::Result<HarmonicNetwork> makeHarmonicNetwork(const nlohmann::json& architecture);

} // namespace blastoscope::nn

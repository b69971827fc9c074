// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/nn/layers/conv.h"
#include "core/nn/layers/u_net_arms.h"
#include "core/nn/models/resnet.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// How a segmenter of classes is built: U-Net (Ronneberger et al. 2015) or FCN (Long et al. 2015).
enum class SemanticKind { UNet, Fcn };

std::string nameOf(SemanticKind kind); ///< "unet", "fcn"
base::Result<SemanticKind> semanticKindFrom(const std::string& name);

struct SemanticNetworkOptions {
    SemanticKind kind = SemanticKind::UNet;
    int classes = 4;
    std::vector<int> widths = {24, 48, 96, 128}; ///< of the U-Net, at strides 1, 2, 4, ...; at least two
    int width = 32;                              ///< of the FCN's residual body (ResNetOptions::width)
};

/// A class for every pixel of a picture, group-normalised.
///
/// U-Net: keys down1 ... downN, upN-1 ... up1, head. FCN: a residual body, one classifier per resolution, their scores
/// enlarged and added from coarse to fine, the finest at a quarter of the picture: keys body, score1 ... score4.
class SemanticNetworkImpl : public torch::nn::Module {
public:
    explicit SemanticNetworkImpl(const SemanticNetworkOptions& options);

    /// [B, 1, H, W] fp32, standardised, H and W multiples of multiple() -> logits [B, classes, H, W].
    torch::Tensor forward(const torch::Tensor& pictures);
    int multiple() const;

    SemanticNetworkOptions options;

private:
    torch::Tensor alongScores(const torch::Tensor& pictures);

    UNetArms m_arms;
    Conv2d head{nullptr}; ///< of the U-Net
    ResNet body{nullptr};
    std::vector<Conv2d> m_scores; ///< finest first
};
TORCH_MODULE(SemanticNetwork);

} // namespace blastoscope::nn

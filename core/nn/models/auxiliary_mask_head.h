// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/losses/mask_losses.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct AuxiliaryMaskHeadOptions {
    int in = 128;
    int hidden = 128;
    int outputs = 1;    ///< channels per mask kind
    double scale = 0.5; ///< of the masks, relative to 28 x 28: 0.5 or 2
};

/// Predicts masks of another size than those that are used, only so that their loss shapes the features (Xu et al.,
/// MaskPlus, sec. 3.4 "Quasi-multitask Learning"): two 3x3 convolutions, for the larger masks two transposed ones, and
/// a 1x1 convolution. Keys conv1, conv2, deconv1, deconv2, predictor.
class AuxiliaryMaskHeadImpl : public torch::nn::Module {
public:
    explicit AuxiliaryMaskHeadImpl(const AuxiliaryMaskHeadOptions& options);
    /// [R, in, 14, 14] -> logits at size() x size().
    MaskLogits forward(const torch::Tensor& features);
    int size() const { return options.scale < 1 ? 14 : 56; }

    AuxiliaryMaskHeadOptions options;

private:
    ConvNormRelu conv1{nullptr}, conv2{nullptr};
    ConvTranspose2d deconv1{nullptr}, deconv2{nullptr};
    Conv2d predictor{nullptr};
};
TORCH_MODULE(AuxiliaryMaskHead);

} // namespace blastoscope::nn

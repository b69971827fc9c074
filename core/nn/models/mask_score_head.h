// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct MaskScoreHeadOptions {
    int in = 128;
    int hidden = 64;
};

/// Predicts the IoU of a predicted mask with the truth (after Huang et al. 2019, "Mask Scoring R-CNN"), so that badly
/// outlined detections rank lower. Keys conv1, conv2, fc1, fc2.
class MaskScoreHeadImpl : public torch::nn::Module {
public:
    explicit MaskScoreHeadImpl(const MaskScoreHeadOptions& options);
    /// `features` [R, in, 14, 14], `masks` [R, 1, 28, 28] probabilities -> IoU logits [R] fp32. No gradient flows to
    /// either input.
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& masks);

    MaskScoreHeadOptions options;

private:
    Conv2d conv1{nullptr}, conv2{nullptr};
    Linear fc1{nullptr}, fc2{nullptr};
};
TORCH_MODULE(MaskScoreHead);

} // namespace blastoscope::nn

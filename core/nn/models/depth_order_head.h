// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/layers/conv.h"
#include "core/nn/models/detections.h"
#include "core/nn/ops/outline_rims.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct DepthOrderHeadOptions {
    bool enabled = false;
    int width = 16;       ///< channels of the first convolution
    bool company = false; ///< reads how many more cells lie along the rims, too; models before 0.9 did not
};

/// The pairs of `silhouettes` [n, H, W] (0 or 1, at the picture's resolution) that overlap enough to ask which is
/// nearer.
SilhouettePairs overlappingPairs(const torch::Tensor& silhouettes);

/// Detections of one picture, and which of them to ask about.
struct DepthQuestions {
    torch::Tensor rows;        ///< [n] int64: the detections that silhouettes and pairs speak of
    torch::Tensor silhouettes; ///< [n, H, W]
    torch::Tensor presence;    ///< [n], their scores
    SilhouettePairs pairs;     ///< of `silhouettes`: those that overlap and are not two outlines of one cell
};

/// About the detections of class 1 in a picture of `height` x `width` px, the surest few.
DepthQuestions depthQuestions(const DetectorOutput& output, std::int64_t height, std::int64_t width);

/// Which of two overlapping cells is nearer, judged from the picture along their outlines. In transmitted light nothing
/// hides anything; what tells is the focus: a cell nearer than the focal plane has a dark rim, a farther one a bright
/// rim (Becke line), one far from it a blurred one, and what lies below another loses contrast. A small convolutional
/// network reads both rims; their features are compared in both orders, and the difference of the answers decides, so
/// that the two orders never contradict each other.
/// Trained alone, on true silhouettes and on those that the finished detector finds. Keys stem, down1, mix1, down2,
/// mix2, compare1, compare2.
class DepthOrderHeadImpl : public torch::nn::Module {
public:
    explicit DepthOrderHeadImpl(const DepthOrderHeadOptions& options);

    /// `rims` of pairRims(), all their planes -> logits [p] fp32 that the first is nearer.
    torch::Tensor forward(const torch::Tensor& rims);

    /// For the detections of class 1 in a picture [H, W]: [n, n] float on the CPU, how probable it is that the row's is
    /// nearer than the column's; .5 where nobody asked. No gradient.
    torch::Tensor nearer(const torch::Tensor& picture, const DetectorOutput& output);

    DepthOrderHeadOptions options;

private:
    ConvNormRelu stem{nullptr}, down1{nullptr}, mix1{nullptr}, down2{nullptr}, mix2{nullptr};
    Linear compare1{nullptr}, compare2{nullptr};
};
TORCH_MODULE(DepthOrderHead);

/// Binary cross-entropy of logits [p] with `target` [p], 1: the first is nearer, 0: the second, -1: nobody knows; mean
/// over the pairs that are known.
torch::Tensor depthOrderLoss(const torch::Tensor& logits, const torch::Tensor& target);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/nn/layers/conv.h"
#include "core/nn/models/detections.h"
#include "core/nn/ops/outline_rims.h"
#include "core/nn/torch.h"

namespace blastoscope::nn
{

struct DepthOrderHeadOptions {
    bool enabled = false;
    int width = 16; ///< channels of the first convolution
};

/// The pairs of `silhouettes` [n, H, W] (0 or 1, at the picture's resolution) that overlap enough to ask which is
/// nearer.
SilhouettePairs overlappingPairs(const torch::Tensor& silhouettes);

/// Whether the cells nearer than both leave enough of the overlap of two silhouettes [n, H, W] to be seen, [n, n]
/// bool. `nearer` [n, n]: how probable it is that the row's is nearer than the column's; `sure` [n] bool: which cells
/// count as covers. The head is trained on such pairs alone (trueOrder), and of others it knows nothing.
torch::Tensor seenPairs(const torch::Tensor& silhouettes, const torch::Tensor& nearer, const torch::Tensor& sure);

/// Which of two overlapping cells is nearer, judged from the picture along their outlines. In transmitted light nothing
/// hides anything; what tells is the focus: a cell nearer than the focal plane has a dark rim, a farther one a bright
/// rim (Becke line), one far from it a blurred one, and what lies below another loses contrast. A small convolutional
/// network reads both rims; their features are compared in both orders, and the difference of the answers decides, so
/// that the two orders never contradict each other.
/// Trained alone, on true silhouettes: it needs nothing of the detector. Keys stem, down1, mix1, down2, mix2, compare1,
/// compare2.
class DepthOrderHeadImpl : public torch::nn::Module
{
public:
    explicit DepthOrderHeadImpl(const DepthOrderHeadOptions& options);

    /// `rims` of pairRims() -> logits [p] fp32 that the first is nearer.
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

/// Which pairs of known silhouettes have a known order: [p] float, 1: the first is topmost on more of their overlap, 0:
/// the second, -1: a third covers nearly all of it. `amodal` and `visible` [n, h, w], 0 or 1.
torch::Tensor trueOrder(const torch::Tensor& amodal, const torch::Tensor& visible, const SilhouettePairs& pairs);

/// Binary cross-entropy of logits [p] with `target` [p] of trueOrder(), mean over the pairs that are known.
torch::Tensor depthOrderLoss(const torch::Tensor& logits, const torch::Tensor& target);

} // namespace blastoscope::nn

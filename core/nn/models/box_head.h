// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/ops/box_coder.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Weights of the box head's deltas, as in the R-CNN family.
inline constexpr BoxCoderWeights kBoxHeadWeights = {10, 10, 5, 5};

struct BoxHeadOptions {
    int in = 128;
    int pool = 7; ///< side of the RoI features
    int convolutions = 1; ///< 3x3, before the fully connected layers; 0 as in Faster R-CNN
    int hidden = 512;
    int classes = 3; ///< without background
};

struct BoxHeadOutput {
    torch::Tensor logits; ///< [R, classes + 1] fp32, column 0 is background
    torch::Tensor deltas; ///< [R, 4 * (classes + 1)] fp32, the first block unused
};

/// Convolutions with group normalisation, two fully connected layers, then class scores and class-wise box deltas.
/// Keys conv1 ... convN, fc1, fc2, classifier, regressor.
/// The last two layers compute in fp32, so that scores do not tie.
class BoxHeadImpl : public torch::nn::Module {
public:
    explicit BoxHeadImpl(const BoxHeadOptions& options);
    /// [R, in, pool, pool].
    BoxHeadOutput forward(const torch::Tensor& features);
    /// The convolutions alone; same shape.
    torch::Tensor convolved(const torch::Tensor& features);

    BoxHeadOptions options;

private:
    std::vector<ConvNormRelu> m_convolutions;
    Linear fc1{nullptr}, fc2{nullptr}, classifier{nullptr}, regressor{nullptr};
};
TORCH_MODULE(BoxHead);

/// "box_class": cross-entropy, mean over RoIs; "box_regression": smooth L1 (beta 1/9) of the true class's deltas,
/// summed over positive RoIs and divided by the number of all RoIs. `rois` and `truth` [R, 4], `labels` [R] with 0
/// background.
LossMap boxHeadLosses(const BoxHeadOutput& output, const torch::Tensor& rois, const torch::Tensor& labels,
                      const torch::Tensor& truth);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct AsnOptions {
    bool enabled = false;
    int hidden = 128;     ///< channels of all convolutions, and of the features that the mask heads see
    int convolutions = 4; ///< before the classifier
    int fcHidden = 512;   ///< width of its fully connected layer
};

struct AsnOutput {
    torch::Tensor features;        ///< [R, hidden, 14, 14] for the mask heads
    torch::Tensor occlusionLogits; ///< [R, 2] fp32: nothing hidden, something hidden
};

/// Occlusion classification and multi-level coding of ASN (Qi et al. 2019, "Amodal Instance Segmentation with KINS
/// Dataset", sec. 4): a branch that tells whether an instance is partly hidden; its features and those of the box head
/// are joined, enlarged and mixed into the features that the mask heads see.
/// Keys conv1 ... convN, fc, classifier, merge, deconv, mix, join1, join2.
class AsnBranchImpl : public torch::nn::Module {
public:
    /// `channels` of the RoI features; the box head's convolutions keep their number.
    AsnBranchImpl(const AsnOptions& options, int channels);
    /// `small` [R, channels, 7, 7]; `box` the same after the box head's convolutions; `large` [R, channels, 14, 14];
    /// all pooled from the same boxes.
    AsnOutput forward(const torch::Tensor& small, const torch::Tensor& box, const torch::Tensor& large);

    AsnOptions options;

private:
    std::vector<ConvNormRelu> m_convolutions;
    Linear fc{nullptr}, classifier{nullptr};
    ConvNormRelu merge{nullptr}, mix{nullptr}, join1{nullptr}, join2{nullptr};
    ConvTranspose2d deconv{nullptr};
};
TORCH_MODULE(AsnBranch);

/// Cross-entropy of "something is hidden" with class weights 1 and 6, over the RoIs whose visible part is known.
/// `amodal` and `visible` [n, H, W] masks, `known` [n] bool, `instance` [R] int64 into them. Zero without any.
torch::Tensor instanceOcclusionLoss(const torch::Tensor& logits, const torch::Tensor& amodal,
                                    const torch::Tensor& visible, const torch::Tensor& known,
                                    const torch::Tensor& instance);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/losses/mask_losses.h"
#include "core/nn/models/boundary_refinement.h"
#include "core/nn/models/deconvolutional_pyramid.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct FcnMaskHeadOptions {
    int in = 128;
    int hidden = 128;
    int convolutions = 4;
    int outputs = 1; ///< channels per mask kind: 1 (class-agnostic) or the number of classes
    int kinds = 2;   ///< whole and visible silhouettes, or 1: the former alone
    int pyramidWidth = 0; ///< channels of a deconvolutional pyramid after the convolutions; 0: none
    BoundaryRefinementKind boundary = BoundaryRefinementKind::None;
};

/// The mask head of Mask R-CNN (He et al. 2017, fig. 4 right) for whole and visible silhouettes: a trunk of 3x3
/// convolutions with group normalisation, a transposed convolution, a 1x1 convolution. Keys conv1 ... convN, deconv,
/// predictor and, where asked for, pyramid, boundary.
class FcnMaskHeadImpl : public torch::nn::Module {
public:
    explicit FcnMaskHeadImpl(const FcnMaskHeadOptions& options);
    /// [R, in, 14, 14] -> logits at 28 x 28; `visible` stays undefined with one kind.
    MaskLogits forward(const torch::Tensor& features);

    FcnMaskHeadOptions options;

private:
    std::vector<ConvNormRelu> m_convolutions;
    ConvTranspose2d deconv{nullptr};
    Conv2d predictor{nullptr};
    DeconvolutionalPyramid pyramid{nullptr};
    BoundaryRefinement boundary{nullptr};
};
TORCH_MODULE(FcnMaskHead);

} // namespace blastoscope::nn

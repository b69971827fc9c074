// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/models/fcn_mask_head.h"
#include "core/nn/models/vq_vae.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct RefinementHeadOptions {
    int shapeFeature = 64; ///< channels of the shape decoder's last map
    FcnMaskHeadOptions mask; ///< its `in` are the channels of the RoI features alone
};

/// Aligns a decoded shape with the image (Jang et al., VQ shape code, sec. 4.2 "Mask refinement"): RoI features, the
/// shape decoder's map and the initial mask are concatenated and run through an FCN mask head. Keys: those of the head.
class RefinementHeadImpl : public torch::nn::Module {
public:
    explicit RefinementHeadImpl(const RefinementHeadOptions& options);
    /// `features` [R, in, 14, 14]; `initial` decoded at 28 x 28 with a 14 x 14 feature map -> logits at 28 x 28.
    MaskLogits forward(const torch::Tensor& features, const DecodedMask& initial);

    RefinementHeadOptions options;

private:
    FcnMaskHead head{nullptr};
};
TORCH_MODULE(RefinementHead);

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/refinement_head.h"

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

RefinementHeadImpl::RefinementHeadImpl(const RefinementHeadOptions& o) : options(o)
{
    FcnMaskHeadOptions joined = o.mask;
    joined.in += o.shapeFeature + 1;
    head = register_module("head", FcnMaskHead(joined));
}

MaskLogits RefinementHeadImpl::forward(const torch::Tensor& features, const DecodedMask& initial)
{
    TORCH_CHECK(features.sizes().slice(2) == initial.feature.sizes().slice(2), "RefinementHead: RoI features of ",
                features.sizes(), " beside a shape feature of ", initial.feature.sizes());
    const auto type = features.scalar_type();
    const auto mask = torch::avg_pool2d(torch::sigmoid(atLeastFp32(initial.logits)), 2).to(type);
    return head(toComputeLayout(torch::cat({features, initial.feature.to(type), mask}, 1)));
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/losses/mask_losses.h"

namespace blastoscope::nn {

torch::Tensor selectClass(const torch::Tensor& logits, const torch::Tensor& labels)
{
    TORCH_CHECK(logits.dim() == 4 && logits.size(0) == labels.size(0), "selectClass: logits ", logits.sizes(),
                " for labels ", labels.sizes());
    if (logits.size(1) == 1)
        return logits;
    const auto channel = (labels - 1).reshape({-1, 1, 1, 1}).expand({-1, 1, logits.size(2), logits.size(3)});
    return logits.gather(1, channel);
}

torch::Tensor maskLoss(const torch::Tensor& logits, const torch::Tensor& labels, const torch::Tensor& target)
{
    if (logits.size(0) == 0)
        return logits.sum() * 0;
    return torch::binary_cross_entropy_with_logits(selectClass(logits, labels), target);
}

torch::Tensor binaryMaskIou(const torch::Tensor& a, const torch::Tensor& b)
{
    const auto x = a.flatten(1).to(torch::kBool);
    const auto y = b.flatten(1).to(torch::kBool);
    const auto common = (x & y).sum(1).to(torch::kFloat32);
    const auto all = (x | y).sum(1).to(torch::kFloat32);
    return common / all.clamp_min(1);
}

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/losses/loss_map.h"

namespace blastoscope::nn {

torch::Tensor weightedSum(const LossMap& losses, const LossWeights& weights)
{
    TORCH_CHECK(!losses.empty(), "weightedSum: no losses");
    torch::Tensor total;
    for (const auto& [name, loss] : losses) {
        const auto weight = weights.find(name);
        const auto term = weight == weights.end() ? loss : loss * weight->second;
        total = total.defined() ? total + term : term;
    }
    return total;
}

} // namespace blastoscope::nn

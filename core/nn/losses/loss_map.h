// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Named scalar losses of one step, each a mean that does not depend on the batch size.
using LossMap = std::map<std::string, torch::Tensor>;

/// Factors by name; a loss without an entry counts once.
using LossWeights = std::map<std::string, double>;

/// Sum of weight * loss, scalar fp32. `losses` must not be empty.
torch::Tensor weightedSum(const LossMap& losses, const LossWeights& weights);

} // namespace blastoscope::nn

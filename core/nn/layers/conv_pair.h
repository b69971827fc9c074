// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Twice 3x3 convolution, group normalisation, ReLU; the first convolution has the stride.
/// Keys conv1, norm1, conv2, norm2.
class ConvPairImpl : public torch::nn::Module {
public:
    ConvPairImpl(int in, int out, int stride);
    torch::Tensor forward(const torch::Tensor& x);

private:
    Conv2d conv1{nullptr}, conv2{nullptr};
    GroupNorm norm1{nullptr}, norm2{nullptr};
};
TORCH_MODULE(ConvPair);

} // namespace blastoscope::nn

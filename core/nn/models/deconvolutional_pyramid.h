// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Up twice by transposed convolutions, down twice by strided 3x3 convolutions, what has the same size added (Xu et
/// al., MaskPlus, sec. 3.2 and fig. 2; where it stands and the kernels are our choice). Keys up1, up2, down1, down2.
class DeconvolutionalPyramidImpl : public torch::nn::Module {
public:
    /// `channels` of input and output, `width` of the maps in between.
    DeconvolutionalPyramidImpl(int channels, int width);
    /// [R, channels, n, n] -> [R, channels, n, n]; the maps in between have sides 2n and 4n.
    torch::Tensor forward(const torch::Tensor& x);

private:
    ConvTranspose2d up1{nullptr}, up2{nullptr};
    ConvNormRelu down1{nullptr}, down2{nullptr};
};
TORCH_MODULE(DeconvolutionalPyramid);

} // namespace blastoscope::nn

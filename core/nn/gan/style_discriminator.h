// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/nn/gan/style_generator.h"

namespace blastoscope::nn {

/// The residual discriminator of StyleGAN2 (Karras et al. 2020, sec. 4.1): blocks of two convolutions beside a 1 x 1
/// shortcut, each halving the size; at 4 x 4 the deviation within the batch as one more channel. Keys from_picture.*,
/// blocks.N.*, last.*, hidden.*, score.*.
class StyleDiscriminatorImpl : public torch::nn::Module {
public:
    explicit StyleDiscriminatorImpl(const StyleGanOptions& options);
    /// [N, channels, resolution, resolution] in about [-1, 1] -> [N], > 0: looks real
    torch::Tensor forward(const torch::Tensor& pictures);

    StyleGanOptions options;

private:
    EqualConv from_picture{nullptr}, last{nullptr};
    torch::nn::ModuleList m_blocks;
    EqualLinear hidden{nullptr}, score{nullptr};
};
TORCH_MODULE(StyleDiscriminator);

} // namespace blastoscope::nn

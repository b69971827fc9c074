// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/data/training_batch.h"
#include "core/nn/layers/conv.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct CountHeadOptions {
    bool enabled = false;
    int hidden = 64;
    int maxCount = 16; ///< counts 0 ... maxCount are told apart; the last one means "or more"
};

/// How many countable objects of class 1 a picture shows, judged from the picture as a whole: what single detections
/// cannot know, e.g. that a compacted embryo has no countable cell, or that three outlines are one cell too many.
/// Reads P3..P5 of the pyramid. Keys reduce3, lateral4, reduce4, lateral5, mix, fc1, fc2.
class CountHeadImpl : public torch::nn::Module {
public:
    CountHeadImpl(const CountHeadOptions& options, int channels);
    /// `levels` P2..P5 [B, channels, H / stride, W / stride] -> logits [B, maxCount + 1] fp32.
    torch::Tensor forward(const std::vector<torch::Tensor>& levels);

    CountHeadOptions options;

private:
    ConvNormRelu reduce3{nullptr}, lateral4{nullptr}, reduce4{nullptr}, lateral5{nullptr}, mix{nullptr};
    Linear fc1{nullptr}, fc2{nullptr};
};
TORCH_MODULE(CountHead);

/// Negative log-likelihood of the true counts, mean over the pictures. An ignored object of class 1 may count or not:
/// with k of them all counts from n to n + k are right. Pictures whose objects are not all listed take no part.
torch::Tensor countLoss(const torch::Tensor& logits, const std::vector<Targets>& targets);

} // namespace blastoscope::nn

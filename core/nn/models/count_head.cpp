// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/count_head.h"

#include <algorithm>

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {
namespace {

constexpr int kCountedClass = 1;

ConvNormRelu convolution(int in, int out, int stride)
{
    return ConvNormRelu(Conv2dOptions{.in = in, .out = out, .stride = stride});
}

} // namespace

CountHeadImpl::CountHeadImpl(const CountHeadOptions& o, int channels) : options(o)
{
    TORCH_CHECK(o.hidden > 0 && o.maxCount >= 1, "CountHead: sizes must be positive");
    const int wide = 2 * o.hidden;
    reduce3 = register_module("reduce3", convolution(channels, o.hidden, 2));
    lateral4 = register_module("lateral4", convolution(channels, o.hidden, 1));
    reduce4 = register_module("reduce4", convolution(o.hidden, wide, 2));
    lateral5 = register_module("lateral5", convolution(channels, wide, 1));
    mix = register_module("mix", convolution(wide, wide, 1));
    fc1 = register_module("fc1", Linear(LinearOptions{2 * wide, wide}));
    fc2 = register_module("fc2", Linear(LinearOptions{wide, o.maxCount + 1}));
    torch::nn::init::normal_(fc2->weight, 0, 0.01);
}

torch::Tensor CountHeadImpl::forward(const std::vector<torch::Tensor>& levels)
{
    TORCH_CHECK(levels.size() == 4, "CountHead: P2..P5 are needed, got ", levels.size(), " levels");
    const auto x4 = reduce3(levels[1]) + lateral4(levels[2]);
    const auto x5 = mix(reduce4(x4) + lateral5(levels[3]));
    const auto x = atLeastFp32(x5).flatten(2);
    // The mean sums up evidence from everywhere, the maximum says whether something is there at all.
    const auto pooled = torch::cat({x.mean(2), std::get<0>(x.max(2))}, 1);
    return fc2(fc1(pooled).relu_());
}

torch::Tensor countLoss(const torch::Tensor& logits, const std::vector<Targets>& targets)
{
    TORCH_CHECK(logits.dim() == 2 && logits.size(0) == std::int64_t(targets.size()), "countLoss: logits ",
                logits.sizes(), " for ", targets.size(), " pictures");
    const auto most = logits.size(1) - 1;
    const auto logShares = torch::log_softmax(logits, 1);
    std::vector<torch::Tensor> losses;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!targets[i].exhaustive)
            continue;
        const auto counted = targets[i].labels == kCountedClass;
        const auto all = std::min(counted.sum().item<std::int64_t>(), most);
        const auto doubtful = (counted & targets[i].ignore.to(torch::kBool)).sum().item<std::int64_t>();
        const auto sure = std::min(counted.sum().item<std::int64_t>() - doubtful, most);
        losses.push_back(-logShares[std::int64_t(i)].narrow(0, sure, all - sure + 1).logsumexp(0));
    }
    return losses.empty() ? logits.sum() * 0 : torch::stack(losses).mean();
}

} // namespace blastoscope::nn

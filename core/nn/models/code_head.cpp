// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/code_head.h"

#include <cmath>

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

CodeHeadImpl::CodeHeadImpl(const CodeHeadOptions& o) : options(o)
{
    TORCH_CHECK(o.codes >= 2, "CodeHead: at least two codes are needed, got ", o.codes);
    const int cells = o.grid * o.grid;
    conv1 = register_module("conv1", ConvNormRelu(Conv2dOptions{.in = o.in, .out = o.hidden, .stride = 2}));
    conv2 = register_module("conv2", ConvNormRelu(Conv2dOptions{.in = o.hidden, .out = o.hidden}));
    conv3 = register_module("conv3", ConvNormRelu(Conv2dOptions{.in = o.hidden, .out = o.narrow}));
    // With this bias the element-wise loss of a fresh head starts near ln K + 1 instead of K ln 2.
    const double rare = -std::log(double(o.codes - 1));
    if (o.classifier == CodeClassifier::Full) {
        fc = register_module("fc", Linear(LinearOptions{o.narrow * cells, o.codes * cells}));
        torch::nn::init::normal_(fc->weight, 0, 0.01);
        torch::nn::init::constant_(fc->bias, rare);
        return;
    }
    local = register_module("local", Conv2d(Conv2dOptions{.in = o.narrow, .out = o.codes, .kernel = 1}));
    global1 = register_module("global1", Linear(LinearOptions{o.narrow * cells, o.global}));
    global2 = register_module("global2", Linear(LinearOptions{o.global, o.codes * cells}));
    torch::nn::init::normal_(local->weight, 0, 0.01);
    torch::nn::init::normal_(global2->weight, 0, 0.01);
    torch::nn::init::constant_(local->bias, rare);
}

torch::Tensor CodeHeadImpl::forward(const torch::Tensor& features)
{
    TORCH_CHECK(features.size(2) == 2 * options.grid && features.size(3) == 2 * options.grid,
                "CodeHead: RoI features must have twice the side of the code grid, got ", features.sizes());
    const auto x = conv3(conv2(conv1(features)));
    const auto flat = x.contiguous().flatten(1);
    const std::vector<int64_t> shape = {x.size(0), options.codes, options.grid, options.grid};
    if (!fc.is_empty())
        return atLeastFp32(fc(flat).reshape(shape));
    const auto whole = global2(global1(flat).relu_()).reshape(shape);
    return atLeastFp32(local(x)) + atLeastFp32(whole);
}

torch::Tensor codeLoss(const torch::Tensor& logits, const torch::Tensor& codes, const torch::Tensor& valid,
                       CodeLoss kind)
{
    TORCH_CHECK(logits.dim() == 4 && codes.dim() == 3 && logits.size(0) == codes.size(0), "codeLoss: logits ",
                logits.sizes(), " for codes ", codes.sizes());
    const auto weight = valid.to(torch::kFloat32).reshape({-1, 1, 1});
    const auto cells = (weight.sum() * double(codes.size(1) * codes.size(2))).clamp_min(1);
    if (kind == CodeLoss::CrossEntropy) {
        const auto loss = -torch::log_softmax(logits, 1).gather(1, codes.unsqueeze(1)).squeeze(1);
        return (loss * weight).sum() / cells;
    }
    const auto oneHot = torch::zeros_like(logits).scatter_(1, codes.unsqueeze(1), 1.0);
    const auto loss = torch::binary_cross_entropy_with_logits(logits, oneHot, {}, {}, at::Reduction::None).sum(1);
    return (loss * weight).sum() / cells;
}

} // namespace blastoscope::nn

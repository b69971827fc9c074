// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/asn_branch.h"

#include <string>

#include "core/nn/layers/precision.h"

namespace blastoscope::nn {

namespace {

constexpr int kPool = 7;
constexpr float kOccludedWeight = 6;

ConvNormRelu convolution(int in, int out)
{
    return ConvNormRelu(Conv2dOptions{.in = in, .out = out});
}

} // namespace

AsnBranchImpl::AsnBranchImpl(const AsnOptions& o, int channels) : options(o)
{
    TORCH_CHECK(o.convolutions >= 1 && o.hidden > 0 && o.fcHidden > 0, "AsnBranch: sizes must be positive");
    int in = channels;
    for (int i = 0; i < o.convolutions; ++i) {
        m_convolutions.push_back(register_module("conv" + std::to_string(i + 1), convolution(in, o.hidden)));
        in = o.hidden;
    }
    fc = register_module("fc", Linear(LinearOptions{o.hidden * kPool * kPool, o.fcHidden}));
    classifier = register_module("classifier", Linear(LinearOptions{o.fcHidden, 2}));
    torch::nn::init::normal_(classifier->weight, 0, 0.01);
    merge = register_module("merge", convolution(o.hidden + channels, o.hidden));
    deconv = register_module("deconv", ConvTranspose2d(ConvTranspose2dOptions{.in = o.hidden, .out = o.hidden}));
    mix = register_module("mix", convolution(o.hidden, o.hidden));
    join1 = register_module("join1", convolution(o.hidden + channels, o.hidden));
    join2 = register_module("join2", convolution(o.hidden, o.hidden));
}

AsnOutput AsnBranchImpl::forward(const torch::Tensor& small, const torch::Tensor& box, const torch::Tensor& large)
{
    TORCH_CHECK(small.size(2) == kPool && box.sizes() == small.sizes() && large.size(2) == 2 * kPool,
                "AsnBranch: RoI features of ", small.sizes(), ", ", box.sizes(), " and ", large.sizes());
    auto x = small;
    for (auto& convolution : m_convolutions)
        x = convolution(x);
    const auto logits = classifier(atLeastFp32(fc(x.contiguous().flatten(1)).relu_()));
    const auto joined = [](const torch::Tensor& a, const torch::Tensor& b) {
        return toComputeLayout(torch::cat({a, b}, 1));
    };
    const auto enlarged = mix(deconv(merge(joined(x, box))).relu_());
    return {join2(join1(joined(large, enlarged))), logits};
}

torch::Tensor instanceOcclusionLoss(const torch::Tensor& logits, const torch::Tensor& amodal,
                                    const torch::Tensor& visible, const torch::Tensor& known,
                                    const torch::Tensor& instance)
{
    TORCH_CHECK(logits.dim() == 2 && logits.size(1) == 2 && logits.size(0) == instance.size(0),
                "instanceOcclusionLoss: logits ", logits.sizes(), " for ", instance.sizes(), " RoIs");
    const auto usable = known.index_select(0, instance).nonzero().flatten();
    if (usable.size(0) == 0)
        return logits.sum() * 0;
    const auto area = [](const torch::Tensor& masks) { return masks.flatten(1).sum(1, false, torch::kLong); };
    const auto hidden = (area(visible) < area(amodal)).to(torch::kLong);
    const auto labels = hidden.index_select(0, instance.index_select(0, usable));
    return torch::cross_entropy_loss(logits.index_select(0, usable), labels,
                                     torch::tensor({1.f, kOccludedWeight}, logits.options()));
}

} // namespace blastoscope::nn

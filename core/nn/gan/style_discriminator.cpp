// SPDX-License-Identifier: Apache-2.0
#include "core/nn/gan/style_discriminator.h"

#include <cmath>

namespace blastoscope::nn {
namespace {

constexpr int kGroupSize = 4;
const double kHalfPower = std::sqrt(0.5); ///< keeps the variance of the sum of two

class ResidualDownImpl : public torch::nn::Module {
public:
    ResidualDownImpl(int in, int out)
    {
        first = register_module("first", EqualConv(EqualConvOptions{.in = in, .out = in}));
        second = register_module("second",
                                 EqualConv(EqualConvOptions{.in = in, .out = out, .down = true, .gain = kHalfPower}));
        shortcut = register_module("shortcut", EqualConv(EqualConvOptions{.in = in,
                                                                          .out = out,
                                                                          .kernel = 1,
                                                                          .down = true,
                                                                          .bias = false,
                                                                          .activate = false,
                                                                          .gain = kHalfPower}));
    }

    torch::Tensor forward(const torch::Tensor& x) { return second(first(x)) + shortcut(x); }

private:
    EqualConv first{nullptr}, second{nullptr}, shortcut{nullptr};
};
TORCH_MODULE(ResidualDown);

} // namespace

StyleDiscriminatorImpl::StyleDiscriminatorImpl(const StyleGanOptions& o) : options(o)
{
    int channels = o.channelsAt(o.resolution);
    from_picture =
        register_module("from_picture", EqualConv(EqualConvOptions{.in = o.channels, .out = channels, .kernel = 1}));
    m_blocks = register_module("blocks", torch::nn::ModuleList());
    for (int side = o.resolution; side > 4; side /= 2) {
        m_blocks->push_back(ResidualDown(channels, o.channelsAt(side / 2)));
        channels = o.channelsAt(side / 2);
    }
    last = register_module("last", EqualConv(EqualConvOptions{.in = channels + 1, .out = channels}));
    hidden = register_module("hidden",
                             EqualLinear(EqualLinearOptions{.in = channels * 16, .out = channels, .activate = true}));
    score = register_module("score", EqualLinear(EqualLinearOptions{.in = channels, .out = 1}));
}

torch::Tensor StyleDiscriminatorImpl::forward(const torch::Tensor& pictures)
{
    TORCH_CHECK(pictures.dim() == 4 && pictures.size(1) == options.channels && pictures.size(2) == options.resolution &&
                    pictures.size(3) == options.resolution,
                "StyleDiscriminator: pictures must be [N, ", options.channels, ", ", options.resolution, ", ",
                options.resolution, "], got ", pictures.sizes());
    auto x = from_picture(pictures);
    for (const auto& block : *m_blocks)
        x = block->as<ResidualDown>()->forward(x);
    x = last(appendGroupDeviation(x, kGroupSize));
    return score(hidden(x.flatten(1))).squeeze(1);
}

} // namespace blastoscope::nn

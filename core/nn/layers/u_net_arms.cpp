// SPDX-License-Identifier: Apache-2.0
#include "core/nn/layers/u_net_arms.h"

#include <string>

namespace blastoscope::nn {

UNetArms::UNetArms(torch::nn::Module& network, const std::vector<int>& widths, int firstStride, int last)
{
    const int count = int(widths.size());
    TORCH_CHECK(last >= 1 && last <= count, "UNetArms: the way up must end between 1 and ", count, ", not at ", last);
    int in = 1, stride = firstStride;
    for (const int width : widths) {
        m_down.push_back(
            network.register_module("down" + std::to_string(m_down.size() + 1), ConvPair(in, width, stride)));
        in = width;
        stride = 2;
    }
    for (int i = count - 1; i >= last; --i) {
        const int skip = widths[std::size_t(i - 1)];
        m_up.push_back(network.register_module("up" + std::to_string(i), ConvPair(in + skip, skip, 1)));
        in = skip;
    }
}

torch::Tensor UNetArms::forward(const torch::Tensor& images, Enlarge enlarge)
{
    std::vector<torch::Tensor> skips;
    auto x = images;
    for (auto& down : m_down) {
        x = down(x);
        skips.push_back(x);
    }
    std::size_t level = skips.size() - 1;
    for (auto& up : m_up) {
        const auto& skip = skips[--level];
        x = up(torch::cat({enlarge(x, {skip.size(2), skip.size(3)}), skip}, 1));
    }
    return x;
}

} // namespace blastoscope::nn

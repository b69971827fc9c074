// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/anchors.h"

#include <cmath>

namespace blastoscope::nn {

torch::Tensor levelAnchors(const AnchorOptions& options, int level, int64_t height, int64_t width, torch::Device device)
{
    TORCH_CHECK(options.sizes.size() == options.strides.size(), "anchors need one size per stride, got ",
                options.sizes.size(), " sizes and ", options.strides.size(), " strides");
    TORCH_CHECK(level >= 0 && std::size_t(level) < options.sizes.size(), "no anchors for pyramid level ", level);
    TORCH_CHECK(!options.ratios.empty() && height >= 0 && width >= 0, "anchors need a ratio and a map size");
    const double size = options.sizes[std::size_t(level)];
    std::vector<float> shapes;
    for (const double ratio : options.ratios) {
        const double h = size * std::sqrt(ratio) / 2;
        const double w = size / std::sqrt(ratio) / 2;
        shapes.insert(shapes.end(), {float(-w), float(-h), float(w), float(h)});
    }
    const auto base = torch::tensor(shapes).to(device).reshape({1, 1, -1, 4});
    const auto floats = torch::TensorOptions().dtype(torch::kFloat).device(device);
    const double stride = options.strides[std::size_t(level)];
    const auto y = (torch::arange(height, floats) * stride).reshape({height, 1}).expand({height, width});
    const auto x = (torch::arange(width, floats) * stride).reshape({1, width}).expand({height, width});
    const auto centers = torch::stack({x, y, x, y}, 2).unsqueeze(2);
    return (centers + base).reshape({-1, 4});
}

} // namespace blastoscope::nn

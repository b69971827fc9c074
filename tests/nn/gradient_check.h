// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "core/nn/torch.h"

namespace blastoscope::tests {

/// The largest disagreement between a gradient and its finite difference, and where it is.
struct GradientCheck {
    double worst = 0; ///< |analytic - numeric| / (absolute + |numeric|), to be compared with 1e-4 or so
    std::string where;
};

struct GradientCheckOptions {
    double step = 1e-5;
    double absolute = 1e-3; ///< scale below which differences count absolutely
    int maxElements = 400;  ///< of each input; an even spread of them beyond
};

/// Compares the gradient of sum(f(inputs) * fixed random weights) with central differences, element by element. Inputs
/// must be double leaves without kinks within `step`; `f` must be a pure function of their values.
inline GradientCheck checkGradient(const std::function<torch::Tensor()>& f, const std::vector<torch::Tensor>& inputs,
                                   const GradientCheckOptions& options = {})
{
    torch::Tensor weights;
    {
        const torch::NoGradGuard noGrad;
        weights = torch::rand_like(f()) + 0.5;
    }
    for (const torch::Tensor& input : inputs) {
        TORCH_CHECK(input.scalar_type() == torch::kDouble && input.is_leaf() && input.is_contiguous(),
                    "inputs must be contiguous double leaves");
        auto leaf = input;
        leaf.requires_grad_(true);
        leaf.mutable_grad() = torch::Tensor();
    }
    (f() * weights).sum().backward();

    GradientCheck result;
    const torch::NoGradGuard noGrad;
    const auto value = [&] { return (f() * weights).sum().item<double>(); };
    for (std::size_t k = 0; k < inputs.size(); ++k) {
        const auto gradient = inputs[k].grad().defined() ? inputs[k].grad().contiguous() : torch::zeros_like(inputs[k]);
        const int64_t stride = std::max<int64_t>(1, inputs[k].numel() / options.maxElements);
        double* x = inputs[k].data_ptr<double>();
        for (int64_t i = 0; i < inputs[k].numel(); i += stride) {
            const double kept = x[i];
            x[i] = kept + options.step;
            const double above = value();
            x[i] = kept - options.step;
            const double below = value();
            x[i] = kept;
            const double numeric = (above - below) / (2 * options.step);
            const double analytic = gradient.data_ptr<double>()[i];
            const double error = std::abs(analytic - numeric) / (options.absolute + std::abs(numeric));
            if (!(error <= result.worst))
                result = {error, "input " + std::to_string(k) + ", element " + std::to_string(i) + ": analytic " +
                                     std::to_string(analytic) + ", numeric " + std::to_string(numeric)};
        }
    }
    return result;
}

} // namespace blastoscope::tests

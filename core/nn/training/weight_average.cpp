// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/weight_average.h"

#include <algorithm>

namespace blastoscope::nn {

WeightAverage::WeightAverage(const torch::OrderedDict<std::string, torch::Tensor>& parameters, double decay)
    : m_decay(decay)
{
    const torch::NoGradGuard noGrad;
    for (const auto& item : parameters) {
        if (!item.value().requires_grad())
            continue;
        m_parameters[item.key()] = item.value();
        m_averages[item.key()] = item.value().detach().clone();
    }
}

void WeightAverage::update(std::int64_t updates)
{
    const torch::NoGradGuard noGrad;
    const double decay = std::min(m_decay, (1.0 + double(updates)) / (10.0 + double(updates)));
    for (auto& [name, average] : m_averages)
        average.lerp_(m_parameters.at(name), 1 - decay);
}

void WeightAverage::swap()
{
    const torch::NoGradGuard noGrad;
    for (auto& [name, average] : m_averages) {
        torch::Tensor& parameter = m_parameters.at(name);
        const torch::Tensor kept = parameter.clone();
        parameter.copy_(average);
        average.copy_(kept);
    }
}

base::Status WeightAverage::restore(const std::map<std::string, torch::Tensor>& averages)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [name, average] : m_averages) {
        const auto found = averages.find(name);
        if (found == averages.end() || found->second.sizes() != average.sizes())
            return base::fail(base::ErrorCode::Incompatible,
                              "The checkpoint's averaged weights do not fit this model (" + name + ").");
    }
    for (auto& [name, average] : m_averages)
        average.copy_(averages.at(name));
    return {};
}

} // namespace blastoscope::nn

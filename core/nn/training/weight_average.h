// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/base/error.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

/// Exponential moving average of a model's parameters; smoother than the last step, so it is what gets evaluated and
/// shipped (Tarvainen and Valpola 2017, "Mean teachers", eq. 2). The decay ramps up as min(decay, (1 + n) / (10 + n))
/// so that the random start is soon forgotten. Parameters that require no gradient have no average. Not thread-safe.
class WeightAverage {
public:
    /// `decay` in [0, 1); 0: the averages are the parameters themselves.
    WeightAverage(const torch::OrderedDict<std::string, torch::Tensor>& parameters, double decay);

    /// Takes the parameters' present values in; `updates` counts the calls so far, 0 for the first.
    void update(std::int64_t updates);
    /// Exchanges the parameters with their averages; a second call exchanges them back.
    void swap();

    /// By the names of the parameters, on their device, shared storage; between two swaps the parameters themselves.
    const std::map<std::string, torch::Tensor>& averages() const { return m_averages; }
    /// Fails (Incompatible) when a name is missing or a shape differs; nothing is changed then.
    base::Status restore(const std::map<std::string, torch::Tensor>& averages);

private:
    double m_decay;
    std::map<std::string, torch::Tensor> m_parameters;
    std::map<std::string, torch::Tensor> m_averages;
};

/// While it lives the model computes with the averaged weights.
class AveragedWeightsScope {
public:
    explicit AveragedWeightsScope(WeightAverage& average) : m_average(average) { m_average.swap(); }
    ~AveragedWeightsScope() { m_average.swap(); }
    AveragedWeightsScope(const AveragedWeightsScope&) = delete;
    AveragedWeightsScope& operator=(const AveragedWeightsScope&) = delete;

private:
    WeightAverage& m_average;
};

} // namespace blastoscope::nn

// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/adamw.h"

#include <cmath>

namespace blastoscope::nn {

AdamW::AdamW(const torch::OrderedDict<std::string, torch::Tensor>& parameters, AdamWOptions options)
    : m_options(options)
{
    const torch::NoGradGuard noGrad;
    for (const auto& item : parameters) {
        if (item.value().requires_grad())
            m_slots.push_back(
                {item.key(), item.value(), torch::zeros_like(item.value()), torch::zeros_like(item.value())});
    }
}

void AdamW::zeroGrad()
{
    for (Slot& slot : m_slots)
        slot.parameter.mutable_grad() = torch::Tensor();
}

double AdamW::clipGradients(double maxNorm)
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> norms;
    for (const Slot& slot : m_slots) {
        if (slot.parameter.grad().defined())
            norms.push_back(slot.parameter.grad().norm());
    }
    if (norms.empty())
        return 0;
    const double norm = torch::stack(norms).norm().item<double>();
    if (maxNorm > 0 && norm > maxNorm) {
        for (Slot& slot : m_slots) {
            if (slot.parameter.grad().defined())
                slot.parameter.mutable_grad().mul_(maxNorm / (norm + 1e-12));
        }
    }
    return norm;
}

void AdamW::step(double learningRate)
{
    const torch::NoGradGuard noGrad;
    ++m_steps;
    const double correction1 = 1 - std::pow(m_options.beta1, double(m_steps));
    const double correction2 = std::sqrt(1 - std::pow(m_options.beta2, double(m_steps)));
    for (Slot& slot : m_slots) {
        const torch::Tensor gradient = slot.parameter.grad();
        if (!gradient.defined())
            continue;
        if (slot.parameter.dim() >= 2)
            slot.parameter.mul_(1 - learningRate * m_options.weightDecay);
        slot.firstMoment.mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
        slot.secondMoment.mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
        const torch::Tensor spread = (slot.secondMoment.sqrt() / correction2).add_(m_options.epsilon);
        slot.parameter.addcdiv_(slot.firstMoment, spread, -learningRate / correction1);
    }
}

std::map<std::string, torch::Tensor> AdamW::state() const
{
    std::map<std::string, torch::Tensor> tensors;
    for (const Slot& slot : m_slots) {
        tensors[slot.name + ".m"] = slot.firstMoment;
        tensors[slot.name + ".v"] = slot.secondMoment;
    }
    return tensors;
}

base::Status AdamW::restore(const std::map<std::string, torch::Tensor>& state, std::int64_t stepCount)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [name, target] : this->state()) {
        const auto found = state.find(name);
        if (found == state.end() || found->second.sizes() != target.sizes())
            return base::fail(base::ErrorCode::Incompatible,
                              "The checkpoint's optimiser state does not fit this model (" + name + ").");
    }
    for (const auto& [name, target] : this->state())
        torch::Tensor(target).copy_(state.at(name));
    m_steps = stepCount;
    return {};
}

} // namespace blastoscope::nn

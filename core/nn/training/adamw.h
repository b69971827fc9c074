// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

struct AdamWOptions {
    double beta1 = 0.9;        ///< decay of the first moment, [0, 1)
    double beta2 = 0.999;      ///< of the second, [0, 1)
    double epsilon = 1e-8;     ///< added to the root of the second moment
    double weightDecay = 0.02; ///< of weights with two or more dimensions; never of biases and norms
};

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2). The state is keyed by parameter name, so
/// that it can be stored beside the weights and does not depend on the version of LibTorch. Not thread-safe.
class AdamW {
public:
    /// Parameters that require no gradient now are left alone for good.
    AdamW(const torch::OrderedDict<std::string, torch::Tensor>& parameters, AdamWOptions options);

    void zeroGrad();
    /// Scales all gradients so that their common L2 norm is at most `maxNorm` (<= 0: leaves them); returns the norm
    /// before, not finite when a gradient is not.
    double clipGradients(double maxNorm);
    /// One update; a parameter without a gradient stays as it is.
    void step(double learningRate);

    /// "<parameter>.m", "<parameter>.v": first and second moment; shared storage, not copies.
    std::map<std::string, torch::Tensor> state() const;
    std::int64_t stepCount() const { return m_steps; }
    /// Fails (Incompatible) when a name is missing or a shape differs.
    base::Status restore(const std::map<std::string, torch::Tensor>& state, std::int64_t stepCount);

private:
    struct Slot {
        std::string name;
        torch::Tensor parameter;
        torch::Tensor firstMoment;
        torch::Tensor secondMoment;
    };

    AdamWOptions m_options;
    std::vector<Slot> m_slots;
    std::int64_t m_steps = 0;
};

} // namespace blastoscope::nn

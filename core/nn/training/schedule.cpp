// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace blastoscope::nn {

double learningRate(const ScheduleOptions& options, std::int64_t step, double progress)
{
    const double warmup =
        options.warmupSteps > 0 ? std::min(1.0, double(step + 1) / double(options.warmupSteps)) : 1.0;
    const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(progress, 0.0, 1.0)));
    return options.learningRate * warmup * (options.finalFraction + (1 - options.finalFraction) * cosine);
}

} // namespace blastoscope::nn
